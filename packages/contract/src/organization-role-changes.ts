import { allPermissions } from '@tesserakit/domain';
import * as v from 'valibot';
import { holders, impact } from './impact.ts';
import type { Routes } from './route.ts';
import { impactQuery, text } from './inputs.ts';
import { nothing } from './vocabulary.ts';
import {
  organizationRole,
  organizationRoleList,
  organizationRoleReadings,
} from './organization-roles.ts';

const permissions = v.pipe(
  v.array(v.picklist([...allPermissions])),
  v.check((all) => new Set(all).size === all.length, 'Given more than once.'),
);

const catalogue = '/tenant/organization-roles';

export const organizationRoleCreation = v.strictObject({ name: text(80), permissions });

export const organizationRoleChange = v.strictObject({
  name: v.optional(text(80)),
  permissions: v.optional(permissions),
});

const one = `${catalogue}/{roleId}`;

export const organizationRoleRoutes = {
  ...organizationRoleReadings,
  'organizationRoles.listAll': {
    method: 'GET',
    path: catalogue,
    summary: "The tenant's organization roles; for platform administrators.",
    answer: organizationRoleList,
  },
  'organizationRoles.create': {
    method: 'POST',
    path: catalogue,
    summary: 'Adds an organization role to the tenant.',
    action: 'organizationRole.create',
    body: organizationRoleCreation,
    answer: organizationRole,
  },
  'organizationRoles.holders': {
    method: 'GET',
    path: `${one}/holders`,
    summary: 'How many people have the role, whom changing it changes.',
    answer: holders,
  },
  'organizationRoles.update': {
    method: 'PATCH',
    path: one,
    summary: 'Changes an organization role for all who have it; built-in ones stay as they are.',
    action: 'organizationRole.update',
    body: organizationRoleChange,
    answer: organizationRole,
  },
  'organizationRoles.previewDelete': {
    method: 'GET',
    path: `${one}/deletion`,
    summary: 'Whom deleting an organization role would take it from.',
    answer: impact,
  },
  'organizationRoles.delete': {
    method: 'DELETE',
    path: one,
    summary: 'Deletes an organization role, and takes it from every member who has it.',
    action: 'organizationRole.delete',
    query: impactQuery,
    answer: nothing,
  },
} as const satisfies Routes;

export type OrganizationRoleCreation = v.InferInput<typeof organizationRoleCreation>;

export type OrganizationRoleChange = v.InferInput<typeof organizationRoleChange>;
