type Compare = (row: number, other: number) => number;

/** Rows in their order. */
export function orderOf(rows: Iterable<number>, compare: Compare): Uint32Array {
  return Uint32Array.from([...rows].sort(compare));
}

/** The order after rows changed: they are taken out, and those still there put where they belong now. */
export function reordered(
  order: Uint32Array,
  changed: ReadonlySet<number>,
  stillThere: readonly number[],
  compare: Compare,
): Uint32Array {
  const others = without(order, changed);
  const next = new Uint32Array(others.length + stillThere.length);
  let taken = 0;
  let length = 0;
  for (const row of orderOf(stillThere, compare)) {
    const until = firstWhere(others, (other) => compare(other, row) > 0);
    next.set(others.subarray(taken, until), length);
    length += until - taken;
    next[length] = row;
    length += 1;
    taken = until;
  }
  next.set(others.subarray(taken), length);
  return next;
}

function without(order: Uint32Array, taken: ReadonlySet<number>): Uint32Array {
  // Asked for each row of a long list, a byte is found much faster than a member of a set.
  const gone = new Uint8Array(1 + [...taken].reduce((most, row) => Math.max(most, row), 0));
  for (const row of taken) gone[row] = 1;
  const others = new Uint32Array(order.length);
  let length = 0;
  for (const row of order) {
    if (gone[row] === 1) continue;
    others[length] = row;
    length += 1;
  }
  return others.subarray(0, length);
}

/** Index of the first row that is beyond; everything after it has to be, too. */
export function firstWhere(order: Uint32Array, isBeyond: (row: number) => boolean): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBeyond(order[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
