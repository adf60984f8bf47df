import * as v from 'valibot';
import type { ServerApplication } from '../application.ts';
import { jsonBody } from './json-body.ts';
import type { World } from '../world.ts';

const change = v.strictObject({
  name: v.pipe(v.string(), v.toLowerCase(), v.regex(/^[a-z0-9_.-]{1,253}$/)),
  values: v.pipe(v.array(v.pipe(v.string(), v.maxLength(4096))), v.maxLength(100)),
});

/**
 * `GET /dev/dns` answers the text records that the world's own resolver finds, by name. `PUT` sets
 * those of one name, `{ name, values }`; none takes it away.
 */
export function mountDns(server: ServerApplication, world: World): void {
  const answer = () => Response.json(Object.fromEntries(world.dns));
  server.get('/dev/dns', answer);
  server.put('/dev/dns', async ({ req }) => {
    const { name, values } = await jsonBody(req.raw, change);
    if (values.length > 0) world.dns.set(name, values);
    else world.dns.delete(name);
    return answer();
  });
}
