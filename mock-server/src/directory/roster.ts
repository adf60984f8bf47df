import { memberStatuses, type MemberSort } from '@tesserakit/contract';
import type { Member, MemberStatus, User } from '@tesserakit/domain';
import type { WatchedMap } from '../watched-map.ts';
import type { World } from '../world.ts';
import { LongList, type LongListQuery } from './long-list.ts';

/** A member with the person behind them. */
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
      read: (userId) => {
        const member = members.get(userId);
        const user = users.get(userId);
        return member && user && { member, user };
      },
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

function valueOf({ member, user }: Person, key: MemberSort): string | number | undefined {
  if (key === 'name') return user.name || undefined;
  return key === 'email' ? user.email : member[key];
}
