import * as v from 'valibot';
import { capabilities } from './capabilities.ts';
import type { Routes } from './route.ts';
import {
  actions,
  id,
  openEnum,
  page,
  roleReference,
  timestamp,
  verdict,
  version,
} from './vocabulary.ts';

export const organizationStatuses = ['active', 'suspended'] as const;

export const organizationStatus = openEnum(organizationStatuses);

export const signInMethods = ['password', 'passkey', 'email-code', 'sso'] as const;

/** An organization, as those see it who act for it. */
export const organization = v.object({
  organizationId: id,
  name: v.string(),
  slug: v.string(),
  logoUrl: v.optional(v.string()),
  status: organizationStatus,
  createdAt: v.optional(timestamp),
  /** Who looks after it. Its members learn the name alone, for they reach nothing above. */
  managedBy: v.optional(v.object({ organizationId: v.optional(id), name: v.string() })),
  /** How its sign-in looks. */
  branding: v.optional(
    v.object({ accentColor: v.optional(v.string()), logoUrl: v.optional(v.string()) }),
  ),
  /** How members sign in; told to whoever may set it. */
  authentication: v.optional(
    v.object({
      /** All that there are, where it says nothing. */
      methods: v.optional(v.array(openEnum(signInMethods))),
      requiresSecondFactor: v.optional(v.boolean()),
      /** Minutes until a member has to sign in again. */
      sessionMinutes: v.optional(v.number()),
    }),
  ),
  /** Its own notes; told to whoever may change them. */
  metadata: v.optional(v.record(v.string(), v.string())),
  version: v.optional(version),
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
  /** What the person is in the organization; absent where the backend's list does not say. */
  organizationRoles: v.optional(v.array(roleReference)),
  /** What the person may do in the application when acting for it. */
  roles: v.array(roleReference),
  lastSignInAt: v.optional(timestamp),
});

export const organizationChoicePage = page(organizationChoice);

export const one = '/organizations/{organizationId}';

/** What almost every screen reads; beside the others, so that a page need not load those at first. */
export const organizationReadings = {
  'organizations.list': {
    method: 'GET',
    path: '/organizations',
    summary:
      "The organizations the caller is a member of, last used first, with what each gives in the token's application.",
    answer: organizationChoicePage,
  },
  'organizations.get': {
    method: 'GET',
    path: one,
    summary: 'One organization that the caller acts for.',
    answer: organization,
  },
  'organizations.capabilities': {
    method: 'GET',
    path: `${one}/capabilities`,
    summary: 'What this backend can do for the organization.',
    answer: capabilities,
  },
} as const satisfies Routes;

export type Organization = v.InferOutput<typeof organization>;

export type OrganizationChoice = v.InferOutput<typeof organizationChoice>;

export type OrganizationStatus = (typeof organizationStatuses)[number];
