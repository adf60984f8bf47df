import { slugBlocker } from '@tesserakit/domain';
import * as v from 'valibot';
import { impact } from './impact.ts';
import { listQuery } from './list-query.ts';
import type { Routes } from './route.ts';
import { impactQuery, text, webUrl } from './inputs.ts';
import { id, nothing, page, verdict } from './vocabulary.ts';
import {
  organizationStatuses,
  signInMethods,
  organization,
  one,
  organizationReadings,
} from './organizations.ts';

/** The name of an organization in addresses: lower-case letters, digits, single hyphens inside. */
export const slug = v.pipe(
  v.string(),
  v.minLength(2),
  v.maxLength(60),
  v.check((words) => slugBlocker(words, false) === undefined, 'This is no slug.'),
);

/** A customer's own notes: at most 50, each named. */
export const metadata = v.pipe(
  v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(64)), text(500)),
  v.check((notes) => Object.keys(notes).length <= 50, 'At most 50.'),
);

export const organizationPage = page(organization);

export const organizationsQuery = v.strictObject({
  ...listQuery,
  status: v.optional(v.picklist(organizationStatuses)),
});

/** What is left out stays; what is given replaces all of its kind; `null` takes away. */
export const organizationChange = v.strictObject({
  name: v.optional(text(120)),
  slug: v.optional(slug),
  logoUrl: v.optional(v.nullable(webUrl)),
  branding: v.optional(
    v.nullable(
      v.strictObject({
        accentColor: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i))),
        logoUrl: v.optional(webUrl),
      }),
    ),
  ),
  authentication: v.optional(
    v.nullable(
      v.strictObject({
        methods: v.optional(
          v.pipe(
            v.array(v.picklist(signInMethods)),
            v.minLength(1),
            v.maxLength(signInMethods.length),
            v.check((all) => new Set(all).size === all.length, 'Given more than once.'),
          ),
        ),
        requiresSecondFactor: v.optional(v.boolean()),
        sessionMinutes: v.optional(
          v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(43_200)),
        ),
      }),
    ),
  ),
  metadata: v.optional(v.nullable(metadata)),
});

export const organizationCreation = v.strictObject({
  name: text(120),
  slug,
  /** A person of the tenant; whoever has no profile yet is invited later. */
  firstAdministrator: v.optional(v.strictObject({ userId: id })),
});

export const ownershipTransfer = v.strictObject({ userId: id });

/** Below whom an organization is put; `null` for nobody. */
export const organizationMove = v.strictObject({ parentOrganizationId: v.nullable(id) });

/** The same as a query: left out for nobody. */
export const organizationMoveQuery = v.strictObject({ parentOrganizationId: v.optional(id) });

export const slugAnswer = v.object({
  /** `true`, or the code of the reason why nobody else can have it. */
  available: verdict,
});

/** What a list of organizations takes; here, since only a server judges it. */
export const organizationListQuery = v.strictObject(listQuery);

export const organizationRoutes = {
  ...organizationReadings,
  'organizations.list': {
    ...organizationReadings['organizations.list'],
    query: organizationListQuery,
  },
  'organizations.listAll': {
    method: 'GET',
    path: '/tenant/organizations',
    summary: 'Every organization of the tenant, by name; for platform administrators.',
    query: organizationsQuery,
    answer: organizationPage,
  },
  'organizations.create': {
    method: 'POST',
    path: '/tenant/organizations',
    summary: 'Makes an organization that nobody manages; for platform administrators.',
    action: 'organization.create',
    body: organizationCreation,
    answer: organization,
  },
  'organizations.slugAvailable': {
    method: 'GET',
    path: '/slugs/{slug}',
    summary: 'Whether a new organization can have a slug; for whoever may make one.',
    answer: slugAnswer,
  },
  'organizations.update': {
    method: 'PATCH',
    path: one,
    summary: 'Changes the profile of an organization.',
    action: 'organization.update',
    body: organizationChange,
    answer: organization,
  },
  'organizations.suspend': {
    method: 'POST',
    path: `${one}/suspend`,
    summary: 'Shuts an organization out, with all that have an application through it.',
    action: 'organization.suspend',
    answer: organization,
  },
  'organizations.reactivate': {
    method: 'POST',
    path: `${one}/reactivate`,
    summary: 'Lets a suspended organization in again, with what it had.',
    action: 'organization.reactivate',
    answer: organization,
  },
  'organizations.previewDelete': {
    method: 'GET',
    path: `${one}/deletion`,
    summary: 'What deleting an organization would take with it.',
    answer: impact,
  },
  'organizations.delete': {
    method: 'DELETE',
    path: one,
    summary: 'Deletes an organization with all that belongs to it and all that it manages.',
    action: 'organization.delete',
    query: impactQuery,
    answer: nothing,
  },
  'organizations.transferOwnership': {
    method: 'POST',
    path: `${one}/ownership`,
    summary: "Makes another member the administrator and ends the caller's own administration.",
    action: 'organization.transferOwnership',
    body: ownershipTransfer,
    answer: nothing,
  },
  'organizations.leave': {
    method: 'POST',
    path: `${one}/leave`,
    summary: "Ends the caller's own membership.",
    action: 'organization.leave',
    answer: nothing,
  },
  'organizations.previewMove': {
    method: 'GET',
    path: `${one}/move`,
    summary: 'What putting an organization below another would take from it.',
    query: organizationMoveQuery,
    answer: impact,
  },
  'organizations.move': {
    method: 'PUT',
    path: `${one}/parent`,
    summary: 'Puts an organization below another, or at the root; for platform administrators.',
    action: 'organization.move',
    query: impactQuery,
    body: organizationMove,
    answer: organization,
  },
} as const satisfies Routes;

export type OrganizationChange = v.InferInput<typeof organizationChange>;

export type OrganizationCreation = v.InferInput<typeof organizationCreation>;

export type OwnershipTransfer = v.InferInput<typeof ownershipTransfer>;

export type OrganizationMove = v.InferInput<typeof organizationMove>;

export type SlugAnswer = v.InferOutput<typeof slugAnswer>;
