import * as v from 'valibot';
import type { Routes } from './route.ts';
import {
  actions,
  id,
  impact,
  impactQuery,
  listQuery,
  nothing,
  openEnum,
  page,
  text,
  verdict,
  version,
  webUrl,
} from './vocabulary.ts';

export const audiences = ['b2c', 'b2b', 'both'] as const;
export const applicationStatuses = ['active', 'disabled'] as const;

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
  audience: openEnum(audiences),
  onboarding,
  roles: v.array(applicationRole),
});

export const applicationPage = page(application);

const revocation = {
  memberSuspended: v.boolean(),
  passwordReset: v.boolean(),
  memberRolesUpdated: v.boolean(),
};

/** An application as the tenant keeps it. */
export const tenantApplication = v.object({
  applicationId: id,
  name: v.string(),
  logoUrl: v.optional(v.string()),
  audience: openEnum(audiences),
  status: openEnum(applicationStatuses),
  /** What ends the refresh tokens of a person in an organization. */
  revokesTokens: v.object(revocation),
  clients: v.array(v.object({ clientId: id, name: v.string() })),
  /** How many organizations have it. */
  organizations: v.number(),
  version,
  actions,
});

export const tenantApplicationPage = page(tenantApplication);
export const tenantApplicationQuery = v.strictObject(listQuery);

export const applicationCreation = v.strictObject({
  name: text(120),
  audience: v.picklist(audiences),
  logoUrl: v.optional(webUrl),
});

/** `null` takes away; what is not said stays. */
export const applicationChange = v.strictObject({
  name: v.optional(text(120)),
  audience: v.optional(v.picklist(audiences)),
  logoUrl: v.optional(v.nullable(webUrl)),
  status: v.optional(v.picklist(applicationStatuses)),
  revokesTokens: v.optional(v.partial(v.strictObject(revocation))),
});

const catalogue = '/tenant/applications';

export const applicationRoutes = {
  'applications.list': {
    method: 'GET',
    path: '/organizations/{organizationId}/applications',
    summary: 'The applications that the organization is onboarded to, with their roles.',
    answer: applicationPage,
  },
  'applications.listAll': {
    method: 'GET',
    path: catalogue,
    summary: "The tenant's applications, by name; for platform administrators.",
    query: tenantApplicationQuery,
    answer: tenantApplicationPage,
  },
  'applications.create': {
    method: 'POST',
    path: catalogue,
    summary: 'Adds an application, without roles, clients and organizations.',
    action: 'application.create',
    body: applicationCreation,
    answer: tenantApplication,
  },
  'applications.update': {
    method: 'PATCH',
    path: `${catalogue}/{applicationId}`,
    summary: 'Changes an application; disabling it ends the refresh tokens of everybody in it.',
    action: 'application.update',
    body: applicationChange,
    answer: tenantApplication,
  },
  'applications.previewDelete': {
    method: 'GET',
    path: `${catalogue}/{applicationId}/deletion`,
    summary: 'What deleting an application would take with it.',
    answer: impact,
  },
  'applications.delete': {
    method: 'DELETE',
    path: `${catalogue}/{applicationId}`,
    summary: 'Deletes an application with its roles, clients and everything given of it.',
    action: 'application.delete',
    query: impactQuery,
    answer: nothing,
  },
} as const satisfies Routes;

export type Application = v.InferOutput<typeof application>;
export type ApplicationRole = v.InferOutput<typeof applicationRole>;
export type Onboarding = v.InferOutput<typeof onboarding>;
export type TenantApplication = v.InferOutput<typeof tenantApplication>;
export type ApplicationCreation = v.InferInput<typeof applicationCreation>;
export type ApplicationChange = v.InferInput<typeof applicationChange>;
