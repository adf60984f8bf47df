import * as v from 'valibot';
import type { Routes } from './route.ts';
import { id, nothing, timestamp } from './vocabulary.ts';

/** What a sign-in is used for: an application, on behalf of an organization or for the person. */
export const sessionUse = v.object({
  /** Absent for the Admin Portal. */
  applicationId: v.optional(id),
  name: v.string(),
  organization: v.optional(v.object({ organizationId: id, name: v.string() })),
});

/** One sign-in of the caller, in one browser. */
export const session = v.object({
  sessionId: id,
  authenticatedAt: timestamp,
  /** How they proved who they are, as `amr` names it (RFC 8176). */
  methods: v.array(v.string()),
  /** Whether the call comes from it. */
  current: v.boolean(),
  uses: v.array(sessionUse),
});

export const sessionRoutes = {
  'sessions.list': {
    method: 'GET',
    path: '/me/sessions',
    summary: 'Where the caller is signed in, newest first.',
    answer: v.object({ items: v.array(session) }),
  },
  'sessions.end': {
    method: 'DELETE',
    path: '/me/sessions/{sessionId}',
    summary: "Ends one of the caller's own sign-ins with its codes and refresh tokens.",
    action: 'session.end',
    answer: nothing,
  },
  'sessions.endOthers': {
    method: 'POST',
    path: '/me/sessions/end-others',
    summary: "Ends all of the caller's sign-ins but the one that calls.",
    action: 'session.end',
    answer: nothing,
  },
} as const satisfies Routes;

export type Session = v.InferOutput<typeof session>;
export type SessionUse = v.InferOutput<typeof sessionUse>;
