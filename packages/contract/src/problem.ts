import * as v from 'valibot';

/** RFC 9457 problem document, with the closed `code` and the id to quote to support. */
export const problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
  code: v.string(),
  requestId: v.string(),
  errors: v.optional(v.array(v.object({ field: v.string(), message: v.string() }))),
});

export type Problem = v.InferOutput<typeof problem>;
