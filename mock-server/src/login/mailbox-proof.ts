import type { User } from '@tesserakit/domain';
import type { BrowserSession } from '../authorization-state.ts';
import type { Deed } from '../directory/deed.ts';
import { confirmMailbox } from '../directory/user-changes.ts';
import type { World } from '../world.ts';
import { beginSession, sessionNamed } from './sessions.ts';
import { settle } from './steps.ts';
import type { Transaction } from './transaction.ts';

/** Lets in a person who has shown that the mailbox is theirs, and goes on with the sign-in. */
export function enterByMailbox(
  world: World,
  transaction: Transaction,
  user: User,
  previous: BrowserSession | undefined,
): BrowserSession {
  proveMailbox(world, user);
  const present = previous && sessionNamed(world, previous.sid);
  const session = beginSession(world, present, user.userId, 'otp');
  settle(world, transaction, session);
  return session;
}

/** Keeps in mind that an address is proved to be the person's. */
export function proveMailbox(world: World, user: User): void {
  if (!user.emailVerified) {
    world.journal.atomically(() => confirmMailbox(ownDeed(world, user), user));
  }
}

/** What a person does for themselves while they sign in. */
export function ownDeed(world: World, { userId }: Pick<User, 'userId'>): Deed {
  return {
    world,
    actor: { userId, organizationId: undefined, permissions: new Set(), platform: false },
    by: { type: 'user', id: userId },
  };
}
