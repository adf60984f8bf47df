import * as v from 'valibot';
import { impact } from './impact.ts';
import { organizationsQuery, slug } from './organization-changes.ts';
import { organization } from './organizations.ts';
import type { Routes } from './route.ts';
import { ids, impactQuery, text } from './inputs.ts';
import { id, openEnum, page, version } from './vocabulary.ts';

const roleGroupReference = v.object({ roleGroupId: id, name: v.string() });

/** An organization as the one that manages it sees it: within the applications it is managed for. */
export const managedOrganization = v.object({
  ...organization.entries,
  applications: v.array(
    v.object({
      applicationId: id,
      name: v.string(),
      status: openEnum(['active', 'suspended']),
      /** What the organization may hand out, as far as its parent still hands it on. */
      roleGroups: v.array(roleGroupReference),
      version,
    }),
  ),
  /** How many organizations it manages itself, as far as the caller reaches them. */
  childCount: v.number(),
});

export const managedOrganizationPage = page(managedOrganization);

/** One level below unless told otherwise. */
export const managedOrganizationsQuery = v.strictObject({
  ...organizationsQuery.entries,
  levels: v.optional(v.picklist(['one', 'all'])),
});

/** An organization that a parent manages, for one of its applications. */
export const managedOrganizationCreation = v.strictObject({
  name: text(120),
  slug,
  applicationId: id,
  /** Of those that the parent exposes. */
  roleGroupIds: ids(100),
  /** What a new member gets; none where it says nothing. */
  defaultRoleIds: v.optional(ids(100)),
});

export const roleGroupsChange = v.strictObject({ roleGroupIds: ids(100) });

/** What an organization exposes of an application to those it manages. */
export const exposure = v.object({
  applicationId: id,
  roleGroups: v.array(roleGroupReference),
  /** Of the organization's share of the application. */
  version,
});

const application = '/organizations/{organizationId}/applications/{applicationId}';

export const managedOrganizationRoutes = {
  'managedOrganizations.list': {
    method: 'GET',
    path: '/organizations/{organizationId}/managed-organizations',
    summary: 'The organizations that an organization manages, by name: one level below, or all.',
    query: managedOrganizationsQuery,
    answer: managedOrganizationPage,
  },
  'managedOrganizations.create': {
    method: 'POST',
    path: '/organizations/{organizationId}/managed-organizations',
    summary: 'Makes an organization that this one manages, for one of its applications.',
    action: 'managedOrganization.create',
    body: managedOrganizationCreation,
    answer: managedOrganization,
  },
  'managedOrganizations.previewSetRoleGroups': {
    method: 'POST',
    path: `${application}/role-groups/preview`,
    summary: 'What other role groups would take from a managed organization and those below.',
    body: roleGroupsChange,
    answer: impact,
  },
  'managedOrganizations.setRoleGroups': {
    method: 'PUT',
    path: `${application}/role-groups`,
    summary: 'Replaces the role groups that a managed organization has from its parent.',
    action: 'managedOrganization.setRoleGroups',
    query: impactQuery,
    body: roleGroupsChange,
    answer: managedOrganization,
  },
  'managedOrganizations.previewExpose': {
    method: 'POST',
    path: `${application}/exposed-role-groups/preview`,
    summary: 'What exposing other role groups would take from those below.',
    body: roleGroupsChange,
    answer: impact,
  },
  'managedOrganizations.expose': {
    method: 'PUT',
    path: `${application}/exposed-role-groups`,
    summary: 'Replaces the role groups that organizations managed by this one may be given.',
    action: 'managedOrganization.expose',
    query: impactQuery,
    body: roleGroupsChange,
    answer: exposure,
  },
} as const satisfies Routes;

export type ManagedOrganization = v.InferOutput<typeof managedOrganization>;
export type ManagedOrganizationCreation = v.InferInput<typeof managedOrganizationCreation>;
export type RoleGroupsChange = v.InferInput<typeof roleGroupsChange>;
export type Exposure = v.InferOutput<typeof exposure>;
