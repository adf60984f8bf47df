import type * as v from 'valibot';
import { applicationPage } from './applications.ts';
import { capabilities } from './capabilities.ts';
import { me } from './me.ts';
import { member, memberListQuery, memberPage } from './members.ts';
import { organization, organizationChoicePage, organizationListQuery } from './organizations.ts';

/** One operation of the reference protocol. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base address; `{name}` stands for a parameter. */
  readonly path: string;
  readonly summary: string;
  readonly query?: v.GenericSchema;
  readonly answer: v.GenericSchema;
}

/** The reference protocol: every operation, by the name of the client's method. */
export const routes = {
  'me.get': {
    method: 'GET',
    path: '/me',
    summary: 'Who the caller is, and for which organization the token acts.',
    answer: me,
  },
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
  'members.list': {
    method: 'GET',
    path: '/organizations/{organizationId}/members',
    summary: 'The members of an organization; needs `members:read`.',
    query: memberListQuery,
    answer: memberPage,
  },
  'members.get': {
    method: 'GET',
    path: '/organizations/{organizationId}/members/{userId}',
    summary: 'One member; everyone may read their own membership.',
    answer: member,
  },
  'applications.list': {
    method: 'GET',
    path: '/organizations/{organizationId}/applications',
    summary: 'The applications that the organization is onboarded to, with their roles.',
    answer: applicationPage,
  },
} as const satisfies Record<string, Route>;

export type Operation = keyof typeof routes;

/** What an operation answers, as the reader gets it. */
export type AnswerOf<O extends Operation> = v.InferOutput<(typeof routes)[O]['answer']>;

/** The path with its parameters filled in, each percent-encoded. */
export function pathOf(operation: Operation, parameters: Record<string, string> = {}): string {
  return routes[operation].path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (!value) throw new TypeError(`${operation} needs ${name}`);
    return encodeURIComponent(value);
  });
}
