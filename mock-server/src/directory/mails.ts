import { canonicalEmail, mailRateBlocker, type MailRate } from '@tesserakit/domain';
import type { Mail } from '../mailbox.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

const hour = 3_600_000;

/** Puts a mail in the mailbox; taken back with the deed. */
export function sendMail(world: World, mail: Omit<Mail, 'mailId' | 'at'>): void {
  world.mailbox.push({ mailId: world.newId('mail'), at: world.now(), ...mail });
  world.journal.note(() => world.mailbox.pop());
}

/** Refuses another mail where there were too many within the hour. */
export function demandRate({ settings }: World, used: MailRate): void {
  const blocker = mailRateBlocker(used, settings.invitationsPerHour);
  if (blocker) throw new Refusal(blocker, undefined, hour / 1000);
}

/** What came within the hour, of a list with the oldest first. */
export function ofTheHour<T extends { readonly at: number }>(
  world: World,
  list: readonly T[],
): T[] {
  const since = world.now() - hour;
  return list.slice(list.findLastIndex(({ at }) => at <= since) + 1);
}

/** How many mails for a purpose an address was sent within the hour. */
export function receivedBy(world: World, email: string, purpose: Mail['purpose']): number {
  const address = canonicalEmail(email);
  return ofTheHour(world, world.mailbox).filter(
    (mail) => mail.purpose === purpose && canonicalEmail(mail.to) === address,
  ).length;
}
