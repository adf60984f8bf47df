import * as v from 'valibot';
import { capabilities } from './capabilities.ts';
import type { Routes } from './route.ts';
import {
  actions,
  id,
  listQuery,
  openEnum,
  page,
  roleReference,
  timestamp,
  verdict,
} from './vocabulary.ts';

export const organizationStatus = openEnum(['active', 'suspended']);

/** An organization, as those see it who act for it. */
export const organization = v.object({
  organizationId: id,
  name: v.string(),
  slug: v.string(),
  logoUrl: v.optional(v.string()),
  status: organizationStatus,
  createdAt: v.optional(timestamp),
  actions,
});

/** An organization on behalf of which a person may act, or why they may not now. */
export const organizationChoice = v.object({
  organizationId: id,
  name: v.string(),
  slug: v.optional(v.string()),
  logoUrl: v.optional(v.string()),
  status: organizationStatus,
  /** `true` when the person may enter the application for it; else the code of the reason. */
  entry: verdict,
  /** What the person is in the organization. */
  organizationRoles: v.array(roleReference),
  /** What the person may do in the application when acting for it. */
  roles: v.array(roleReference),
  lastSignInAt: v.optional(timestamp),
});

export const organizationChoicePage = page(organizationChoice);
export const organizationListQuery = v.strictObject(listQuery);

export const organizationRoutes = {
  'organizations.list': {
    method: 'GET',
    path: '/organizations',
    summary:
      "The organizations the caller is a member of, last used first, with what each gives in the token's application.",
    query: organizationListQuery,
    answer: organizationChoicePage,
  },
  'organizations.get': {
    method: 'GET',
    path: '/organizations/{organizationId}',
    summary: 'One organization that the caller acts for.',
    answer: organization,
  },
  'organizations.capabilities': {
    method: 'GET',
    path: '/organizations/{organizationId}/capabilities',
    summary: 'What this backend can do for the organization.',
    answer: capabilities,
  },
} as const satisfies Routes;

export type Organization = v.InferOutput<typeof organization>;
export type OrganizationChoice = v.InferOutput<typeof organizationChoice>;
