import { mostByPosition, unsupportedDirectory, type DirectoryClient } from '@tesserakit/client';
import type { Capabilities } from '@tesserakit/contract';
import { invitationsOf, mostInvited } from './invitations.ts';
import { meOf } from './me.ts';
import { membersOf } from './members.ts';
import { organizationRolesOf } from './organization-roles.ts';
import { organizationsOf } from './organizations.ts';
import { defaultRoles, rolesOf, type BetterAuthRole, type Roles } from './roles.ts';
import { createServer, type ServerOptions } from './server.ts';

export interface BetterAuthClientOptions extends ServerOptions {
  /** Where better-auth's own paths begin, as `https://app.example/api/auth`. */
  readonly baseUrl: string;
  /** {@link DirectoryClient.identity} */
  readonly identity: () => string;
  /**
   * Every role that the server knows; owner, admin and member by default. One that is missing is
   * shown under its own name, and its holders may do nothing.
   */
  readonly roles?: readonly BetterAuthRole[] | undefined;
  /**
   * Where a person answers the invitation with this id, in the host's own pages; whoever invites can
   * then copy the link. Without it they cannot.
   */
  readonly invitationLink?: ((invitationId: string) => string) | undefined;
}

/**
 * A directory over a better-auth server (1.7) with its organization plugin: the caller, their
 * organizations, members, invitations, and the roles they can have. Everything else is `unsupported`.
 *
 * The server does not say what a person may do, so each answer takes a further request for the
 * caller's own role, and the rules are asked here. The organization that the server's session holds
 * as active is neither read nor changed.
 */
export function createBetterAuthClient({
  identity,
  roles: known = defaultRoles,
  invitationLink,
  ...options
}: BetterAuthClientOptions): DirectoryClient {
  const server = createServer(options);
  const roles = rolesOf(known);
  const nothing = unsupportedDirectory();
  return {
    ...nothing,
    identity,
    capabilities: async (scope, options) => {
      await server.role(scope, options);
      return capabilitiesWith(roles);
    },
    me: { ...nothing.me, ...meOf(server, roles) },
    organizations: { ...nothing.organizations, ...organizationsOf(server, roles) },
    members: { ...nothing.members, ...membersOf(server, roles) },
    invitations: invitationsOf(server, roles, invitationLink),
    organizationRoles: {
      ...nothing.organizationRoles,
      ...organizationRolesOf(server, roles, known),
    },
  };
}

/**
 * The server can look for members by one of their own columns alone, not by name or address; sorted
 * by one of these it leaves open which of two equals comes first, so that pages would overlap.
 */
function capabilitiesWith({ searchable }: Roles): Capabilities {
  return {
    organizations: { search: true },
    members: {
      search: false,
      sorts: [],
      filters: searchable.size > 0 ? ['organizationRole'] : [],
      total: true,
      pageLimit: mostByPosition,
      steadyPages: false,
      versions: false,
      remove: true,
      setOrganizationRoles: true,
    },
    invitations: {
      list: true,
      search: true,
      filters: ['status'],
      resend: true,
      revoke: true,
      bulkLimit: mostInvited,
    },
    organizationRoles: { list: true },
  };
}
