import * as v from 'valibot';
import type { ServerApplication } from '../application.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { jsonBody } from './json-body.ts';

const earliest = Date.parse('1970-01-01T00:00:00Z');
const latest = Date.parse('9999-01-01T00:00:00Z');

const change = v.union([
  v.strictObject({ moveBy: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ setTo: v.pipe(v.string(), v.isoTimestamp()) }),
]);

/**
 * `GET /dev/clock` answers `{ now }` by the world's clock, in ISO 8601. `POST` moves it by
 * `{ moveBy }` milliseconds, back when negative, or to `{ setTo }`; it runs on from there. What lies
 * outside the years 1970 to 9998 is refused with `validation_failed`.
 */
export function mountClock(server: ServerApplication, world: World): void {
  const answer = () => Response.json({ now: new Date(world.now()).toISOString() });
  server.get('/dev/clock', answer);
  server.post('/dev/clock', async ({ req }) => {
    const asked = await jsonBody(req.raw, change);
    const now = world.now();
    const target = 'moveBy' in asked ? now + asked.moveBy : Date.parse(asked.setTo);
    if (!(target >= earliest && target < latest)) {
      const field = 'moveBy' in asked ? 'moveBy' : 'setTo';
      throw new Refusal('validation_failed', [
        { field, message: 'Leads out of the years 1970 to 9998.' },
      ]);
    }
    world.moveClock(target - now);
    return answer();
  });
}
