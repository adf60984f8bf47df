import { createClient, type DirectoryClient } from '@tesserakit/client';
import { startDemo as startServer } from '@tesserakit/mock-server/demo';

/** A client of a directory that lives in this page. */
export function startDemo(): { client: DirectoryClient; organizationId: string } {
  const { baseUrl, fetch, getToken, identity, organizationId } = startServer();
  console.info(
    'Tessera shows demo data. For your own: set `client` on <tessera-provider> to createClient({ baseUrl, getToken }) of @tesserakit/client.',
  );
  return { client: createClient({ baseUrl, fetch, getToken, identity }), organizationId };
}
