import * as v from 'valibot';
import { listQuery } from './list-query.ts';
import { factorActions, factorSteps, passkeyRequest } from './login-factors.ts';
import { mailboxActions, mailboxSteps } from './login-mailbox.ts';
import { applicationFace, code, proofMethods, typedAddress } from './login-parts.ts';
import { organizationChoice, organizationChoicePage } from './organizations.ts';
import { id, openEnum } from './vocabulary.ts';

/** What the page shows next. The server decides; the page renders. */
export const loginStep = v.variant('step', [
  v.object({
    step: v.literal('identifier'),
    application: applicationFace,
    /** An address to begin with: a hint of the application, or what was typed before. */
    identifier: v.optional(v.string()),
    /** For a browser that fills in passkeys; absent where they cannot be used. */
    passkey: v.optional(passkeyRequest),
  }),
  v.object({
    step: v.literal('password'),
    application: applicationFace,
    /** As it was typed, never as it is stored. */
    identifier: v.string(),
    /** What else the person may use. */
    methods: v.optional(v.array(openEnum(proofMethods))),
    refusal: v.optional(code),
    /** Seconds until another try is accepted. */
    retryAfter: v.optional(v.number()),
  }),
  ...mailboxSteps,
  ...factorSteps,
  /** The organization's own identity provider, where the sign-in goes on. */
  v.object({
    step: v.literal('federated'),
    application: applicationFace,
    /** As it was typed, where it was. */
    identifier: v.optional(v.string()),
    organization: v.object({ name: v.string(), logoUrl: v.optional(v.string()) }),
    /** Where the browser leaves for it. */
    redirectTo: v.string(),
    /** Whether the person may go on with a password instead. */
    canUsePassword: v.boolean(),
    refusal: v.optional(code),
  }),
  v.object({
    step: v.literal('select_organization'),
    application: applicationFace,
    identifier: v.string(),
    organizations: organizationChoicePage,
    refusal: v.optional(code),
  }),
  /** What an application is to get, before it gets it. */
  v.object({
    step: v.literal('consent'),
    application: applicationFace,
    identifier: v.string(),
    /** For whom the person acts; absent for themselves. */
    organization: v.optional(
      v.object({ organizationId: id, name: v.string(), logoUrl: v.optional(v.string()) }),
    ),
    /** Whether the person may choose another organization. */
    canChangeOrganization: v.boolean(),
    /** Scopes of OpenID Connect. A newer server may name further ones. */
    scopes: v.array(v.string()),
    /** Of the device that is let in: it must stand there too. */
    userCode: v.optional(v.string()),
  }),
  /** The code that a device shows, then what became of it. */
  v.object({
    step: v.literal('device'),
    application: v.optional(applicationFace),
    userCode: v.optional(v.string()),
    refusal: v.optional(code),
    outcome: v.optional(openEnum(['approved', 'denied'])),
  }),
  v.object({
    step: v.literal('no_access'),
    application: applicationFace,
    identifier: v.string(),
    /** The person's organizations, each with the reason why it gives no entry. */
    organizations: v.array(organizationChoice),
  }),
  v.object({
    step: v.literal('signed_out'),
    application: v.optional(applicationFace),
    returnTo: v.optional(v.string()),
  }),
  v.object({
    step: v.literal('error'),
    code,
    detail: v.optional(v.string()),
    requestId: v.string(),
    application: v.optional(applicationFace),
  }),
  v.object({ step: v.literal('expired'), application: v.optional(applicationFace) }),
  /** The browser leaves the pages for this address. */
  v.object({ step: v.literal('done'), redirectTo: v.string() }),
]);

/** What a person did. */
export const loginAction = v.variant('action', [
  v.strictObject({
    action: v.literal('identify'),
    identifier: typedAddress,
  }),
  v.strictObject({
    action: v.literal('verify_password'),
    password: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
  }),
  ...mailboxActions,
  ...factorActions,
  /** From the step `federated` to the password of the address. */
  v.strictObject({ action: v.literal('use_password') }),
  v.strictObject({ action: v.literal('choose_organization'), organizationId: id }),
  /** The application gets what the step `consent` shows. */
  v.strictObject({ action: v.literal('allow') }),
  /** From the step `consent` back to the organizations. */
  v.strictObject({ action: v.literal('change_organization') }),
  v.strictObject({
    action: v.literal('enter_user_code'),
    userCode: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
  }),
  /** Back to the first step, with another address or account. */
  v.strictObject({ action: v.literal('restart') }),
  /** Back to the application, without a code; nothing for a device. */
  v.strictObject({ action: v.literal('cancel') }),
]);

export const loginOrganizationsQuery = v.strictObject(listQuery);

export type LoginStep = v.InferOutput<typeof loginStep>;
export type LoginAction = v.InferOutput<typeof loginAction>;
/** The step of a given name. */
export type LoginStepOf<Name extends LoginStep['step']> = Extract<LoginStep, { step: Name }>;
