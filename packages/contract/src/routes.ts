import type * as v from 'valibot';
import { accessRoutes } from './access-changes.ts';
import { apiKeyRoutes } from './api-keys.ts';
import { applicationRoutes } from './application-changes.ts';
import { auditRoutes } from './audit.ts';
import { connectionRoutes } from './connections.ts';
import { directoryTokenRoutes } from './directory-tokens.ts';
import { domainRoutes } from './domains.ts';
import { invitationRoutes } from './invitations.ts';
import { managedOrganizationRoutes } from './managed-organizations.ts';
import { meRoutes } from './me-changes.ts';
import { memberRoutes } from './member-changes.ts';
import { onboardingRoutes } from './onboardings.ts';
import { organizationRoleRoutes } from './organization-role-changes.ts';
import { organizationRoutes } from './organization-changes.ts';
import { roleGroupRoutes } from './role-groups.ts';
import { roleRoutes } from './roles.ts';
import { sessionRoutes } from './sessions.ts';
import { userRoutes } from './users.ts';
import { filledPath } from './route.ts';

/** The reference protocol: every operation, by the name of the client's method. */
export const routes = {
  ...meRoutes,
  ...sessionRoutes,
  ...organizationRoutes,
  ...managedOrganizationRoutes,
  ...memberRoutes,
  ...invitationRoutes,
  ...accessRoutes,
  ...organizationRoleRoutes,
  ...applicationRoutes,
  ...onboardingRoutes,
  ...roleRoutes,
  ...roleGroupRoutes,
  ...domainRoutes,
  ...connectionRoutes,
  ...directoryTokenRoutes,
  ...apiKeyRoutes,
  ...userRoutes,
  ...auditRoutes,
} as const;

export type Operation = keyof typeof routes;

/** What an operation answers, as the reader gets it. */
export type AnswerOf<O extends Operation> = v.InferOutput<(typeof routes)[O]['answer']>;

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type Part<R, Name extends 'query' | 'body'> = R extends { readonly [N in Name]: infer S }
  ? S extends v.GenericSchema
    ? Name extends 'query'
      ? v.InferOutput<S>
      : v.InferInput<S>
    : unknown
  : unknown;

/** What an operation takes: the parameters of its path, its query and its body. */
export type ParametersOf<O extends Operation> = Readonly<
  Record<Names<(typeof routes)[O]['path']>, string>
> &
  Part<(typeof routes)[O], 'query'> &
  Part<(typeof routes)[O], 'body'>;

/** {@link filledPath} of an operation. */
export function pathOf(operation: Operation, parameters: Record<string, string> = {}): string {
  return filledPath(routes[operation], parameters);
}
