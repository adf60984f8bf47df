import * as v from 'valibot';
import { impact } from './impact.ts';
import type { Routes } from './route.ts';
import { ids, impactQuery, text } from './inputs.ts';
import { actions, id, nothing, version } from './vocabulary.ts';

/** A named bundle of an application's roles: the unit in which organizations are given them. */
export const roleGroup = v.object({
  roleGroupId: id,
  applicationId: id,
  name: v.string(),
  roleIds: v.array(id),
  version,
  actions,
});

export const roleGroupCreation = v.strictObject({ name: text(120), roleIds: ids(200) });

export const roleGroupChange = v.strictObject({
  name: v.optional(text(120)),
  roleIds: v.optional(ids(200)),
});

const groups = '/tenant/applications/{applicationId}/role-groups';
const one = `${groups}/{roleGroupId}`;

export const roleGroupRoutes = {
  'roleGroups.list': {
    method: 'GET',
    path: groups,
    summary: 'The role groups of an application; for platform administrators.',
    /** With what the caller may add. */
    answer: v.object({ items: v.array(roleGroup), actions: v.optional(actions, {}) }),
  },
  'roleGroups.create': {
    method: 'POST',
    path: groups,
    summary: 'Adds a role group to an application; no organization has it yet.',
    action: 'roleGroup.create',
    body: roleGroupCreation,
    answer: roleGroup,
  },
  'roleGroups.previewUpdate': {
    method: 'POST',
    path: `${one}/preview`,
    summary: 'What changing a role group would take from organizations and members.',
    body: roleGroupChange,
    answer: impact,
  },
  'roleGroups.update': {
    method: 'PATCH',
    path: one,
    summary: 'Changes a role group, for all organizations that have it.',
    action: 'roleGroup.update',
    query: impactQuery,
    body: roleGroupChange,
    answer: roleGroup,
  },
  'roleGroups.previewDelete': {
    method: 'GET',
    path: `${one}/deletion`,
    summary: 'What deleting a role group would take from organizations and members.',
    answer: impact,
  },
  'roleGroups.delete': {
    method: 'DELETE',
    path: one,
    summary: 'Deletes a role group, and takes from members what they had through it alone.',
    action: 'roleGroup.delete',
    query: impactQuery,
    answer: nothing,
  },
} as const satisfies Routes;

export type RoleGroup = v.InferOutput<typeof roleGroup>;
export type RoleGroupCreation = v.InferInput<typeof roleGroupCreation>;
export type RoleGroupChange = v.InferInput<typeof roleGroupChange>;
