import * as v from 'valibot';

/** What every list takes. */
export const listQuery = {
  search: v.optional(v.pipe(v.string(), v.maxLength(200))),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.digits(),
      v.metadata({ type: 'integer', minimum: 1, maximum: 100, pattern: undefined }),
      v.toNumber(),
      v.minValue(1),
      v.maxValue(100),
    ),
  ),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(2048))),
};
