import type { DirectoryClient } from '@tesserakit/client';
import type { Me, Organization } from '@tesserakit/contract';
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

/** Asks who the person is; for no organization where none is in view. */
export function personQuery(client: DirectoryClient, organizationId?: string): Query<Me> {
  return {
    owner: client,
    key: [client.identity(), organizationId ?? '', 'me'],
    fetch: (signal) => client.me.get({ organizationId }, { signal }),
  };
}
