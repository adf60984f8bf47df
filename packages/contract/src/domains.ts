import * as v from 'valibot';
import { email } from './email-address.ts';
import { impact } from './impact.ts';
import { listQuery } from './list-query.ts';
import type { Routes } from './route.ts';
import { impactQuery } from './inputs.ts';
import { actions, id, nothing, openEnum, page, timestamp, version } from './vocabulary.ts';

export const domainStatuses = ['pending', 'verified', 'failed'] as const;
export const domainProofs = ['dns', 'email'] as const;
export const enrolments = ['invite-only', 'suggest', 'auto-join'] as const;

/** What is asked of an organization to prove that a domain is its own; one at a time counts. */
export const domainChallenge = v.object({
  proof: openEnum(domainProofs),
  /** `dns`: the text record to set, its value exactly. */
  record: v.optional(v.object({ name: v.string(), value: v.string() })),
  /** `email`: where the token was mailed to; it is in no answer. */
  email: v.optional(v.string()),
  expiresAt: timestamp,
});

/** A domain that an organization says, or has shown, is its own. */
export const domain = v.object({
  domainId: id,
  organizationId: id,
  /** As A-labels, lower-case: what is compared. */
  name: v.string(),
  /** The same in its own letters; to be shown beside `name`, never in its place. */
  unicodeName: v.optional(v.string()),
  status: openEnum(domainStatuses),
  /** Only `dns` shows ownership; `email` shows that somebody has a mailbox there. */
  proof: openEnum(domainProofs),
  enrolment: openEnum(enrolments),
  discovery: v.boolean(),
  createdAt: timestamp,
  verifiedAt: v.optional(timestamp),
  /** Since when the record of a verified domain is missed; after 72 hours it counts no more. */
  missingSince: v.optional(timestamp),
  challenge: v.optional(domainChallenge),
  version,
  actions,
});

export const domainPage = page(domain);

export const domainListQuery = v.strictObject({
  ...listQuery,
  status: v.optional(v.picklist(domainStatuses)),
});

const proof = v.picklist(domainProofs);

export const domainClaim = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  proof: v.optional(proof, 'dns'),
});

/** `email` is needed for a proof by mail, and must be an address at that very domain. */
export const domainChallengeRequest = v.strictObject({ proof, email: v.optional(email) });

/** `token` is what was mailed; a record needs none. */
export const domainVerification = v.strictObject({
  token: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(256))),
});

/** Whether the record of a verified domain was there, and the domain as that leaves it. */
export const domainRecheck = v.object({ found: v.boolean(), domain });

export const domainChange = v.strictObject({
  enrolment: v.optional(v.picklist(enrolments)),
  discovery: v.optional(v.boolean()),
});

const domains = '/organizations/{organizationId}/domains';
const one = `${domains}/{domainId}` as const;

export const domainRoutes = {
  'domains.list': {
    method: 'GET',
    path: domains,
    summary: 'The domains of an organization, by name.',
    query: domainListQuery,
    answer: domainPage,
  },
  'domains.get': {
    method: 'GET',
    path: one,
    summary: 'One domain of an organization.',
    answer: domain,
  },
  'domains.claim': {
    method: 'POST',
    path: domains,
    summary: 'Names a domain as its own, without any effect until it is proved.',
    action: 'domain.claim',
    body: domainClaim,
    answer: domain,
  },
  'domains.challenge': {
    method: 'POST',
    path: `${one}/challenge`,
    summary: 'Begins a new attempt to prove a domain; the one before counts no more.',
    action: 'domain.challenge',
    body: domainChallengeRequest,
    answer: domain,
  },
  'domains.verify': {
    method: 'POST',
    path: `${one}/verify`,
    summary: 'Looks for the proof of the present attempt.',
    action: 'domain.verify',
    body: domainVerification,
    answer: domain,
  },
  'domains.recheck': {
    method: 'POST',
    path: `${one}/recheck`,
    summary: 'Looks for the record of a verified domain again.',
    action: 'domain.recheck',
    answer: domainRecheck,
  },
  'domains.update': {
    method: 'PATCH',
    path: one,
    summary: 'Says how people of a verified domain come in.',
    action: 'domain.update',
    body: domainChange,
    answer: domain,
  },
  'domains.previewRemove': {
    method: 'GET',
    path: `${one}/removal`,
    summary: 'What removing a domain would do beside it.',
    answer: impact,
  },
  'domains.remove': {
    method: 'DELETE',
    path: one,
    summary: 'Gives a domain up, with its proof; connections that rest on nothing else end.',
    action: 'domain.remove',
    query: impactQuery,
    answer: nothing,
  },
} as const satisfies Routes;

export type Domain = v.InferOutput<typeof domain>;
export type DomainChallenge = v.InferOutput<typeof domainChallenge>;
export type DomainStatus = (typeof domainStatuses)[number];
export type DomainProof = (typeof domainProofs)[number];
export type Enrolment = (typeof enrolments)[number];
export type DomainClaim = v.InferInput<typeof domainClaim>;
export type DomainChallengeRequest = v.InferInput<typeof domainChallengeRequest>;
export type DomainVerification = v.InferInput<typeof domainVerification>;
export type DomainRecheck = v.InferOutput<typeof domainRecheck>;
export type DomainChange = v.InferInput<typeof domainChange>;
