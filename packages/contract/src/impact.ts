import * as v from 'valibot';
import { id } from './vocabulary.ts';

/** What a deed would do beside what it says, and the token that confirms it was looked at. */
export const impact = v.object({
  /** How many of each kind of change. */
  counts: v.record(v.string(), v.number()),
  /** The first hundred of them. */
  changes: v.array(
    v.object({
      action: v.string(),
      organizationId: v.optional(id),
      applicationId: v.optional(id),
      target: v.optional(v.object({ type: v.string(), id: v.string() })),
    }),
  ),
  /** The roles of applications that members lose by it, and how many members each. */
  roles: v.optional(
    v.array(v.object({ roleId: id, name: v.string(), applicationId: id, members: v.number() })),
    [],
  ),
  token: v.string(),
});

/** How many people have something, in how many organizations. */
export const holders = v.object({ members: v.number(), organizations: v.number() });

export type Holders = v.InferOutput<typeof holders>;

export type Impact = v.InferOutput<typeof impact>;
