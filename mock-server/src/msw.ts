import { http, type HttpHandler } from 'msw';
import { createServer } from './server.ts';
import type { World } from './world.ts';

/**
 * Request handlers of MSW that answer everything below a base address from a world: its issuer, or
 * another address at which the same world is to stand. Put your own handlers before them to
 * override single answers.
 */
export function handlersOf(
  world: World,
  { baseUrl = world.issuer }: { baseUrl?: string } = {},
): HttpHandler[] {
  const server = createServer(world);
  const base = baseUrl.replace(/\/$/, '');
  return [
    http.all(`${base}/*`, ({ request }) => {
      const address = world.issuer + request.url.slice(base.length);
      return server.fetch(new Request(address, request));
    }),
  ];
}
