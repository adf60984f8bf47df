import * as v from 'valibot';
import type { Routes } from './route.ts';
import { id, openEnum, roleReference, version } from './vocabulary.ts';

/** Who the caller is, and on behalf of which organization the token acts. */
export const me = v.object({
  userId: id,
  email: v.string(),
  emailVerified: v.boolean(),
  name: v.string(),
  phone: v.optional(v.string()),
  picture: v.optional(v.string()),
  locale: v.optional(v.string()),
  /** Absent where the backend knows no applications. */
  applicationId: v.optional(id),
  /** Absent for a person who acts for themselves. */
  organization: v.optional(
    v.object({
      organizationId: id,
      name: v.string(),
      status: openEnum(['active', 'suspended']),
      organizationRoles: v.array(roleReference),
      /** What the person may do in the application, now. */
      roles: v.array(roleReference),
      permissions: v.array(v.string()),
    }),
  ),
  /** Of the profile. */
  version: v.optional(version),
});

/** What almost every screen reads; beside the others, so that a page need not load those at first. */
export const meReadings = {
  'me.get': {
    method: 'GET',
    path: '/me',
    summary: 'Who the caller is, and for which organization the token acts.',
    answer: me,
  },
} as const satisfies Routes;

export type Me = v.InferOutput<typeof me>;
