import * as v from 'valibot';
import { email } from './email-address.ts';
import { bulk } from './bulk.ts';
import { listQuery } from './list-query.ts';
import type { Routes } from './route.ts';
import { ids, text } from './inputs.ts';
import { actions, id, openEnum, page, roleReference, timestamp, version } from './vocabulary.ts';

export const invitationStatuses = [
  'pending',
  'accepted',
  'declined',
  'revoked',
  'expired',
] as const;

/** A person asked to join an organization. */
export const invitation = v.object({
  invitationId: id,
  organizationId: id,
  email: v.string(),
  status: openEnum(invitationStatuses),
  organizationRoles: v.array(roleReference),
  access: v.array(v.object({ applicationId: id, name: v.string(), roles: v.array(roleReference) })),
  invitedBy: v.object({ userId: id, name: v.optional(v.string()) }),
  message: v.optional(v.string()),
  createdAt: timestamp,
  expiresAt: timestamp,
  /** The expired invitation that this one was sent in place of. */
  renews: v.optional(id),
  /** Where whoever invites may hand it on by other ways than mail; the reference never gives it. */
  link: v.optional(v.string()),
  /** Absent where the backend does not count writes. */
  version: v.optional(version),
  actions,
});

export const invitationPage = page(invitation);

export const invitationListQuery = v.strictObject({
  ...listQuery,
  status: v.optional(v.picklist(invitationStatuses)),
});

const offer = {
  organizationRoleIds: ids(20),
  access: v.optional(
    v.pipe(
      v.array(v.strictObject({ applicationId: id, roleIds: ids(100) })),
      v.maxLength(200),
      v.check(
        (all) => new Set(all.map((one) => one.applicationId)).size === all.length,
        'An application is given more than once.',
      ),
    ),
    [],
  ),
  /** Minutes until the link is dead: 5 to 10,080. */
  life: v.optional(v.pipe(v.number(), v.integer()), 2880),
  message: v.optional(text(1000)),
};

export const invitationOffer = v.strictObject({ email, ...offer });

/** Addresses are judged one by one, so that a bad one is a verdict and not a refusal of all. */
export const invitationOffers = v.strictObject({
  emails: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1000))), v.minLength(1), v.maxLength(1000)),
  ...offer,
});

export const invitationBulkResult = bulk({ email: v.string(), invitationId: v.optional(id) });

/** An invitation as the person sees it who is invited. */
export const ownInvitation = v.object({
  invitationId: id,
  organization: v.object({ organizationId: id, name: v.string(), logoUrl: v.optional(v.string()) }),
  invitedBy: v.object({ name: v.optional(v.string()) }),
  message: v.optional(v.string()),
  expiresAt: timestamp,
});

/** Which invitation is answered: by the secret of its link, or as one of the caller's own list. */
export const invitationAnswer = v.union([
  v.strictObject({ token: v.pipe(v.string(), v.minLength(1), v.maxLength(256)) }),
  v.strictObject({ invitationId: id }),
]);

/** What became of an invitation, and what of it could no longer be given. */
export const acceptedInvitation = v.object({
  organizationId: id,
  /** What the invitation promised and its inviter can no longer give, or what has no seat left. */
  withheld: v.object({
    organizationRoleIds: v.array(id),
    access: v.array(v.object({ applicationId: id, roleIds: v.array(id) })),
  }),
});

const invitations = '/organizations/{organizationId}/invitations';

export const invitationRoutes = {
  'invitations.list': {
    method: 'GET',
    path: invitations,
    summary: 'The invitations of an organization, newest first.',
    query: invitationListQuery,
    answer: invitationPage,
  },
  'invitations.create': {
    method: 'POST',
    path: invitations,
    summary: 'Invites a person; one who is invited already gets a new link, and the old one dies.',
    action: 'member.invite',
    body: invitationOffer,
    answer: invitation,
  },
  'invitations.bulk': {
    method: 'POST',
    path: `${invitations}/bulk`,
    summary: 'Invites up to 1,000 people to the same, each judged for itself.',
    action: 'member.invite',
    body: invitationOffers,
    answer: invitationBulkResult,
  },
  'invitations.resend': {
    method: 'POST',
    path: `${invitations}/{invitationId}/resend`,
    summary: 'Sends a new link; an invitation whose life has ended is renewed by another one.',
    action: 'invitation.resend',
    answer: invitation,
  },
  'invitations.revoke': {
    method: 'POST',
    path: `${invitations}/{invitationId}/revoke`,
    summary: 'Withdraws an invitation that still waits, with the pending membership.',
    action: 'invitation.revoke',
    answer: invitation,
  },
  'invitations.listOwn': {
    method: 'GET',
    path: '/me/invitations',
    summary: "The invitations that wait for the caller's own verified address.",
    answer: v.object({ items: v.array(ownInvitation) }),
  },
  'invitations.accept': {
    method: 'POST',
    path: '/me/invitations/accept',
    summary: 'Joins the organization, as the very person whose address was invited.',
    action: 'invitation.accept',
    body: invitationAnswer,
    answer: acceptedInvitation,
  },
  'invitations.decline': {
    method: 'POST',
    path: '/me/invitations/decline',
    summary: 'Says no, as the very person whose address was invited.',
    action: 'invitation.decline',
    body: invitationAnswer,
    answer: v.object({}),
  },
} as const satisfies Routes;

export type Invitation = v.InferOutput<typeof invitation>;
export type InvitationOffer = v.InferInput<typeof invitationOffer>;
export type InvitationOffers = v.InferInput<typeof invitationOffers>;
export type InvitationBulkResult = v.InferOutput<typeof invitationBulkResult>;
export type InvitationStatus = (typeof invitationStatuses)[number];
export type OwnInvitation = v.InferOutput<typeof ownInvitation>;
export type InvitationAnswer = v.InferInput<typeof invitationAnswer>;
export type AcceptedInvitation = v.InferOutput<typeof acceptedInvitation>;
