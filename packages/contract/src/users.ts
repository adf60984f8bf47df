import * as v from 'valibot';
import { email } from './email-address.ts';
import { impact } from './impact.ts';
import { listQuery } from './list-query.ts';
import type { Routes } from './route.ts';
import { impactQuery, text, webUrl } from './inputs.ts';
import { actions, id, nothing, openEnum, page, roleReference, version } from './vocabulary.ts';

export const userStatuses = ['active', 'disabled'] as const;
export const userSorts = ['name', 'email'] as const;

/** A person of the tenant: the same in every organization. */
export const user = v.object({
  userId: id,
  email: v.string(),
  emailVerified: v.boolean(),
  name: v.optional(v.string(), ''),
  phone: v.optional(v.string()),
  picture: v.optional(v.string()),
  locale: v.optional(v.string()),
  status: openEnum(userStatuses),
  platformAdministrator: v.optional(v.boolean(), false),
  version,
  actions,
});

export const userPage = page(user);

/** What a person is in one organization. */
export const userMembership = v.object({
  organizationId: id,
  name: v.string(),
  organizationStatus: openEnum(['active', 'suspended']),
  status: openEnum(['active', 'pending', 'suspended']),
  organizationRoles: v.array(roleReference),
});

export const userMembershipPage = page(userMembership);

/** A person with the first hundred of their organizations, by name. */
export const userDetails = v.object({ ...user.entries, memberships: v.array(userMembership) });

export const userListQuery = v.strictObject({
  ...listQuery,
  status: v.optional(v.picklist(userStatuses)),
  /** A column; with a leading `-`, downwards. People without a value come last either way. */
  sort: v.optional(v.picklist(userSorts.flatMap((key) => [key, `-${key}`] as const))),
});

/** A telephone number in its international form (ITU-T E.164). */
const phone = v.pipe(v.string(), v.trim(), v.regex(/^\+[1-9]\d{6,14}$/));

/** A language, and where it is spoken (BCP 47). */
const locale = v.pipe(v.string(), v.maxLength(35), v.regex(/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i));

/** What people may change of their own profile. `null` takes away. */
export const profileChange = {
  name: v.optional(text(200)),
  phone: v.optional(v.nullable(phone)),
  picture: v.optional(v.nullable(webUrl)),
  locale: v.optional(v.nullable(locale)),
};

/** A person who is not in the tenant yet. Nothing proves the address. */
export const userAddition = v.strictObject({
  email,
  name: v.optional(text(200)),
  phone: v.optional(phone),
  picture: v.optional(webUrl),
  locale: v.optional(locale),
});

/** What a platform administrator may change of a profile. A new address is not verified. */
export const userChange = v.strictObject({ email: v.optional(email), ...profileChange });

const users = '/tenant/users';

export const userRoutes = {
  'users.list': {
    method: 'GET',
    path: users,
    summary: 'The people of the tenant, by name; platform administrators only.',
    query: userListQuery,
    answer: userPage,
  },
  'users.get': {
    method: 'GET',
    path: `${users}/{userId}`,
    summary: 'One person, with what they are in their organizations.',
    answer: userDetails,
  },
  'users.listOrganizations': {
    method: 'GET',
    path: `${users}/{userId}/organizations`,
    summary: 'The organizations of a person, by name, with what they are in each.',
    query: v.strictObject(listQuery),
    answer: userMembershipPage,
  },
  'users.create': {
    method: 'POST',
    path: users,
    summary: 'Adds a person to the tenant, without a password and in no organization.',
    action: 'user.create',
    body: userAddition,
    answer: user,
  },
  'users.update': {
    method: 'PATCH',
    path: `${users}/{userId}`,
    summary:
      'Changes a profile; another address is not verified, and ends what waited for the old.',
    action: 'user.update',
    body: userChange,
    answer: user,
  },
  'users.disable': {
    method: 'POST',
    path: `${users}/{userId}/disable`,
    summary: 'Shuts a person out everywhere and ends their sessions; memberships stay.',
    action: 'user.disable',
    answer: user,
  },
  'users.enable': {
    method: 'POST',
    path: `${users}/{userId}/enable`,
    summary: 'Lets a person in again, with what they had; ended sessions stay ended.',
    action: 'user.enable',
    answer: user,
  },
  'users.previewDelete': {
    method: 'GET',
    path: `${users}/{userId}/deletion`,
    summary: 'What deleting a person would do, with the token that confirms it.',
    answer: impact,
  },
  'users.delete': {
    method: 'DELETE',
    path: `${users}/{userId}`,
    summary: 'Deletes a person with their memberships, grants, keys and sessions, for good.',
    action: 'user.delete',
    query: impactQuery,
    answer: nothing,
  },
  'users.resetPassword': {
    method: 'POST',
    path: `${users}/{userId}/reset-password`,
    summary: 'Takes the password away, ends the sessions and mails a link to set another one.',
    action: 'user.resetPassword',
    answer: user,
  },
} as const satisfies Routes;

export type User = v.InferOutput<typeof user>;
export type UserDetails = v.InferOutput<typeof userDetails>;
export type UserMembership = v.InferOutput<typeof userMembership>;
export type UserAddition = v.InferInput<typeof userAddition>;
export type UserChange = v.InferInput<typeof userChange>;
export type UserStatus = (typeof userStatuses)[number];
export type UserSort = (typeof userSorts)[number];
export type UserOrder = UserSort | `-${UserSort}`;
