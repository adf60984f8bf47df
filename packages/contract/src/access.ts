import * as v from 'valibot';
import type { Routes } from './route.ts';
import { actions, grantSource, id, timestamp, verdict, version } from './vocabulary.ts';

/** One role that a member was given, and whether it counts now. */
export const grantedRole = v.object({
  roleId: id,
  name: v.string(),
  source: grantSource,
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
} as const satisfies Routes;

export type MemberAccess = v.InferOutput<typeof memberAccess>;
