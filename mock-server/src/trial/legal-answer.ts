import type { Operation } from '@tesserakit/contract';
import { seeds } from '../seeds/index.ts';
import { createWorld, type World } from '../world.ts';
import { prepareLegal } from './legal-requests.ts';

/** A way to a world. */
export type Way = (world: World, request: Request) => Promise<Response | undefined>;

/** What has to be the same, whatever the way. */
export interface LegalAnswer {
  readonly status: number | undefined;
  readonly type: string | null | undefined;
  readonly text: string | undefined;
}

/** The answer to the legal request of an operation, in a world of its own: each is alike to the last id. */
export async function legalAnswer(operation: Operation, way: Way): Promise<LegalAnswer> {
  const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01') });
  const { path, sent, token } = await prepareLegal(world, operation);
  const headers = new Headers({ Authorization: `Bearer ${token}` });
  if (sent.body !== undefined) headers.set('Content-Type', 'application/json');
  const request = new Request(`${world.issuer}/api/v1${path}`, {
    method: sent.method ?? 'GET',
    headers,
    ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
  });
  const response = await way(world, request);
  const text = await response?.text();
  return {
    status: response?.status,
    type: response?.headers.get('Content-Type'),
    // A secret is another one in each world.
    text: text?.replace(/[\w-]{43,}/g, 'secret'),
  };
}
