import type { Member } from '@tesserakit/contract';
import {
  BeforeMemberReactivateEvent,
  BeforeMemberRemoveEvent,
  BeforeMemberSuspendEvent,
  MemberReactivatedEvent,
  MemberRemovedEvent,
  MembersChangedEvent,
  MemberSuspendedEvent,
} from './member-events.js';
import { nameOf } from './members-in-view.js';

/** What a host may stop, and is told of by name. */
export type Standing = 'suspend' | 'reactivate' | 'remove';

const questions = {
  suspend: BeforeMemberSuspendEvent,
  reactivate: BeforeMemberReactivateEvent,
  remove: BeforeMemberRemoveEvent,
};

const facts = {
  suspend: MemberSuspendedEvent,
  reactivate: MemberReactivatedEvent,
  remove: MemberRemovedEvent,
};

/** Asks the host whether members may be changed like this. */
export function mayChange(
  host: HTMLElement,
  standing: Standing | undefined,
  organizationId: string,
  userIds: readonly string[],
): boolean {
  return !standing || host.dispatchEvent(new questions[standing](organizationId, userIds));
}

/** Tells the host to whom it was done. */
export function tellChange(
  host: HTMLElement,
  standing: Standing | undefined,
  organizationId: string,
  userIds: readonly string[],
): void {
  if (userIds.length === 0) return;
  if (standing) host.dispatchEvent(new facts[standing](organizationId, userIds));
  host.dispatchEvent(new MembersChangedEvent(organizationId, userIds));
}

/** Why this may not be done to a member; `undefined` where it may. */
export function refusalOf({ actions }: Member, action: string): string | undefined {
  const verdict = Object.hasOwn(actions, action) ? actions[action] : 'forbidden';
  return verdict === true ? undefined : verdict;
}

/** The name of a member within a sentence: short, and without a say in the sentence's direction. */
export function spokenName(member: Pick<Member, 'name' | 'email'>): string {
  const letters = [...nameOf(member).replace(/[\u202A-\u202E\u2066-\u2069]/g, '')];
  const short = letters.length > 60 ? [...letters.slice(0, 59), '…'] : letters;
  return `\u2068${short.join('')}\u2069`;
}
