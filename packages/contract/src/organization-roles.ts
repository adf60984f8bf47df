import * as v from 'valibot';
import type { Routes } from './route.ts';
import { actions, id, verdict, version } from './vocabulary.ts';

/** A set of administration permissions, from the catalogue of the tenant. */
export const organizationRole = v.object({
  roleId: id,
  name: v.string(),
  permissions: v.array(v.string()),
  builtIn: v.boolean(),
  /** `true`, or the code of the reason why this caller may not give it to anybody here. */
  assignable: verdict,
  version: v.optional(version),
  actions: v.optional(actions, {}),
});

/** The catalogue, with what the caller may add to it. */
export const organizationRoleList = v.object({
  items: v.array(organizationRole),
  actions: v.optional(actions, {}),
  /** Everything that a role may allow; `true`, or the code of the reason why this caller may not give it. */
  permissions: v.optional(v.array(v.object({ permission: v.string(), mayGive: verdict })), []),
});

/** What almost every screen reads; beside the others, so that a page need not load those at first. */
export const organizationRoleReadings = {
  'organizationRoles.list': {
    method: 'GET',
    path: '/organizations/{organizationId}/organization-roles',
    summary: 'The organization roles there are, each with whether the caller may hand it out.',
    answer: organizationRoleList,
  },
} as const satisfies Routes;

export type OrganizationRoleList = v.InferOutput<typeof organizationRoleList>;

export type OrganizationRole = v.InferOutput<typeof organizationRole>;
