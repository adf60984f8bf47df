import { userStatuses, type UserSort } from '@tesserakit/contract';
import type { User, UserStatus } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { LongList } from './long-list.ts';

type People = LongList<User, UserStatus, UserSort>;

const people = new WeakMap<ReadonlyMap<string, User>, People>();

/** The people of the tenant, ready for long lists; made when first asked for, then kept up to date. */
export function peopleOf({ users }: World): People {
  const kept = people.get(users);
  if (kept) return kept;
  const list: People = new LongList(users.keys(), {
    statuses: userStatuses,
    read: (userId) => users.get(userId),
    idOf: ({ userId }) => userId,
    statusOf: ({ status }) => status,
    textOf: ({ name, email }) => `${name} ${email}`,
    valueOf: (user, key) => user[key] || undefined,
  });
  users.watch((userId) => {
    list.renew(userId);
  });
  people.set(users, list);
  return list;
}
