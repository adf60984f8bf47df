import type { DirectoryClient } from '@tesserakit/client';
import type { Organization } from '@tesserakit/contract';
import type { Query } from '../data/resource.js';

/** Asks for one organization; whoever shows it and whoever switches to it share the answer. */
export function organizationQuery(
  client: DirectoryClient,
  organizationId: string,
): Query<Organization> {
  return {
    owner: client,
    key: [client.identity(), organizationId, 'organization'],
    fetch: (signal) => client.organizations.get({ organizationId }, { signal }),
  };
}
