import type { ServerApplication } from '../application.ts';
import { recheckDomains } from '../directory/domain-rechecks.ts';
import type { World } from '../world.ts';

/**
 * `POST /dev/domains/recheck` looks for the records of all owned domains again, as a schedule would,
 * and answers how many were `found` and `missing`, `failed` of these, and `undecided`.
 */
export function mountDomains(server: ServerApplication, world: World): void {
  server.post('/dev/domains/recheck', async () => Response.json(await recheckDomains(world)));
}
