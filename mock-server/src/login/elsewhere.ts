import type { World } from '../world.ts';
import type { Transaction } from './transaction.ts';

/**
 * Ends a sign-in that goes on in another browser than the one it was begun in: that one alone knows
 * what the application asked, so the person begins anew there, and is known already. Answers whether
 * it is one.
 */
export function leaveElsewhere(world: World, transaction: Transaction): boolean {
  const { elsewhere, request } = transaction;
  if (!elsewhere || !request || !('redirectUri' in request)) return false;
  const redirectTo = startOf(world, request.clientId, new URL(request.redirectUri).origin);
  transaction.stage = { at: 'leave', redirectTo };
  return true;
}

/** Where a person enters an application, at the address at which it stands here. */
export function startOf(world: World, clientId: string, origin: string): string {
  const { applicationId = '' } = world.clients.get(clientId) ?? {};
  const { launchUrl } = world.applications.get(applicationId) ?? {};
  const { pathname, search } = new URL(launchUrl ?? '/', origin);
  return new URL(`${pathname}${search}`, origin).href;
}
