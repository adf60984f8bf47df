import * as v from 'valibot';
import { actions, id, listQuery, openEnum, page, roleReference, timestamp } from './vocabulary.ts';

export const memberStatuses = ['active', 'pending', 'suspended'] as const;
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
  source: openEnum(['direct', 'invitation', 'sso', 'scim', 'signup']),
  /** The applications the person was given, with the roles that lie within the organization's ceiling. */
  access: v.array(v.object({ applicationId: id, name: v.string(), roles: v.array(roleReference) })),
  version: v.number(),
  actions,
});

export const memberPage = page(member);

export const memberListQuery = v.strictObject({
  ...listQuery,
  status: v.optional(v.picklist(memberStatuses)),
  organizationRole: v.optional(id),
  applicationRole: v.optional(id),
  /** A column; with a leading `-`, downwards. People without a value come last either way. */
  sort: v.optional(v.picklist(memberSorts.flatMap((key) => [key, `-${key}`] as const))),
});

export type Member = v.InferOutput<typeof member>;
export type MemberStatus = (typeof memberStatuses)[number];
export type MemberSort = (typeof memberSorts)[number];
export type MemberOrder = MemberSort | `-${MemberSort}`;
