import * as v from 'valibot';
import type { Routes } from './route.ts';
import { id, openEnum, page } from './vocabulary.ts';

/** A role of an application, as the organization may hand it out. */
export const applicationRole = v.object({
  roleId: id,
  key: v.string(),
  name: v.string(),
  description: v.optional(v.string(), ''),
  permissions: v.array(v.string()),
  /** Whether it lies within what this organization may hand out. */
  assignable: v.boolean(),
});

/** An application that the organization is onboarded to. */
export const application = v.object({
  applicationId: id,
  name: v.string(),
  logoUrl: v.optional(v.string()),
  audience: openEnum(['b2c', 'b2b', 'both']),
  onboarding: v.object({
    status: openEnum(['active', 'suspended']),
    roleGroups: v.array(v.object({ roleGroupId: id, name: v.string() })),
  }),
  roles: v.array(applicationRole),
});

export const applicationPage = page(application);

export const applicationRoutes = {
  'applications.list': {
    method: 'GET',
    path: '/organizations/{organizationId}/applications',
    summary: 'The applications that the organization is onboarded to, with their roles.',
    answer: applicationPage,
  },
} as const satisfies Routes;

export type Application = v.InferOutput<typeof application>;
export type ApplicationRole = v.InferOutput<typeof applicationRole>;
