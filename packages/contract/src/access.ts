import * as v from 'valibot';
import type { Routes } from './route.ts';
import { actions, id, openEnum, timestamp, verdict, version } from './vocabulary.ts';

/** One role that a member was given, and whether it counts now. */
export const grantedRole = v.object({
  roleId: id,
  name: v.string(),
  source: openEnum(['direct', 'default', 'idp-group', 'parent']),
  grantedBy: v.optional(id),
  expiresAt: v.optional(timestamp),
  /** `true`, or the code of the reason why it does not count: past its end, outside the ceiling. */
  inForce: verdict,
});

/** What one member was given of one application of the organization, and what comes of it. */
export const memberAccess = v.object({
  userId: id,
  applicationId: id,
  name: v.string(),
  /** `true` when the member may enter now, else the code of the first reason against it. */
  entry: verdict,
  /** Whether there is a grant, with or without roles. */
  granted: v.boolean(),
  roles: v.array(grantedRole),
  expiresAt: v.optional(timestamp),
  version,
  actions,
});

/** Why a member may or may not enter an application: each condition, each role with its source. */
export const accessExplanation = v.object({
  ...memberAccess.entries,
  conditions: v.array(
    v.object({
      condition: openEnum([
        'user_active',
        'member_active',
        'organization_active',
        'application_active',
        'application_for_organizations',
        'application_onboarded',
        'chain_active',
        'granted',
        'role_within_ceiling',
      ]),
      holds: v.boolean(),
    }),
  ),
  /** The union of the permissions of the roles that count. */
  permissions: v.array(v.string()),
});

export const access = '/organizations/{organizationId}/members/{userId}/access';

/** What almost every screen reads; beside the others, so that a page need not load those at first. */
export const accessReadings = {
  'access.list': {
    method: 'GET',
    path: access,
    summary:
      "What a member was given of the organization's applications; one's own is always read.",
    answer: v.object({ items: v.array(memberAccess) }),
  },
  'access.explain': {
    method: 'GET',
    path: `${access}/{applicationId}/explain`,
    summary: 'Why a member may or may not enter an application.',
    answer: accessExplanation,
  },
} as const satisfies Routes;

export type MemberAccess = v.InferOutput<typeof memberAccess>;

export type AccessExplanation = v.InferOutput<typeof accessExplanation>;
