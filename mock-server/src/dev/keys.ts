import type { ServerApplication } from '../application.ts';
import type { World } from '../world.ts';
import { jwks } from '../oidc/discovery.ts';

/**
 * `POST /dev/keys/rotation`: tokens are signed with new keys from now on. Answers the key set, in
 * which the former ones stay for as long as what they signed may count.
 */
export function mountKeys(server: ServerApplication, world: World): void {
  server.post('/dev/keys/rotation', async () => {
    await world.authorization.keys.rotate(world.now());
    return jwks(world);
  });
}
