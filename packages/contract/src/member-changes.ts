import * as v from 'valibot';
import { bulk } from './bulk.ts';
import { listQuery } from './list-query.ts';
import type { Routes } from './route.ts';
import { ids, moment, text } from './inputs.ts';
import { id, nothing, timestamp } from './vocabulary.ts';
import {
  member,
  members,
  memberReadings,
  memberSorts,
  memberSources,
  memberStatuses,
} from './members.ts';

/** What a list of members takes; here, since only a server judges it. */
export const memberListQuery = v.strictObject({
  ...listQuery,
  status: v.optional(v.picklist(memberStatuses)),
  organizationRole: v.optional(id),
  applicationRole: v.optional(id),
  /** Members who were given the application, with whatever roles. */
  application: v.optional(id),
  source: v.optional(v.picklist(memberSources)),
  /** A column; with a leading `-`, downwards. People without a value come last either way. */
  sort: v.optional(v.picklist(memberSorts.flatMap((key) => [key, `-${key}`] as const))),
});

/** What the organization notes about a member. `null` takes away. */
export const memberChange = v.strictObject({
  title: v.optional(v.nullable(text(120))),
  department: v.optional(v.nullable(text(120))),
  /** The membership ends by itself at this moment. */
  expiresAt: v.optional(v.nullable(moment)),
});

/** A person of the tenant who becomes a member at once, without an invitation. */
export const memberAddition = v.strictObject({
  userId: id,
  organizationRoleIds: ids(20),
  title: v.optional(text(120)),
  department: v.optional(text(120)),
  expiresAt: v.optional(moment),
});

export const organizationRolesChange = v.strictObject({ organizationRoleIds: ids(20) });

/** Up to 1,000 members, each judged for itself. */
export const memberSelection = v.strictObject({
  userIds: v.pipe(ids(1000), v.minLength(1)),
});

export const memberBulkAction = v.strictObject({
  ...memberSelection.entries,
  action: v.picklist(['suspend', 'reactivate', 'remove']),
});

export const memberBulkResult = bulk({ userId: id });

/** A sign-in that acts for the organization, at one application; of others, nothing is told. */
export const memberSession = v.object({
  applicationId: v.optional(id),
  name: v.string(),
  authenticatedAt: timestamp,
  methods: v.array(v.string()),
});

export const memberRoutes = {
  ...memberReadings,
  'members.list': { ...memberReadings['members.list'], query: memberListQuery },
  'members.add': {
    method: 'POST',
    path: members,
    summary: 'Makes a person of the tenant a member at once; the first roles are the defaults.',
    action: 'member.add',
    body: memberAddition,
    answer: member,
  },
  'members.update': {
    method: 'PATCH',
    path: `${members}/{userId}`,
    summary: 'Changes what the organization notes about a member, never the profile.',
    action: 'member.update',
    body: memberChange,
    answer: member,
  },
  'members.suspend': {
    method: 'POST',
    path: `${members}/{userId}/suspend`,
    summary: 'Shuts a member out; roles and grants stay for when they are let in again.',
    action: 'member.suspend',
    answer: member,
  },
  'members.reactivate': {
    method: 'POST',
    path: `${members}/{userId}/reactivate`,
    summary: 'Lets a suspended member in again.',
    action: 'member.reactivate',
    answer: member,
  },
  'members.remove': {
    method: 'DELETE',
    path: `${members}/{userId}`,
    summary: 'Ends a membership with its grants; the profile stays.',
    action: 'member.remove',
    answer: nothing,
  },
  'members.setOrganizationRoles': {
    method: 'PUT',
    path: `${members}/{userId}/organization-roles`,
    summary: "Replaces a member's organization roles.",
    action: 'member.setOrganizationRoles',
    body: organizationRolesChange,
    answer: member,
  },
  'members.bulk': {
    method: 'POST',
    path: `${members}/bulk`,
    summary: 'Suspends, reactivates or removes up to 1,000 members, each judged for itself.',
    action: 'member.update',
    body: memberBulkAction,
    answer: memberBulkResult,
  },
  'members.listSessions': {
    method: 'GET',
    path: `${members}/{userId}/sessions`,
    summary: 'Where a member acts for the organization now, newest first.',
    answer: v.object({ items: v.array(memberSession) }),
  },
  'members.endSessions': {
    method: 'POST',
    path: `${members}/{userId}/sessions/end`,
    summary: "Ends a member's codes and refresh tokens for the organization, and for no other.",
    action: 'member.endSessions',
    answer: nothing,
  },
} as const satisfies Routes;

export type MemberAddition = v.InferInput<typeof memberAddition>;

export type MemberChange = v.InferInput<typeof memberChange>;

export type MemberBulkAction = v.InferInput<typeof memberBulkAction>;

export type MemberBulkResult = v.InferOutput<typeof memberBulkResult>;

export type MemberSession = v.InferOutput<typeof memberSession>;
