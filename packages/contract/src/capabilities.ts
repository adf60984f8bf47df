import * as v from 'valibot';

/** What the backend can do for an organization. What is missing or false is absent from the screen. */
export const capabilities = v.object({
  organizations: v.object({ search: v.boolean() }),
  members: v.object({
    search: v.boolean(),
    /** Keys by which the list can be sorted. */
    sorts: v.array(v.string()),
    filters: v.array(v.string()),
    /** Whether pages carry the count over all pages. */
    total: v.boolean(),
    /** The most items that one page may hold. */
    pageLimit: v.number(),
  }),
});

export type Capabilities = v.InferOutput<typeof capabilities>;
