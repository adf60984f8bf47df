import { addressBlocker, canonicalEmail, invitationStatus, type User } from '@tesserakit/domain';
import { forgetFactorsOf } from '../login/factors.ts';
import { endSessionsOf, forgetSessionsOf } from '../login/sessions.ts';
import { forgetConsentsOf } from '../oidc/consent.ts';
import { refuse } from '../refusal.ts';
import type { FreshSecret } from '../secrets.ts';
import type { World } from '../world.ts';
import { addressOf } from './addresses.ts';
import { amended, changedBy } from './amended.ts';
import { record, type Deed, type Happening } from './deed.ts';
import { end } from './invitation-changes.ts';
import { unlink } from './identities.ts';
import { dropSecretsOf } from './kept-secrets.ts';
import { sendMail } from './mails.ts';
import { removeMember } from './member-changes.ts';
import { membershipsOf } from './memberships.ts';
import { newUser } from './new-user.ts';
import { revokeTokens } from './revocation.ts';
import { countWrite } from './versions.ts';

const resetLife = 3_600_000;

/** A profile of somebody who is not in the tenant yet. */
export interface UserAddition {
  readonly email: string;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly picture?: string | undefined;
  readonly locale?: string | undefined;
}

/** What changes of a profile; `null` takes away, `undefined` leaves. */
export interface ProfileChange {
  readonly name?: string | undefined;
  readonly phone?: string | null | undefined;
  readonly picture?: string | null | undefined;
  readonly locale?: string | null | undefined;
}

/** Adds a person to the tenant, whose address nothing proves yet. */
export function createUser(deed: Deed, { email, ...profile }: UserAddition): User {
  const { world } = deed;
  const accepted = freeAddress(world, email, undefined);
  const user = newUser(world, { ...amended({}, profile), email: accepted });
  record(deed, about(user, 'user.create', { email: accepted }));
  return user;
}

/** Changes a person's own profile; never the address, its proof, or the status. */
export function updateProfile(deed: Deed, user: User, change: ProfileChange): void {
  keep(deed.world, amended(user, change));
  record(deed, about(user, 'me.update', { changed: changedBy(change) }));
}

/**
 * Changes a profile. Nothing proves another address yet, and what waited for the old one is over:
 * invitations with their pending memberships, links to set a password.
 */
export function updateUser(
  deed: Deed,
  user: User,
  { email, ...change }: ProfileChange & { readonly email?: string | undefined },
): void {
  const { world } = deed;
  const { userId } = user;
  const accepted = email === undefined ? user.email : freeAddress(world, email, userId);
  const moves = canonicalEmail(accepted) !== canonicalEmail(user.email);
  const changed = changedBy({ email, ...change });
  const causedBy = record(deed, about(user, 'user.update', { changed }));
  if (moves) {
    endInvitationsTo(deed, user, causedBy);
    dropSecretsOf(world, 'passwordReset', userId);
    world.userIdsByEmail.delete(canonicalEmail(user.email));
    world.userIdsByEmail.set(canonicalEmail(accepted), userId);
  }
  const emailVerified = user.emailVerified && !moves;
  keep(world, { ...amended(user, change), email: accepted, emailVerified });
}

/**
 * Keeps in mind that an address is proved to be the person's. Whoever had the account before had not
 * shown that: what they left behind, a password, factors and sessions, ends.
 */
export function confirmMailbox(deed: Deed, user: User): void {
  const { world } = deed;
  keep(world, { ...user, emailVerified: true });
  world.passwords.delete(user.userId);
  forgetFactorsOf(world, user.userId);
  endSessionsOf(world, user.userId);
  record(deed, about(user, 'user.update', { changed: ['emailVerified'] }));
}

/** Shuts a person out of the tenant and ends whatever they signed in to; memberships stay. */
export function disableUser(deed: Deed, user: User): void {
  keep(deed.world, { ...user, status: 'disabled' });
  record(deed, about(user, 'user.disable'));
  dropSecretsOf(deed.world, 'passwordReset', user.userId);
  endSessionsOf(deed.world, user.userId);
}

/** Lets a person in again. */
export function enableUser(deed: Deed, user: User): void {
  keep(deed.world, { ...user, status: 'active' });
  record(deed, about(user, 'user.enable'));
}

/**
 * Deletes a person with all that is theirs: memberships with grants and keys, invitations that wait
 * for them, password, factors, sessions. Invitations that they sent stay, and nobody stands behind them. The
 * address is free; whoever has it next is somebody else.
 */
export function deleteUser(deed: Deed, user: User): void {
  const { world } = deed;
  const { userId, email } = user;
  const causedBy = record(deed, about(user, 'user.delete', { email }));
  endInvitationsTo(deed, user, causedBy);
  for (const { member } of membershipsOf(world, userId)) removeMember(deed, member, { causedBy });
  unlink(deed, (one) => one.userId === userId, causedBy);
  endSessionsOf(world, userId);
  forgetConsentsOf(world, userId);
  dropSecretsOf(world, 'passwordReset', userId);
  world.passwords.delete(userId);
  forgetFactorsOf(world, userId);
  world.userIdsByEmail.delete(canonicalEmail(email));
  world.users.delete(userId);
  countWrite(world, 'user', userId);
}

/**
 * Takes a person's password away and mails a link to set another one. Sessions end, and refresh
 * tokens where the application says so.
 */
export function resetPassword(deed: Deed, user: User, { secret, digest }: FreshSecret): void {
  const { world } = deed;
  const { userId, email } = user;
  world.passwords.delete(userId);
  forgetSessionsOf(world, userId);
  revokeTokens(world, { userId }, 'passwordReset');
  dropSecretsOf(world, 'passwordReset', userId);
  const expiresAt = world.now() + resetLife;
  world.secrets.set(digest, { purpose: 'passwordReset', id: userId, expiresAt });
  countWrite(world, 'user', userId);
  record(deed, about(user, 'user.resetPassword'));
  // In the fragment, which browsers send to nobody.
  const link = `${world.issuer}/login/password#${secret}`;
  sendMail(world, {
    to: email,
    subject: 'Set a new password',
    text: `Your password was reset.\n\nOpen this link within an hour to set a new one:\n${link}\n`,
    purpose: 'password-reset',
    link,
  });
}

/** Ends the invitations that wait for a person, and the memberships that waited for invitations. */
function endInvitationsTo(deed: Deed, { userId, email }: User, causedBy: string): void {
  const { world } = deed;
  const own = canonicalEmail(email);
  for (const invitations of [...world.invitations.values()]) {
    for (const invitation of [...invitations.values()]) {
      const waits = invitationStatus(invitation, world.now()) === 'pending';
      if (!waits || canonicalEmail(invitation.email) !== own) continue;
      end(deed, invitation, 'revoked', 'invitation.revoke', causedBy);
    }
  }
  for (const { member } of membershipsOf(world, userId)) {
    const waited = member.status === 'pending' && member.source === 'invitation';
    if (waited) removeMember(deed, member, { causedBy });
  }
}

/** An address as it is kept, if nobody else has it. */
function freeAddress(world: World, text: string, userId: string | undefined): string {
  const email = addressOf(text);
  refuse(addressBlocker(userId, world.userIdsByEmail.get(canonicalEmail(email))));
  return email;
}

function keep(world: World, user: User): void {
  world.users.set(user.userId, user);
  countWrite(world, 'user', user.userId);
}

function about({ userId }: User, action: string, details?: Happening['details']): Happening {
  return { action, target: { type: 'user', id: userId }, ...(details && { details }) };
}
