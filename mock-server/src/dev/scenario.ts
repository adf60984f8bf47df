import * as v from 'valibot';
import type { ServerApplication } from '../application.ts';
import type { House } from '../house.ts';
import { seedNames } from '../seeds/index.ts';
import { jsonBody } from './json-body.ts';

const scenario = v.strictObject({
  name: v.picklist(seedNames, `There are: ${seedNames.join(', ')}.`),
  random: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1)), 1),
});

/**
 * `GET /dev/scenario` answers `{ name, random }` of what is played; `POST` begins another, and
 * refuses an unknown name with `validation_failed` and the names there are.
 */
export function mountScenario(server: ServerApplication, house: House): void {
  server.get('/dev/scenario', () => Response.json(house.scenario));
  server.post('/dev/scenario', async ({ req }) => {
    house.play(await jsonBody(req.raw, scenario));
    return Response.json(house.scenario);
  });
}
