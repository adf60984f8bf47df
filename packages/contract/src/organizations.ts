import * as v from 'valibot';
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

export type Organization = v.InferOutput<typeof organization>;
export type OrganizationChoice = v.InferOutput<typeof organizationChoice>;
