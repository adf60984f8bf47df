import {
  auditQuery,
  invitationListQuery,
  memberListQuery,
  memberSorts,
  type Capabilities,
} from '@tesserakit/contract';
import { invitationLife } from '@tesserakit/domain';
import type { World } from '../world.ts';

const paging: readonly string[] = ['search', 'sort', 'limit', 'cursor'];

/** What a list can be narrowed by. */
function filtersOf(query: { readonly entries: object }): string[] {
  return Object.keys(query.entries).filter((name) => !paging.includes(name));
}

/** What this server can do for an organization: all that the contract has. */
export function capabilitiesOf({ settings }: World): Capabilities {
  return {
    organizations: {
      search: true,
      update: true,
      branding: true,
      suspend: true,
      delete: true,
      transferOwnership: true,
      leave: true,
      slugs: true,
    },
    managedOrganizations: {
      list: true,
      create: true,
      maxDepth: settings.maxManagedDepth,
      allLevels: true,
      roleGroups: true,
    },
    members: {
      search: true,
      sorts: [...memberSorts],
      filters: filtersOf(memberListQuery),
      total: true,
      pageLimit: 100,
      steadyPages: true,
      versions: true,
      add: true,
      update: true,
      suspend: true,
      remove: true,
      setOrganizationRoles: true,
      expiry: true,
      bulkLimit: 1000,
    },
    invitations: {
      list: true,
      search: true,
      filters: filtersOf(invitationListQuery),
      resend: true,
      revoke: true,
      message: true,
      bulkLimit: 1000,
      life: { ...invitationLife },
    },
    access: { grant: true, explain: true, bulkLimit: 2000, expiry: true, matrixLimit: 200 },
    applications: { list: true, onboard: true },
    roles: { manage: true },
    roleGroups: { manage: true },
    organizationRoles: { list: true, custom: true },
    domains: { dns: true, email: true },
    connections: { protocols: ['saml', 'oidc'] },
    directoryTokens: { list: true, create: true },
    apiKeys: { list: true, create: true },
    sessions: { list: true, end: true },
    audit: { list: true, filters: filtersOf(auditQuery) },
  };
}
