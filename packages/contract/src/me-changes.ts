import * as v from 'valibot';
import type { Routes } from './route.ts';
import { profileChange } from './users.ts';
import { me, meReadings } from './me.ts';

/** What people change of their own profile; the address only with a proof, its status never. */
export const meChange = v.strictObject(profileChange);

export const meRoutes = {
  ...meReadings,
  'me.update': {
    method: 'PATCH',
    path: '/me',
    summary: "Changes the caller's own profile, the same in every organization.",
    action: 'me.update',
    body: meChange,
    answer: me,
  },
} as const satisfies Routes;

export type MeChange = v.InferInput<typeof meChange>;
