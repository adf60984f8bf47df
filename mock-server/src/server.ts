import { Hono } from 'hono/tiny';
import { TrieRouter } from 'hono/router/trie-router';
import type { ServerApplication } from './application.ts';
import { ConnectionLost } from './connection-lost.ts';
import { apiPath, mountOperations } from './handlers/operations.ts';
import { mountControl } from './dev/control.ts';
import { misbehave } from './dev/misbehaviour.ts';
import { keepLog } from './dev/request-log.ts';
import type { House } from './house.ts';
import { takeTurns } from './kept/turns.ts';
import { mountFederation } from './federation/endpoints.ts';
import type { Saml } from './federation/saml.ts';
import { mountProviders } from './idp/endpoints.ts';
import { mountLogin } from './login/endpoints.ts';
import { mountOrigins } from './origins.ts';
import { mountPageStyle } from './page-style.ts';
import { mountAuthorization } from './oidc/endpoints.ts';
import { problemAnswer, Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** The whole server as one function, wherever it runs. */
export interface Server {
  /** Rejects with a `TypeError` where a fault loses the connection, as the browser's `fetch` does. */
  fetch(request: Request): Promise<Response>;
}

export interface ServerOptions {
  /** Text of the reference protocol's OpenAPI document, to be found beside it. */
  readonly openapi?: string | undefined;
  /**
   * Opens the control API below `/dev/`; never for a server that others can reach. It takes a
   * house, since a world alone cannot begin anew.
   */
  readonly control?: boolean | undefined;
  /** What it takes to speak SAML; without, connections of that kind lead nowhere. */
  readonly saml?: Saml | undefined;
}

/**
 * The directory and the authorization server of a world, or of whichever world is in a house. Every
 * error of the directory is a problem document (RFC 9457); what was not foreseen answers
 * `server_error` without a word about why.
 *
 * @throws TypeError when a single world is to be controlled.
 */
export function createServer(place: World | House, options: ServerOptions = {}): Server {
  if (!isHouse(place)) {
    if (options.control) throw new TypeError('Only a house can be controlled: see openHouse().');
    const application = applicationOf(place, options);
    return { fetch: async (request) => application.fetch(request) };
  }
  let { world } = place;
  let application = applicationOf(world, options, place);
  return {
    fetch: async (request) => {
      if (place.world !== world) {
        ({ world } = place);
        application = applicationOf(world, options, place);
      }
      return application.fetch(request);
    },
  };
}

function isHouse(place: World | House): place is House {
  return 'play' in place;
}

function applicationOf(
  world: World,
  { openapi, control = false, saml }: ServerOptions,
  house?: House,
): ServerApplication {
  const server: ServerApplication = new Hono();
  // The one that comes along looks through all routes for each request.
  server.router = new TrieRouter();
  server.use(async (context, next) => {
    const requestId = world.newId('request');
    context.set('requestId', requestId);
    await next();
    // On the answer itself: each header of Hono's context would make another one of it.
    const { headers } = context.res;
    headers.set('X-Request-Id', requestId);
    headers.set('X-Tessera-Mock', '1');
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Cache-Control', 'no-store');
    // Whoever may read an answer from elsewhere asks for it by CORS, to which this is nothing.
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set('Referrer-Policy', 'no-referrer');
  });
  if (house && control) {
    takeTurns(server, house, '/dev/*');
    mountControl(server, house);
    keepLog(server, house.conditions);
  }
  mountOrigins(server, world);
  if (house && control) misbehave(server, house.conditions);
  if (house) takeTurns(server, house, '*');
  mountOperations(server, world);
  mountAuthorization(server, world);
  mountLogin(server, world);
  mountFederation(server, world, saml);
  mountProviders(server, world, saml);
  mountPageStyle(server);
  if (openapi !== undefined) {
    const headers = { 'Content-Type': 'application/json' };
    server.get(`${apiPath}/openapi.json`, () => new Response(openapi, { headers }));
  }
  server.notFound(({ var: { requestId } }) => problemAnswer(new Refusal('not_found'), requestId));
  server.onError((error, { req, var: { requestId } }) => {
    if (error instanceof Refusal) return problemAnswer(error, requestId);
    if (error instanceof ConnectionLost || req.raw.signal.aborted) throw error;
    console.error(requestId, error);
    return problemAnswer(new Refusal('server_error'), requestId);
  });
  return server;
}
