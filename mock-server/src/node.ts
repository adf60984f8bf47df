import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { listen, type Listening, type ListenOptions } from './listen.ts';
import { loginPages } from './login-pages.ts';
import { page } from './page.ts';
import type { House } from './house.ts';
import { createServer, type ServerOptions } from './server.ts';
import { nodeSaml } from './saml/node.ts';
import type { World } from './world.ts';

export { keepInFile } from './kept/file.ts';
export { listen, type Listening, type ListenOptions } from './listen.ts';

export interface ServeOptions extends ListenOptions, Pick<ServerOptions, 'control'> {
  /** Directory with the built login pages. */
  readonly loginPages?: string;
}

/**
 * Puts a world, or whichever world is in a house, behind a port of this machine, with the login
 * pages.
 *
 * @throws Error with a sentence for the person at the terminal when the port is taken; TypeError
 * when others than this machine were to control it.
 */
export async function serve(place: World | House, options: ServeOptions): Promise<Listening> {
  const { control = false, hosts = [] } = options;
  const foreign = hosts.find((host) => !/^(localhost|127(\.\d+){3}|::1)$/.test(host));
  if (control && foreign !== undefined) {
    throw new TypeError(`The control API is for this machine alone, not for ${foreign}.`);
  }
  const server = createServer(place, { openapi: await openapi(), control, saml: nodeSaml });
  const pages = loginPages(options.loginPages);
  return listen(
    async (request) => (await pageFor(request, pages, control)) ?? server.fetch(request),
    options,
  );
}

async function pageFor(
  request: Request,
  pages: (path: string) => Promise<Response>,
  control: boolean,
): Promise<Response | undefined> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const { pathname } = new URL(request.url);
  if (pathname === '/') return index(control);
  if (pathname.startsWith('/login/api/')) return undefined;
  return pathname === '/login' || pathname.startsWith('/login/') ? pages(pathname) : undefined;
}

function index(control: boolean): Response {
  return page(
    'Tessera mock server',
    `<p>For development and tests: nothing here is real.</p>
    <ul>
      <li><a href="/.well-known/openid-configuration">OpenID configuration</a></li>
      <li><a href="/api/v1/openapi.json">OpenAPI document of the directory</a></li>
      <li><a href="/logout">Sign out</a></li>
      ${control ? '<li><a href="/dev/">Control: scenarios, clock, faults</a></li>' : ''}
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
