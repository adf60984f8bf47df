import type { World } from '../world.ts';
import type { Transaction } from './transaction.ts';

/**
 * Ends a sign-in that goes on in another browser than the one it was begun in: that one alone knows
 * what the application asked, so the person begins anew there, and is known already. Who was to let a
 * device in types the code that their own one shows. Answers whether it is such a sign-in.
 */
export function leaveElsewhere(world: World, transaction: Transaction): boolean {
  const { elsewhere, request } = transaction;
  if (!elsewhere || !request) return false;
  if (!('redirectUri' in request)) {
    delete transaction.request;
    delete transaction.elsewhere;
    transaction.stage = { at: 'device' };
    return true;
  }
  const redirectTo = startOf(world, request.clientId, new URL(request.redirectUri).origin);
  transaction.stage = { at: 'leave', redirectTo };
  return true;
}

/** Where a person enters an application, at the address at which it stands here. */
function startOf(world: World, clientId: string, origin: string): string {
  const { applicationId = '' } = world.clients.get(clientId) ?? {};
  const { launchUrl } = world.applications.get(applicationId) ?? {};
  const { pathname, search } = new URL(launchUrl ?? '/', origin);
  return new URL(`${pathname}${search}`, origin).href;
}
