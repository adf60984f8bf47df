import type { DirectoryClient, Page } from '@tesserakit/client';
import type { OrganizationChoice } from '@tesserakit/contract';

/** Where a picker gets its options from. Before a token exists it is a step of the sign-in. */
export interface OrganizationSource {
  /** @param cursor `nextCursor` of the page before, with the same search. */
  search(
    search: string,
    cursor: string | undefined,
    signal: AbortSignal,
  ): Promise<Page<OrganizationChoice>>;
}

/** The organizations of the person who is signed in, as the organization in view lets them ask. */
export function sourceOf(
  client: DirectoryClient,
  organizationId: string | undefined,
): OrganizationSource {
  return {
    search: (search, cursor, signal) =>
      client.organizations.list(
        { organizationId, search: search || undefined, cursor, limit: 30 },
        { signal },
      ),
  };
}
