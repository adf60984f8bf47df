import * as v from 'valibot';
import { applicationFace, code, proofMethods } from './login-parts.ts';
import { openEnum } from './vocabulary.ts';

/** Steps by which a mailbox proves who somebody is. They look alike for known and unknown addresses. */
export const mailboxSteps = [
  /** Six digits that were mailed. */
  v.object({
    step: v.literal('code'),
    application: applicationFace,
    /** As it was typed, never as it is stored. */
    identifier: v.string(),
    /** Seconds until another one may be asked for. */
    resendAfter: v.optional(v.number()),
    /** What else the person may use. */
    methods: v.optional(v.array(openEnum(proofMethods))),
    refusal: v.optional(code),
    /** Seconds until another try is accepted. */
    retryAfter: v.optional(v.number()),
  }),
  /** A link that was mailed. */
  v.object({
    step: v.literal('magic_link_sent'),
    application: applicationFace,
    identifier: v.string(),
    resendAfter: v.optional(v.number()),
    methods: v.optional(v.array(openEnum(proofMethods))),
    refusal: v.optional(code),
  }),
  /** A mailed link was opened: nothing has happened by that alone. */
  v.object({
    step: v.literal('confirm_link'),
    application: applicationFace,
    identifier: v.string(),
  }),
  /** A link that leads nowhere: used, replaced by a newer one, or too old. */
  v.object({
    step: v.literal('link_over'),
    refusal: code,
    application: v.optional(applicationFace),
  }),
] as const;

/** What a person does at those steps. */
export const mailboxActions = [
  /** Another way of proving who one is, of those that the step names. */
  v.strictObject({ action: v.literal('use_method'), method: v.picklist(proofMethods) }),
  v.strictObject({
    action: v.literal('verify_code'),
    code: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
  }),
  v.strictObject({ action: v.literal('send_again') }),
  /** From the step `confirm_link` on, as the person who was mailed. */
  v.strictObject({ action: v.literal('confirm_link') }),
] as const;

/** Opens a link of a mail, by the secret in it; nothing is used up by that. */
export const loginFollowing = v.strictObject({
  secret: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
});

/** The sign-in that a link leads to, bound to the browser that opened it. */
export const followedLink = v.object({ transactionId: v.string() });
