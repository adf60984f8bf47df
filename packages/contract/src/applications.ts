import * as v from 'valibot';
import type { Routes } from './route.ts';
import { actions, id, openEnum, page, verdict, version } from './vocabulary.ts';

export const audiences = ['b2c', 'b2b', 'both'] as const;

/** A role of an application, as the organization may hand it out. */
export const applicationRole = v.object({
  roleId: id,
  key: v.string(),
  name: v.string(),
  description: v.optional(v.string(), ''),
  permissions: v.array(v.string()),
  /** Whether it lies within what this organization may hand out. */
  assignable: v.boolean(),
  /** `true`, or the code of the reason why this caller may not give it to anybody here. */
  handOut: v.optional(verdict),
});

const roleGroupReference = v.object({ roleGroupId: id, name: v.string() });

/** An organization's share of an application. */
export const onboarding = v.object({
  status: openEnum(['active', 'suspended']),
  roleGroups: v.array(roleGroupReference),
  /** Single roles, beside those of the groups. */
  roleIds: v.optional(v.array(id), []),
  /** What a new member gets. */
  defaultRoleIds: v.optional(v.array(id), []),
  /** Whether a member may enter without a role. */
  allowsRolelessAccess: v.optional(v.boolean(), false),
  /** What organizations managed by this one may be given. */
  exposedRoleGroups: v.optional(v.array(roleGroupReference), []),
  /** How many members may have it, `null` for as many as one likes, and how many do. */
  seats: v.optional(v.object({ limit: v.nullable(v.number()), used: v.number() })),
  /** Whether it comes from the organization's parent. */
  fromParent: v.optional(v.boolean(), false),
  /** The connection by which members sign in to it; told to the organization itself only. */
  connectionId: v.optional(id),
  version: v.optional(version),
  actions: v.optional(actions, {}),
});

/** An application that the organization is onboarded to. */
export const application = v.object({
  applicationId: id,
  name: v.string(),
  logoUrl: v.optional(v.string()),
  /** Where a person enters it. */
  launchUrl: v.optional(v.string()),
  audience: openEnum(audiences),
  onboarding,
  roles: v.array(applicationRole),
});

export const applicationPage = page(application);

/** What almost every screen reads; beside the others, so that a page need not load those at first. */
export const applicationReadings = {
  'applications.list': {
    method: 'GET',
    path: '/organizations/{organizationId}/applications',
    summary: 'The applications that the organization is onboarded to, with their roles.',
    answer: applicationPage,
  },
} as const satisfies Routes;

export type Application = v.InferOutput<typeof application>;

export type ApplicationRole = v.InferOutput<typeof applicationRole>;

export type Onboarding = v.InferOutput<typeof onboarding>;
