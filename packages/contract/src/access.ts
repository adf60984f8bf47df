import * as v from 'valibot';
import type { Routes } from './route.ts';
import { actions, id, listQuery, openEnum, timestamp, verdict, version } from './vocabulary.ts';

const grantSource = openEnum(['direct', 'default', 'idp-group', 'parent']);

/** One role that a member was given, and whether it counts now. */
export const grantedRole = v.object({
  roleId: id,
  name: v.string(),
  source: grantSource,
  grantedBy: v.optional(id),
  expiresAt: v.optional(timestamp),
  /** `true`, or the code of the reason why it does not count: past its end, outside the ceiling. */
  inForce: verdict,
});

/** What one member was given of one application of the organization, and what comes of it. */
export const memberAccess = v.object({
  userId: id,
  applicationId: id,
  name: v.string(),
  /** `true` when the member may enter now, else the code of the first reason against it. */
  entry: verdict,
  /** Whether there is a grant, with or without roles. */
  granted: v.boolean(),
  roles: v.array(grantedRole),
  expiresAt: v.optional(timestamp),
  version,
  actions,
});

/** What would be left of a member's access without one role. */
const removal = v.object({
  /** `true` when the member could enter all the same, else the code of the reason. */
  entry: verdict,
  /** What the member could do no more, for no other role gives it. */
  permissions: v.array(v.string()),
});

/** An act that would make a condition of entry hold. */
const remedy = v.object({
  name: openEnum([
    'enable_user',
    'invite',
    'accept_invitation',
    'reactivate_member',
    'extend_membership',
    'reactivate_organization',
    'enable_application',
    'open_application',
    'onboard',
    'reactivate_onboarding',
    'restore_above',
    'give_access',
    'extend_access',
    'widen_onboarding',
    'give_role',
  ]),
  /** Who can take it. */
  by: openEnum(['person', 'organization', 'parent', 'platform']),
  /** `true` when this caller may, else the code of the reason. */
  may: verdict,
});

/**
 * Why a member may or may not enter an application: each condition, each role with its source and
 * with what rests on it alone, and what would open the door.
 */
export const accessExplanation = v.object({
  ...memberAccess.entries,
  roles: v.array(v.object({ ...grantedRole.entries, removal: v.optional(removal) })),
  /** All of these together open it; none when it is open. */
  remedies: v.optional(v.array(remedy), []),
  conditions: v.array(
    v.object({
      condition: openEnum([
        'user_active',
        'member_active',
        'organization_active',
        'application_active',
        'application_for_organizations',
        'application_onboarded',
        'chain_active',
        'granted',
        'role_within_ceiling',
      ]),
      holds: v.boolean(),
    }),
  ),
  /** The union of the permissions of the roles that count. */
  permissions: v.array(v.string()),
});

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

export const access = '/organizations/{organizationId}/members/{userId}/access';

/** What almost every screen reads; beside the others, so that a page need not load those at first. */
export const accessReadings = {
  'access.list': {
    method: 'GET',
    path: access,
    summary:
      "What a member was given of the organization's applications; one's own is always read.",
    answer: v.object({ items: v.array(memberAccess) }),
  },
  'access.explain': {
    method: 'GET',
    path: `${access}/{applicationId}/explain`,
    summary: 'Why a member may or may not enter an application.',
    answer: accessExplanation,
  },
  'access.matrix': {
    method: 'GET',
    path: '/organizations/{organizationId}/access',
    summary:
      'A window of members by applications, members by name; needs `members:read` and `access:read`.',
    query: accessMatrixQuery,
    answer: accessWindow,
  },
} as const satisfies Routes;

export type MemberAccess = v.InferOutput<typeof memberAccess>;

export type AccessExplanation = v.InferOutput<typeof accessExplanation>;

export type AccessCell = v.InferOutput<typeof accessCell>;

export type AccessRow = v.InferOutput<typeof accessRow>;

export type AccessStanding = (typeof accessStandings)[number];

export type AccessWindow = v.InferOutput<typeof accessWindow>;
