import { createClient, type DirectoryClient } from '@tesserakit/client';
import { startDemo as startServer } from '@tesserakit/mock-server/demo';

/** A client of a directory that lives in this page, and outlives it under a name. */
export function startDemo(keep?: string): { client: DirectoryClient; organizationId: string } {
  const { baseUrl, fetch, getToken, identity, organizationId } = startServer({ keep });
  console.info(
    'Tessera shows demo data. For your own: set `client` on <tessera-provider> to createClient({ baseUrl, getToken }) of @tesserakit/client.',
  );
  return { client: createClient({ baseUrl, fetch, getToken, identity }), organizationId };
}
