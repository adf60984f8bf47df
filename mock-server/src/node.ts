import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { listen, type Listening, type ListenOptions } from './listen.ts';
import { loginPages } from './login-pages.ts';
import { page } from './page.ts';
import { createServer } from './server.ts';
import type { World } from './world.ts';

export { listen, type Listening, type ListenOptions } from './listen.ts';

export interface ServeOptions extends ListenOptions {
  /** Directory with the built login pages. */
  readonly loginPages?: string;
}

/**
 * Puts a world behind a port of this machine, with the login pages.
 *
 * @throws Error with a sentence for the person at the terminal when the port is taken.
 */
export async function serve(world: World, options: ServeOptions): Promise<Listening> {
  const server = createServer(world, { openapi: await openapi() });
  const pages = loginPages(options.loginPages);
  return listen(
    async (request) => (await pageFor(request, pages)) ?? server.fetch(request),
    options,
  );
}

async function pageFor(
  request: Request,
  pages: (path: string) => Promise<Response>,
): Promise<Response | undefined> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const { pathname } = new URL(request.url);
  if (pathname === '/') return index();
  if (pathname.startsWith('/login/api/')) return undefined;
  return pathname === '/login' || pathname.startsWith('/login/') ? pages(pathname) : undefined;
}

function index(): Response {
  return page(
    'Tessera mock server',
    `<p>For development and tests: nothing here is real, and nothing is kept.</p>
    <ul>
      <li><a href="/.well-known/openid-configuration">OpenID configuration</a></li>
      <li><a href="/api/v1/openapi.json">OpenAPI document of the directory</a></li>
      <li><a href="/logout">Sign out</a></li>
    </ul>`,
  );
}

async function openapi(): Promise<string | undefined> {
  try {
    const path = fileURLToPath(import.meta.resolve('@tesserakit/contract/openapi.json'));
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
