import { roleKeyBlocker } from '@tesserakit/domain';
import * as v from 'valibot';
import { holders, impact } from './impact.ts';
import type { Routes } from './route.ts';
import { impactQuery, text } from './inputs.ts';
import { actions, id, nothing, version } from './vocabulary.ts';

/** A role in the catalogue of an application. */
export const role = v.object({
  roleId: id,
  applicationId: id,
  /** The name that tokens carry; never changes. */
  key: v.string(),
  name: v.string(),
  description: v.optional(v.string(), ''),
  permissions: v.array(v.string()),
  version,
  actions,
});

/** What a role may do inside the product, in the product's own words. */
const permissions = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.:/*-]{0,99}$/))),
  v.maxLength(200),
  v.check((all) => new Set(all).size === all.length, 'Given more than once.'),
);

export const roleCreation = v.strictObject({
  key: v.pipe(
    v.string(),
    v.check((key) => roleKeyBlocker(key, false) === undefined, 'This is no key.'),
  ),
  name: text(120),
  description: v.optional(text(500)),
  permissions,
});

/** `null` takes away; what is not said stays. The key cannot be changed. */
export const roleChange = v.strictObject({
  name: v.optional(text(120)),
  description: v.optional(v.nullable(text(500))),
  permissions: v.optional(permissions),
});

const roles = '/tenant/applications/{applicationId}/roles';
const one = `${roles}/{roleId}`;

export const roleRoutes = {
  'roles.list': {
    method: 'GET',
    path: roles,
    summary: 'The roles of an application; for platform administrators.',
    /** With what the caller may add. */
    answer: v.object({ items: v.array(role), actions: v.optional(actions, {}) }),
  },
  'roles.create': {
    method: 'POST',
    path: roles,
    summary: 'Adds a role to an application; no organization has it yet.',
    action: 'role.create',
    body: roleCreation,
    answer: role,
  },
  'roles.holders': {
    method: 'GET',
    path: `${one}/holders`,
    summary: 'How many people have the role, whom changing it changes.',
    answer: holders,
  },
  'roles.update': {
    method: 'PATCH',
    path: one,
    summary: 'Changes what a role is called and allows, for all who have it.',
    action: 'role.update',
    body: roleChange,
    answer: role,
  },
  'roles.previewDelete': {
    method: 'GET',
    path: `${one}/deletion`,
    summary: 'Where deleting a role would take it from.',
    answer: impact,
  },
  'roles.delete': {
    method: 'DELETE',
    path: one,
    summary: 'Deletes a role, and takes it from every role group, organization and member.',
    action: 'role.delete',
    query: impactQuery,
    answer: nothing,
  },
} as const satisfies Routes;

export type Role = v.InferOutput<typeof role>;
export type RoleCreation = v.InferInput<typeof roleCreation>;
export type RoleChange = v.InferInput<typeof roleChange>;
