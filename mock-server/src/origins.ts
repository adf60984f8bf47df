import type { ServerApplication } from './application.ts';
import type { World } from './world.ts';

/** What scripts of the customer's applications may call; pages and the login's own calls may not. */
const open = [
  ...['/api/v1/*', '/.well-known/*', '/jwks'],
  ...['/par', '/token', '/revoke', '/userinfo'],
];

/**
 * Lets scripts of registered application origins read answers (CORS), never with cookies. Others
 * are answered all the same: their browser keeps the answer from them.
 */
export function mountOrigins(server: ServerApplication, world: World): void {
  for (const path of open) {
    server.use(path, async (context, next) => {
      const origin = context.req.header('Origin') ?? '';
      const allowed = world.applicationOrigins.includes(origin);
      if (context.req.method === 'OPTIONS') context.res = new Response(null, { status: 204 });
      else await next();
      const { headers } = context.res;
      headers.append('Vary', 'Origin');
      if (!allowed) return;
      headers.set('Access-Control-Allow-Origin', origin);
      headers.set('Access-Control-Expose-Headers', 'Retry-After, WWW-Authenticate, X-Request-Id');
      if (context.req.method !== 'OPTIONS') return;
      headers.set('Access-Control-Allow-Methods', 'GET, POST, PUT, PATCH, DELETE');
      headers.set(
        'Access-Control-Allow-Headers',
        'Authorization, Content-Type, Idempotency-Key, If-Match',
      );
      headers.set('Access-Control-Max-Age', '600');
    });
  }
}
