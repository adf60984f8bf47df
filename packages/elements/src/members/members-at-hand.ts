import type { Member, MemberOrder, MemberSort } from '@tesserakit/contract';
import { PackedText } from '../data/packed-text.js';
import { orderOfTexts } from '../data/text-order.js';

/** Which members, and in which order; without an order they come as they were given. */
export interface MembersAsked {
  readonly search?: string | undefined;
  readonly status?: string | undefined;
  readonly organizationRole?: string | undefined;
  readonly applicationRole?: string | undefined;
  readonly application?: string | undefined;
  readonly source?: string | undefined;
  readonly sort?: MemberOrder | undefined;
}

interface Order {
  /** The rows upwards; those without a value last. */
  readonly rows: Uint32Array;
  /** How many of them have a value. */
  readonly valued: number;
}

/**
 * Members that are all in memory, searched, filtered and sorted here. Nothing is done for each of
 * them before somebody searches, filters or sorts; what that takes is then kept.
 */
export class MembersAtHand {
  readonly #all: readonly Member[];
  readonly #orders = new Map<MemberSort, Order>();
  #texts: PackedText | undefined;
  #asked = '{}';
  #answer: readonly Member[];

  constructor(members: readonly Member[]) {
    this.#all = this.#answer = members;
  }

  /** The members asked for: the same list for the same question. */
  matching(asked: MembersAsked): readonly Member[] {
    const question = JSON.stringify(asked);
    if (question !== this.#asked) {
      this.#asked = question;
      this.#answer = this.#find(asked);
    }
    return this.#answer;
  }

  #find({ search, sort, ...filters }: MembersAsked): readonly Member[] {
    const found = search ? this.#search(search) : undefined;
    const tests = testsOf(filters);
    const ordered = sort ? this.#ordered(sort) : undefined;
    if (!found && tests.length === 0 && !ordered) return this.#all;
    const members: Member[] = [];
    for (let place = 0; place < this.#all.length; place += 1) {
      const row = ordered ? ordered[place]! : place;
      if (found && found[row] === 0) continue;
      const member = this.#all[row]!;
      if (tests.every((test) => test(member))) members.push(member);
    }
    return members;
  }

  #search(words: string): Uint8Array {
    this.#texts ??= new PackedText(this.#all.length, (row) => {
      const { name, email } = this.#all[row]!;
      return `${name ?? ''} ${email}`;
    });
    return this.#texts.find(words);
  }

  #ordered(sort: MemberOrder): Uint32Array {
    const down = sort.startsWith('-');
    const column = (down ? sort.slice(1) : sort) as MemberSort;
    let order = this.#orders.get(column);
    if (!order) this.#orders.set(column, (order = orderBy(this.#all, column)));
    if (!down) return order.rows;
    const rows = order.rows.slice();
    rows.subarray(0, order.valued).reverse();
    return rows;
  }
}

function testsOf({ status, source, ...access }: MembersAsked) {
  const { organizationRole, applicationRole, application } = access;
  const tests: ((member: Member) => boolean)[] = [];
  if (status) tests.push((member) => member.status === status);
  if (source) tests.push((member) => member.source === source);
  if (application) {
    tests.push(({ access }) => access.some(({ applicationId }) => applicationId === application));
  }
  if (organizationRole) {
    tests.push((member) =>
      member.organizationRoles.some(({ roleId }) => roleId === organizationRole),
    );
  }
  if (applicationRole) {
    tests.push(({ access }) =>
      access.some(({ roles }) => roles.some(({ roleId }) => roleId === applicationRole)),
    );
  }
  return tests;
}

function orderBy(members: readonly Member[], column: MemberSort): Order {
  const isMoment = column === 'joinedAt' || column === 'lastSignInAt';
  return isMoment ? orderByMoments(members, column) : orderByTexts(members, column);
}

function orderByTexts(members: readonly Member[], column: 'name' | 'email' | 'status'): Order {
  const texts = members.map((member) => (member[column] ?? '').trim());
  const rows = orderOfTexts(texts);
  const missing = rows.findIndex((row) => texts[row] !== '');
  if (missing === 0) return { rows, valued: rows.length };
  // Nothing comes before everything else, and is to stand last.
  const empty = missing === -1 ? rows.length : missing;
  return { rows: moved(rows, empty), valued: rows.length - empty };
}

function orderByMoments(members: readonly Member[], column: 'joinedAt' | 'lastSignInAt'): Order {
  const times = members.map((member) => Date.parse(member[column] ?? ''));
  const rows = [...times.keys()];
  const valued = rows.filter((row) => !Number.isNaN(times[row]));
  valued.sort((a, b) => times[a]! - times[b]!);
  const others = rows.filter((row) => Number.isNaN(times[row]));
  return { rows: Uint32Array.from([...valued, ...others]), valued: valued.length };
}

/** The first rows, so many, behind the others. */
function moved(rows: Uint32Array, count: number): Uint32Array {
  const all = new Uint32Array(rows.length);
  all.set(rows.subarray(count));
  all.set(rows.subarray(0, count), rows.length - count);
  return all;
}
