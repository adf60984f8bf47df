import { offeredMethods, type SignInMethod } from '@tesserakit/domain';
import { discoveryOf } from '../directory/discovery.ts';
import type { World } from '../world.ts';
import { askForCode } from './email-code.ts';
import { relyingParty } from './passkey-options.ts';
import { askForLink } from './magic-link.ts';
import type { Stage, Transaction } from './transaction.ts';

/**
 * The ways in which the person of a sign-in can prove who they are. It depends on the application and
 * on the domain of the address; nobody is looked up for it.
 */
export function methodsOf(
  world: World,
  { identifier = '', request }: Transaction,
): readonly SignInMethod[] {
  const { applicationId } = world.clients.get(request?.clientId ?? '') ?? {};
  const application = world.applications.get(applicationId ?? '');
  const found = discoveryOf(world, identifier, applicationId);
  const organization = world.organizations.get(found?.organizationId ?? '');
  const methods = offeredMethods(application?.signIn ?? {}, organization?.authentication);
  // Browsers make no passkeys for every address.
  return methods.filter((method) => method !== 'passkey' || relyingParty(world) !== undefined);
}

/** Whether somebody who was sent to a provider may go on with a password instead. */
export function mayUsePassword(world: World, transaction: Transaction, stage: Stage): boolean {
  return (
    stage.at === 'federated' &&
    stage.sid === undefined &&
    methodsOf(world, transaction).includes('password')
  );
}

/** Goes on by a way that is offered; by the first one, where none is named. */
export async function proveBy(
  world: World,
  transaction: Transaction,
  method?: SignInMethod,
): Promise<void> {
  const offered = methodsOf(world, transaction);
  const chosen = method ?? offered[0];
  if (!chosen || !offered.includes(chosen)) return;
  if (chosen === 'password') transaction.stage = { at: 'password' };
  else if (chosen === 'passkey') transaction.stage = { at: 'passkey' };
  else if (chosen === 'email-code') await askForCode(world, transaction);
  else await askForLink(world, transaction);
}
