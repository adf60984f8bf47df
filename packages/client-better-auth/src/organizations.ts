import { hasWords, pageOf, TesseraError, type OrganizationDirectory } from '@tesserakit/client';
import type { OrganizationChoice } from '@tesserakit/contract';
import { permits, type Action } from '@tesserakit/domain';
import type { Roles } from './roles.ts';
import type { BetterAuthServer, ServerOrganization } from './server.ts';
import { ownPlace, standingOf } from './standing.ts';

const actions: readonly Action[] = ['organization.read', 'members.list'];

/**
 * The server sends all organizations of a person at once, without what the person is in each; pages
 * and search are made of that answer.
 */
export function organizationsOf(
  server: BetterAuthServer,
  roles: Roles,
): Pick<OrganizationDirectory, 'list' | 'get'> {
  return {
    list: async ({ search = '', ...query }, options) => {
      const [user, all] = await Promise.all([server.user(options), server.organizations(options)]);
      const found = all.filter(({ name, slug }) => hasWords(`${name} ${slug}`, search));
      return pageOf(found.sort(byName).map(choiceOf), query, ['organizations', user.id, search]);
    },

    // Not the server's own call for one: to a stranger it takes the session's organization away.
    get: async (scope, options) => {
      const [{ actor }, all] = await Promise.all([
        standingOf(server, roles, scope, options),
        server.organizations(options),
      ]);
      const found = all.find(({ id }) => id === scope.organizationId);
      if (!found) throw new TesseraError('not_found');
      const { createdAt } = found;
      return {
        ...profileOf(found),
        ...(createdAt !== undefined && { createdAt }),
        actions: Object.fromEntries(
          actions.map((action) => [action, permits(actor, action, ownPlace)]),
        ),
      };
    },
  };
}

function byName(a: ServerOrganization, b: ServerOrganization): number {
  return a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);
}

function choiceOf(organization: ServerOrganization): OrganizationChoice {
  return { ...profileOf(organization), entry: true, roles: [] };
}

function profileOf({ id, name, slug, logo }: ServerOrganization) {
  return {
    organizationId: id,
    name,
    slug,
    ...(typeof logo === 'string' && { logoUrl: logo }),
    status: 'active',
  };
}
