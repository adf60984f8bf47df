import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/**
 * Refuses with `forbidden` what another site sent, whatever cookies came along. A browser says so
 * itself (Fetch Metadata, Origin); a caller that is no browser says neither.
 */
export function demandSameOrigin(world: World, request: Request): void {
  if (!isSameOrigin(world, request)) throw new Refusal('forbidden');
}

/** Whether a request was sent by one of the server's own pages, or by no page at all. */
export function isSameOrigin(world: World, request: Request): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  const origin = request.headers.get('Origin');
  if (site !== null && site !== 'same-origin') return false;
  // Pages without a referrer send their forms with the origin `null`.
  if (origin === 'null') return site === 'same-origin';
  return origin === null || origin === new URL(world.issuer).origin;
}
