import * as v from 'valibot';
import { impact } from './impact.ts';
import { application } from './applications.ts';
import type { Routes } from './route.ts';
import { ids, impactQuery } from './inputs.ts';
import { id, nothing } from './vocabulary.ts';

const seatLimit = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));

/** What an organization is given of an application. */
export const onboardingCreation = v.strictObject({
  applicationId: id,
  roleGroupIds: v.optional(ids(100), []),
  roleIds: v.optional(ids(100), []),
  defaultRoleIds: v.optional(ids(100), []),
  allowsRolelessAccess: v.optional(v.boolean(), false),
  exposedRoleGroupIds: v.optional(ids(100), []),
  /** How many members may have it; as many as one likes without. */
  seatLimit: v.optional(seatLimit),
  /** A connection of the organization by which its members sign in to it. */
  connectionId: v.optional(id),
});

/** `null` takes away; what is not said stays. */
export const onboardingChange = v.strictObject({
  status: v.optional(v.picklist(['active', 'suspended'])),
  roleGroupIds: v.optional(ids(100)),
  roleIds: v.optional(ids(100)),
  defaultRoleIds: v.optional(ids(100)),
  allowsRolelessAccess: v.optional(v.boolean()),
  exposedRoleGroupIds: v.optional(ids(100)),
  seatLimit: v.optional(v.nullable(seatLimit)),
  connectionId: v.optional(v.nullable(id)),
});

export const defaultRolesChange = v.strictObject({ defaultRoleIds: ids(100) });

const applications = '/organizations/{organizationId}/applications';
const one = `${applications}/{applicationId}`;

export const onboardingRoutes = {
  'onboardings.create': {
    method: 'POST',
    path: applications,
    summary: 'Gives an organization an application, with what it may hand out of it.',
    action: 'application.onboard',
    body: onboardingCreation,
    answer: application,
  },
  'onboardings.previewUpdate': {
    method: 'POST',
    path: `${one}/preview`,
    summary: "What changing an organization's share of an application would take away.",
    body: onboardingChange,
    answer: impact,
  },
  'onboardings.update': {
    method: 'PATCH',
    path: one,
    summary: "Changes an organization's share of an application; what lies outside is taken away.",
    action: 'onboarding.update',
    query: impactQuery,
    body: onboardingChange,
    answer: application,
  },
  'onboardings.setDefaults': {
    method: 'PUT',
    path: `${one}/default-roles`,
    summary: 'Replaces the roles that new members get of an application.',
    action: 'onboarding.setDefaults',
    body: defaultRolesChange,
    answer: application,
  },
  'onboardings.previewWithdraw': {
    method: 'GET',
    path: `${one}/withdrawal`,
    summary: 'What taking an application away from an organization would take with it.',
    answer: impact,
  },
  'onboardings.withdraw': {
    method: 'DELETE',
    path: one,
    summary: 'Takes an application away from an organization, with all that rests on it.',
    action: 'onboarding.withdraw',
    query: impactQuery,
    answer: nothing,
  },
} as const satisfies Routes;

export type OnboardingCreation = v.InferInput<typeof onboardingCreation>;
export type OnboardingChange = v.InferInput<typeof onboardingChange>;
