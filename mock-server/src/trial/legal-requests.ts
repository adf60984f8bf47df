import { pathOf, routes, type Operation } from '@tesserakit/contract';
import { issueAccessToken } from '../oidc/access-token.ts';
import type { World } from '../world.ts';
import type { Sent } from './directory.ts';
import { access } from './legal/access.ts';
import { apiKeys } from './legal/api-keys.ts';
import { applications } from './legal/applications.ts';
import { audit } from './legal/audit.ts';
import { connections } from './legal/connections.ts';
import { directoryTokens } from './legal/directory-tokens.ts';
import { domains } from './legal/domains.ts';
import { invitations } from './legal/invitations.ts';
import { managedOrganizations } from './legal/managed-organizations.ts';
import { me } from './legal/me.ts';
import { members } from './legal/members.ts';
import { onboardings } from './legal/onboardings.ts';
import { organizationRoles } from './legal/organization-roles.ts';
import { organizations } from './legal/organizations.ts';
import { roleGroups } from './legal/role-groups.ts';
import { roles } from './legal/roles.ts';
import { sessions } from './legal/sessions.ts';
import { users } from './legal/users.ts';

/** Who makes a legal request in `default`: most are the administrator of Acme's to make. */
export type LegalCaller = 'administrator' | 'platform' | 'invited';

/** A request that succeeds in `default`, made new for each test. */
export interface LegalRequest {
  readonly as?: LegalCaller;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** What has to be so beforehand; answers what only then is known. */
  readonly prepare?: (world: World) => Rest | Promise<Rest> | undefined;
}

type Rest = Pick<LegalRequest, 'parameters' | 'query' | 'body'>;

/** One for every operation of a noun, so that a new route does not compile without. */
export type LegalRequests<Routes> = Readonly<Record<keyof Routes, LegalRequest>>;

export const legalRequests: Readonly<Record<Operation, LegalRequest>> = {
  ...me,
  ...sessions,
  ...organizations,
  ...managedOrganizations,
  ...members,
  ...invitations,
  ...access,
  ...organizationRoles,
  ...applications,
  ...onboardings,
  ...roles,
  ...roleGroups,
  ...domains,
  ...connections,
  ...directoryTokens,
  ...apiKeys,
  ...users,
  ...audit,
};

/** A legal request as it is sent, and a token of who sends it. */
export interface Prepared {
  readonly path: string;
  readonly sent: Sent;
  readonly token: string;
}

/**
 * Makes a world of `default`, or one with more around it, ready for the legal request of an
 * operation; about something else where `instead` names it.
 */
export async function prepareLegal(
  world: World,
  operation: Operation,
  instead: Readonly<Record<string, string>> = {},
): Promise<Prepared> {
  const { as = 'administrator', prepare, ...request } = legalRequests[operation];
  const { parameters, query, body } = { ...request, ...(await prepare?.(world)) };
  const { method } = routes[operation];
  const search = new URLSearchParams(query).toString();
  return {
    path: pathOf(operation, { ...parameters, ...instead }) + (search && `?${search}`),
    sent: { method, ...(body !== undefined && { body }) },
    token: await tokenOf(world, as),
  };
}

function tokenOf(world: World, caller: LegalCaller): Promise<string> {
  switch (caller) {
    case 'administrator':
      return issueAccessToken(world, 'user_admin_acme', 'org_acme');
    case 'platform':
      return issueAccessToken(world, 'user_platform', undefined, 'admin-portal');
    case 'invited':
      return issueAccessToken(world, 'user_invited', undefined, 'client_rewards');
  }
}
