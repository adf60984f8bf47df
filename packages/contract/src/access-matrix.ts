import * as v from 'valibot';
import { listQuery } from './list-query.ts';
import type { Routes } from './route.ts';
import { grantSource, id, openEnum, timestamp, verdict, version } from './vocabulary.ts';

/** What members were given of one application, in the matrix of members and applications. */
export const accessCell = v.object({
  applicationId: id,
  /** Whether there is a grant, with or without roles. */
  granted: v.boolean(),
  /** Whether there is one that has not ended by itself. */
  inForce: v.boolean(),
  roles: v.array(
    v.object({
      roleId: id,
      source: grantSource,
      expiresAt: v.optional(timestamp),
      inForce: verdict,
    }),
  ),
  expiresAt: v.optional(timestamp),
  version,
});

/** One member in the matrix of members and applications. */
export const accessRow = v.object({
  userId: id,
  name: v.optional(v.string(), ''),
  email: v.string(),
  picture: v.optional(v.string()),
  status: openEnum(['active', 'pending', 'suspended']),
  /** Whether the caller may give them anything more, of any application. */
  give: verdict,
  /** Whether the caller may take anything of what they have. */
  take: verdict,
  /** Of the applications asked for. Where there is none, there is no grant, and never was: version 1. */
  cells: v.array(accessCell),
});

export const accessStandings = ['given', 'none', 'outside_ceiling', 'expiring'] as const;

const whole = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.digits(),
    v.metadata({ type: 'integer', minimum: least, maximum: most, pattern: undefined }),
    v.toNumber(),
    v.minValue(least),
    v.maxValue(most),
  );

export const accessMatrixQuery = v.strictObject({
  search: listQuery.search,
  /** How many rows come before the window. */
  first: v.optional(whole(0, 10_000_000)),
  limit: v.optional(whole(1, 200)),
  /** The columns of the window, with commas in between; all of them without it. */
  applications: v.optional(v.pipe(v.string(), v.maxLength(8000))),
  /** Members who hold this role now, or would if the organization might hand it out. */
  role: v.optional(id),
  /**
   * How members stand to applications: given one, given none, given roles that the organization may
   * not hand out, given something that ends within thirty days.
   */
  standing: v.optional(v.picklist(accessStandings)),
  /** The application that `standing` is about; any without it. */
  application: v.optional(id),
});

export const accessWindow = v.object({
  items: v.array(accessRow),
  /** How many members match. */
  total: v.number(),
});

export const accessMatrixRoutes = {
  'access.matrix': {
    method: 'GET',
    path: '/organizations/{organizationId}/access',
    summary:
      'A window of members by applications, members by name; needs `members:read` and `access:read`.',
    query: accessMatrixQuery,
    answer: accessWindow,
  },
} as const satisfies Routes;

export type AccessCell = v.InferOutput<typeof accessCell>;

export type AccessRow = v.InferOutput<typeof accessRow>;

export type AccessStanding = (typeof accessStandings)[number];

export type AccessWindow = v.InferOutput<typeof accessWindow>;
