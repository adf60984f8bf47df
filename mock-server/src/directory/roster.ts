import { memberStatuses, type MemberOrder, type MemberSort } from '@tesserakit/contract';
import type { Member, MemberStatus, User } from '@tesserakit/domain';
import type { WatchedMap } from '../watched-map.ts';
import type { World } from '../world.ts';
import { PackedText } from './packed-text.ts';
import { comparePlaces, type Place, type Sequence } from './paging.ts';
import { firstWhere, orderOf, reordered } from './row-order.ts';

/** A member with the person behind them. */
export interface Person {
  readonly member: Member;
  readonly user: User;
}

export interface RosterQuery {
  /** Folded words, all of which name and address hold. */
  readonly words: readonly string[];
  readonly status: MemberStatus | undefined;
  /** What else is asked of a person. */
  readonly suits: ((person: Person) => boolean) | undefined;
  readonly sort: MemberOrder;
}

/**
 * The people of one organization, ready for long lists: their texts packed, each order that was
 * asked for kept. Follows every change of a member or user by itself.
 */
export class Roster {
  readonly #members: ReadonlyMap<string, Member>;
  readonly #users: ReadonlyMap<string, User>;
  /** Each person has a number for good, by which everything else is found. */
  readonly #rows = new Map<string, number>();
  readonly #people: (Person | undefined)[] = [];
  /** One number for each: 0 for nobody, else the place of their status in the list, counted from 1. */
  #statuses = new Uint8Array(0);
  readonly #texts = new PackedText((row) => textOf(this.#people[row]));
  readonly #orders = new Map<MemberOrder, Uint32Array>();
  /** User ids of those who changed since the last list. */
  readonly #changed: Set<string>;

  constructor(members: WatchedMap<string, Member>, users: WatchedMap<string, User>) {
    this.#members = members;
    this.#users = users;
    this.#changed = new Set(members.keys());
    members.watch((userId) => this.#changed.add(userId));
    users.watch((userId) => {
      if (members.has(userId)) this.#changed.add(userId);
    });
  }

  /** Those whom a query asks for, in its order; good until the next change. */
  list({ words, status, suits, sort }: RosterQuery): Sequence<Person> {
    this.#follow();
    const count = this.#people.length;
    const found = words.length > 0 ? this.#texts.find(words, count) : new Uint8Array(count).fill(1);
    const wanted = status && numberOf(status);
    let total = 0;
    for (let row = 0; row < count; row += 1) {
      if (found[row] === 0) continue;
      const own = this.#statuses[row];
      const fits =
        (wanted === undefined ? own !== 0 : own === wanted) &&
        (!suits || suits(this.#people[row]!));
      if (fits) total += 1;
      else found[row] = 0;
    }
    return { total, after: (place, most) => this.#after(place, most, sort, found) };
  }

  #after(place: Place | undefined, most: number, sort: MemberOrder, found: Uint8Array) {
    const order = this.#order(sort);
    const placeOf = this.#placer(sort);
    const descending = [sort.startsWith('-')];
    const rows: number[] = [];
    let at = place
      ? firstWhere(order, (row) => comparePlaces(placeOf(row), place, descending) > 0)
      : 0;
    for (; at < order.length && rows.length < most; at += 1) {
      if (found[order[at]!] === 1) rows.push(order[at]!);
    }
    return rows.map((row) => ({ item: this.#people[row]!, ...placeOf(row) }));
  }

  #order(sort: MemberOrder): Uint32Array {
    const kept = this.#orders.get(sort);
    if (kept) return kept;
    const rows = [...this.#people.keys()].filter((row) => this.#people[row]);
    const order = orderOf(rows, this.#comparer(sort));
    this.#orders.set(sort, order);
    return order;
  }

  #comparer(sort: MemberOrder): (row: number, other: number) => number {
    const descending = [sort.startsWith('-')];
    const placeOf = this.#placer(sort);
    return (row, other) => comparePlaces(placeOf(row), placeOf(other), descending);
  }

  #placer(sort: MemberOrder): (row: number) => Place {
    const key = sort.replace('-', '') as MemberSort;
    return (row) => {
      const person = this.#people[row]!;
      return { values: [valueOf(person, key)], id: person.user.userId };
    };
  }

  #follow(): void {
    if (this.#changed.size === 0) return;
    const rows = new Set([...this.#changed].map((userId) => this.#read(userId)));
    const stillThere = [...rows].filter((row) => this.#people[row]);
    for (const [sort, order] of this.#orders) {
      this.#orders.set(sort, reordered(order, rows, stillThere, this.#comparer(sort)));
    }
    this.#changed.clear();
  }

  #read(userId: string): number {
    const row = this.#rows.get(userId) ?? this.#people.length;
    const member = this.#members.get(userId);
    const user = this.#users.get(userId);
    this.#rows.set(userId, row);
    this.#people[row] = member && user && { member, user };
    if (row >= this.#statuses.length) {
      const larger = new Uint8Array(2 * row + 64);
      larger.set(this.#statuses);
      this.#statuses = larger;
    }
    this.#statuses[row] = member && user ? numberOf(member.status) : 0;
    this.#texts.renew(row);
    return row;
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

function numberOf(status: MemberStatus): number {
  return memberStatuses.indexOf(status) + 1;
}

function textOf(person: Person | undefined): string {
  return person ? `${person.user.name} ${person.user.email}` : '';
}

function valueOf({ member, user }: Person, key: MemberSort): string | number | undefined {
  if (key === 'name') return user.name || undefined;
  return key === 'email' ? user.email : member[key];
}
