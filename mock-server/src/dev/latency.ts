import * as v from 'valibot';
import type { ServerApplication } from '../application.ts';
import { jsonBody } from './json-body.ts';
import type { Conditions } from './conditions.ts';

const most = 60_000;
const milliseconds = v.pipe(v.number(), v.minValue(0), v.maxValue(most));
const latency = v.strictObject({ milliseconds, jitter: v.optional(milliseconds, 0) });

/** How long every answer is held back: so many milliseconds, and up to `jitter` more. */
export type Latency = v.InferOutput<typeof latency>;

/** How long the next answer is held back. */
export function nextDelay({ latency: { milliseconds, jitter }, random }: Conditions): number {
  return jitter === 0 ? milliseconds : milliseconds + random() * jitter;
}

/** `GET` and `PUT /dev/latency`: `{ milliseconds, jitter? }`, each up to a minute. */
export function mountLatency(server: ServerApplication, conditions: Conditions): void {
  server.get('/dev/latency', () => Response.json(conditions.latency));
  server.put('/dev/latency', async ({ req }) => {
    conditions.latency = await jsonBody(req.raw, latency);
    return Response.json(conditions.latency);
  });
}
