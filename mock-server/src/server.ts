import { Hono } from 'hono/tiny';
import type { ServerApplication } from './application.ts';
import { apiPath, mountOperations } from './handlers/operations.ts';
import { mountLogin } from './login/endpoints.ts';
import { mountOrigins } from './origins.ts';
import { mountAuthorization } from './oidc/endpoints.ts';
import { problemAnswer, Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** The whole server as one function, wherever it runs. */
export interface Server {
  fetch(request: Request): Promise<Response>;
}

export interface ServerOptions {
  /** Text of the reference protocol's OpenAPI document, to be found beside it. */
  readonly openapi?: string | undefined;
}

/**
 * The directory and the authorization server of a world. Every error of the directory is a problem
 * document (RFC 9457); what was not foreseen answers `server_error` without a word about why.
 */
export function createServer(world: World, { openapi }: ServerOptions = {}): Server {
  const server: ServerApplication = new Hono();
  server.use(async (context, next) => {
    const requestId = world.newId('request');
    context.set('requestId', requestId);
    await next();
    context.header('X-Request-Id', requestId);
    context.header('X-Tessera-Mock', '1');
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Cache-Control', 'no-store');
    context.header('Referrer-Policy', 'no-referrer');
  });
  mountOrigins(server, world);
  mountOperations(server, world);
  mountAuthorization(server, world);
  mountLogin(server, world);
  if (openapi !== undefined) {
    const headers = { 'Content-Type': 'application/json' };
    server.get(`${apiPath}/openapi.json`, () => new Response(openapi, { headers }));
  }
  server.notFound(({ var: { requestId } }) => problemAnswer(new Refusal('not_found'), requestId));
  server.onError((error, { var: { requestId } }) => {
    if (error instanceof Refusal) return problemAnswer(error, requestId);
    console.error(requestId, error);
    return problemAnswer(new Refusal('server_error'), requestId);
  });
  return { fetch: async (request) => server.fetch(request) };
}
