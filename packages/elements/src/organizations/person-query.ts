import type { DirectoryClient } from '@tesserakit/client';
import type { Me } from '@tesserakit/contract';
import type { Query } from '../data/resource.js';

/** Asks who the person is; for no organization where none is in view. */
export function personQuery(client: DirectoryClient, organizationId?: string): Query<Me> {
  return {
    owner: client,
    key: [client.identity(), organizationId ?? '', 'me'],
    fetch: (signal) => client.me.get({ organizationId }, { signal }),
  };
}
