import * as v from 'valibot';
import { impact } from './impact.ts';
import { listQuery } from './list-query.ts';
import type { Routes } from './route.ts';
import { impactQuery, text, webUrl } from './inputs.ts';
import { actions, id, nothing, openEnum, page, version } from './vocabulary.ts';
import { applicationReadings, audiences } from './applications.ts';

export const applicationStatuses = ['active', 'disabled'] as const;

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
  /** Where a person enters it. */
  launchUrl: v.optional(v.string()),
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
  launchUrl: v.optional(webUrl),
});

/** `null` takes away; what is not said stays. */
export const applicationChange = v.strictObject({
  name: v.optional(text(120)),
  audience: v.optional(v.picklist(audiences)),
  logoUrl: v.optional(v.nullable(webUrl)),
  launchUrl: v.optional(v.nullable(webUrl)),
  status: v.optional(v.picklist(applicationStatuses)),
  revokesTokens: v.optional(v.partial(v.strictObject(revocation))),
});

const catalogue = '/tenant/applications';

export const applicationRoutes = {
  ...applicationReadings,
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

export type TenantApplication = v.InferOutput<typeof tenantApplication>;

export type ApplicationCreation = v.InferInput<typeof applicationCreation>;

export type ApplicationChange = v.InferInput<typeof applicationChange>;
