import type { ServerApplication } from '../application.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { mountClock } from './clock.ts';
import { controlPage } from './control-page.ts';
import { mountDns } from './dns.ts';
import { mountDomains } from './domains.ts';
import { mountFaults } from './faults.ts';
import { mountKeys } from './keys.ts';
import { mountLatency } from './latency.ts';
import { mountMailbox } from './mailbox.ts';
import { mountRequestLog } from './request-log.ts';
import { mountReset } from './reset.ts';
import { mountScenario } from './scenario.ts';

/**
 * The control API below `/dev/`, for tests and for the person who develops: JSON both ways, refused
 * with `forbidden` when a page of another origin sent it, or by another name than this machine's.
 * Nothing of it is misbehaved or logged.
 */
export function mountControl(server: ServerApplication, house: House): void {
  server.use('/dev/*', async ({ req }, next) => {
    if (isForeign(house, req.raw)) throw new Refusal('forbidden');
    await next();
  });
  server.on('GET', ['/dev', '/dev/'], () => controlPage(house));
  mountReset(server, house);
  mountScenario(server, house);
  mountClock(server, house.world);
  mountDns(server, house.world);
  mountDomains(server, house.world);
  mountKeys(server, house.world);
  mountLatency(server, house.conditions);
  mountFaults(server, house.conditions);
  mountRequestLog(server, house.conditions);
  mountMailbox(server, house.world);
  server.all('/dev/*', () => {
    throw new Refusal('not_found');
  });
}

/** Names of this machine, with or without a port. */
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

function isForeign({ world }: House, request: Request): boolean {
  const origin = request.headers.get('Origin');
  const { host } = new URL(request.url);
  const issuerHost = new URL(world.issuer).host;
  const named = [host, request.headers.get('Host') ?? host];
  if (!named.every((name) => name === issuerHost || loopback.test(name))) return true;
  const own = [request.url, world.issuer].map((address) => new URL(address).origin);
  const crossSite = request.headers.get('Sec-Fetch-Site') === 'cross-site';
  return crossSite || (origin !== null && !own.includes(origin));
}
