import { http, HttpResponse, type HttpHandler } from 'msw';
import { ConnectionLost } from './connection-lost.ts';
import type { House } from './house.ts';
import { createServer, type ServerOptions } from './server.ts';
import type { World } from './world.ts';

export interface HandlerOptions extends Pick<ServerOptions, 'control'> {
  /** Where the world is to stand, if not at its issuer. */
  readonly baseUrl?: string;
}

/**
 * Request handlers of MSW that answer everything below a base address from a world, or from the
 * world that is in a house. Put your own handlers before them to override single answers.
 */
export function handlersOf(place: World | House, options: HandlerOptions = {}): HttpHandler[] {
  const { control } = options;
  const { issuer } = 'play' in place ? place.world : place;
  const server = createServer(place, { control });
  const base = (options.baseUrl ?? issuer).replace(/\/$/, '');
  return [
    http.all(`${base}/*`, async ({ request }) => {
      const address = issuer + request.url.slice(base.length);
      try {
        return await server.fetch(new Request(address, request));
      } catch (error) {
        if (error instanceof ConnectionLost) return HttpResponse.error();
        throw error;
      }
    }),
  ];
}
