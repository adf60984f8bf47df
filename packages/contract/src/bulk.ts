import * as v from 'valibot';
import { openEnum } from './vocabulary.ts';

/** What became of one item of a bulk call, in the order in which they were sent. */
export function bulk<T extends v.ObjectEntries>(entries: T) {
  return v.object({
    results: v.array(
      v.object({
        ...entries,
        outcome: openEnum(['done', 'refused']),
        /** Why it was refused. */
        code: v.optional(v.string()),
      }),
    ),
  });
}
