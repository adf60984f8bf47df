import type { ServerApplication } from '../application.ts';
import type { World } from '../world.ts';
import { authorize } from './authorize.ts';
import { authorizeDevice, openDevice } from './device.ts';
import { discovery, jwks } from './discovery.ts';
import { introspect } from './introspect.ts';
import { logout } from './logout.ts';
import { pushRequest } from './pushed-requests.ts';
import { revoke } from './revoke.ts';
import { token } from './token.ts';
import { userinfo } from './userinfo.ts';

/** The authorization server. */
export function mountAuthorization(server: ServerApplication, world: World): void {
  for (const document of ['openid-configuration', 'oauth-authorization-server']) {
    server.get(`/.well-known/${document}`, () => discovery(world));
  }
  server.get('/jwks', () => jwks(world));
  server.on(['GET', 'POST'], '/authorize', ({ req, var: { requestId } }) =>
    authorize(world, req.raw, requestId),
  );
  server.post('/par', ({ req }) => pushRequest(world, req.raw));
  server.post('/device_authorization', ({ req }) => authorizeDevice(world, req.raw));
  server.get('/device', ({ req }) => openDevice(world, req.raw));
  server.post('/token', ({ req }) => token(world, req.raw));
  server.post('/introspect', ({ req }) => introspect(world, req.raw));
  server.post('/revoke', ({ req }) => revoke(world, req.raw));
  server.on(['GET', 'POST'], '/userinfo', ({ req }) => userinfo(world, req.raw));
  server.on(['GET', 'POST'], '/logout', ({ req }) => logout(world, req.raw));
}
