import * as v from 'valibot';

const offered = v.optional(v.boolean());
const words = v.optional(v.array(v.string()));
const number = v.optional(v.number());

/**
 * What the backend can do for an organization. What is missing or false is absent from the screen;
 * a backend that knows only some of it says only that.
 */
export const capabilities = v.object({
  organizations: v.object({
    search: v.boolean(),
    update: offered,
    branding: offered,
    suspend: offered,
    delete: offered,
    transferOwnership: offered,
    leave: offered,
    /** Whether slugs can be asked for before they are taken. */
    slugs: offered,
  }),
  managedOrganizations: v.optional(
    v.object({
      list: offered,
      create: offered,
      /** Levels below a root organization. */
      maxDepth: number,
      /** Whether those at all levels below can be listed, and so searched, at once. */
      allLevels: offered,
      /** Whether a parent chooses what each of those it manages may hand out. */
      roleGroups: offered,
    }),
  ),
  members: v.object({
    search: v.boolean(),
    /** Keys by which the list can be sorted. */
    sorts: v.array(v.string()),
    filters: v.array(v.string()),
    /** Whether pages carry the count over all pages. */
    total: v.boolean(),
    /** The most items that one page may hold. */
    pageLimit: v.number(),
    /**
     * Whether the next page begins after the last item whatever was written in between. Where it
     * begins at a position, an item may come twice or be missed: whoever adds pages up goes by ids.
     */
    steadyPages: offered,
    /** Whether members carry a version, so that a write can say what was looked at. */
    versions: offered,
    add: offered,
    update: offered,
    suspend: offered,
    remove: offered,
    setOrganizationRoles: offered,
    /** Whether a membership can end by itself. */
    expiry: offered,
    /** The most members that one bulk call may name. */
    bulkLimit: number,
  }),
  invitations: v.optional(
    v.object({
      list: offered,
      search: offered,
      filters: words,
      resend: offered,
      revoke: offered,
      /** Whether words of whoever invites go along. */
      message: offered,
      /** The most addresses that one bulk call may name. */
      bulkLimit: number,
      /** Minutes that an invitation may live. */
      life: v.optional(v.object({ least: v.number(), most: v.number(), usual: v.number() })),
    }),
  ),
  access: v.optional(
    v.object({
      grant: offered,
      explain: offered,
      bulkLimit: number,
      /** Whether a grant can end by itself. */
      expiry: offered,
      /** The most members that one window of the matrix may hold; absent where there is no matrix. */
      matrixLimit: number,
    }),
  ),
  applications: v.optional(v.object({ list: offered, onboard: offered })),
  roles: v.optional(v.object({ manage: offered })),
  roleGroups: v.optional(v.object({ manage: offered })),
  organizationRoles: v.optional(v.object({ list: offered, custom: offered })),
  /** How a domain can be proved. */
  domains: v.optional(v.object({ dns: offered, email: offered })),
  connections: v.optional(v.object({ protocols: words })),
  directoryTokens: v.optional(v.object({ list: offered, create: offered })),
  apiKeys: v.optional(v.object({ list: offered, create: offered })),
  sessions: v.optional(v.object({ list: offered, end: offered })),
  audit: v.optional(v.object({ list: offered, filters: words })),
});

export type Capabilities = v.InferOutput<typeof capabilities>;
