import { memberStatuses, type MemberSort } from '@tesserakit/contract';
import { profileFor, type Member, type MemberStatus, type User } from '@tesserakit/domain';
import type { WatchedMap } from '../watched-map.ts';
import type { World } from '../world.ts';
import { LongList, type LongListQuery } from './long-list.ts';

/** A member with the person behind them, as far as the organization may know them. */
export interface Person {
  readonly member: Member;
  readonly user: User;
}

export type RosterQuery = LongListQuery<Person, MemberStatus, MemberSort>;

/**
 * The people of one organization, ready for long lists. Follows every change of a member or user by
 * itself.
 */
export class Roster extends LongList<Person, MemberStatus, MemberSort> {
  constructor(members: WatchedMap<string, Member>, users: WatchedMap<string, User>) {
    super(members.keys(), {
      statuses: memberStatuses,
      read: (userId) => personIn(members, users, userId),
      idOf: ({ user }) => user.userId,
      statusOf: ({ member }) => member.status,
      textOf: ({ user }) => `${user.name} ${user.email}`,
      valueOf,
    });
    members.watch((userId) => {
      this.renew(userId);
    });
    users.watch((userId) => {
      if (members.has(userId)) this.renew(userId);
    });
  }
}

const rosters = new WeakMap<ReadonlyMap<string, Member>, Roster>();

/** The roster of an organization; one for each, made when first asked for. */
export function rosterOf(world: World, organizationId: string): Roster | undefined {
  const members = world.members.get(organizationId);
  if (!members) return undefined;
  const roster = rosters.get(members) ?? new Roster(members, world.users);
  rosters.set(members, roster);
  return roster;
}

/** A person of an organization; `undefined` when they are none of its members. */
export function personOf(
  { members, users }: World,
  organizationId: string,
  userId: string,
): Person | undefined {
  return personIn(members.get(organizationId), users, userId);
}

function personIn(
  members: ReadonlyMap<string, Member> | undefined,
  users: ReadonlyMap<string, User>,
  userId: string,
): Person | undefined {
  const member = members?.get(userId);
  const user = users.get(userId);
  return member && user && { member, user: profileFor(member, user) };
}

function valueOf({ member, user }: Person, key: MemberSort): string | number | undefined {
  if (key === 'name') return user.name || undefined;
  return key === 'email' ? user.email : member[key];
}
