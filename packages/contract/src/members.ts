import * as v from 'valibot';
import type { Routes } from './route.ts';
import { actions, id, openEnum, page, roleReference, timestamp, version } from './vocabulary.ts';

export const memberStatuses = ['active', 'pending', 'suspended'] as const;

export const memberSources = ['direct', 'invitation', 'sso', 'scim', 'signup'] as const;

export const memberSorts = ['name', 'email', 'status', 'joinedAt', 'lastSignInAt'] as const;

/** A person in an organization, with the tenant-level profile that members see of each other. */
export const member = v.object({
  userId: id,
  organizationId: id,
  email: v.string(),
  name: v.optional(v.string(), ''),
  picture: v.optional(v.string()),
  status: openEnum(memberStatuses),
  organizationRoles: v.array(roleReference),
  title: v.optional(v.string()),
  department: v.optional(v.string()),
  joinedAt: v.optional(timestamp),
  lastSignInAt: v.optional(timestamp),
  expiresAt: v.optional(timestamp),
  /** Absent where the backend does not note it. */
  source: v.optional(openEnum(memberSources)),
  /** The applications the person was given, with the roles that lie within the organization's ceiling. */
  access: v.array(v.object({ applicationId: id, name: v.string(), roles: v.array(roleReference) })),
  /** Absent where the backend does not count writes. */
  version: v.optional(version),
  actions,
});

export const memberPage = page(member);

export const members = '/organizations/{organizationId}/members';

/** What almost every screen reads; beside the others, so that a page need not load those at first. */
export const memberReadings = {
  'members.list': {
    method: 'GET',
    path: members,
    summary: 'The members of an organization; needs `members:read`.',
    answer: memberPage,
  },
  'members.get': {
    method: 'GET',
    path: `${members}/{userId}`,
    summary: 'One member; everyone may read their own membership.',
    answer: member,
  },
} as const satisfies Routes;

export type Member = v.InferOutput<typeof member>;

export type MemberSource = (typeof memberSources)[number];

export type MemberStatus = (typeof memberStatuses)[number];

export type MemberSort = (typeof memberSorts)[number];

export type MemberOrder = MemberSort | `-${MemberSort}`;
