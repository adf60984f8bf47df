const collator = new Intl.Collator('en', { sensitivity: 'base' });

/** What most names are made of, in the order in which people look for it; the place is the rank. */
const letters = ["'", ...' -.0123456789abcdefghijklmnopqrstuvwxyz'].sort(collator.compare);
const ranks = new Uint8Array(128);
for (const [place, letter] of letters.entries()) ranks[letter.charCodeAt(0)] = place + 1;

const plain = /^[a-z0-9 \-.']*$/;
/** As many letters as make one number; with {@link most} rows beside it, it is still exact. */
const together = 5;
const most = 2 ** 24;
const base = letters.length + 1;
const powers = Array.from({ length: together + 1 }, (_, exponent) => base ** exponent);

/**
 * The rows in the order of their texts as people read them: letters alike in any case and with any
 * accent. Equal texts stay in the order of their rows.
 */
export function orderOfTexts(texts: readonly string[]): Uint32Array {
  const keys = texts.map(keyOf);
  const rows = [...keys.keys()];
  const usual = Uint32Array.from(rows.filter((row) => keys[row] !== undefined));
  sortByKeys(usual, keys as readonly string[], 0);
  const others = rows.filter((row) => keys[row] === undefined);
  if (others.length === 0) return usual;
  const compare = (one: number, other: number) =>
    collator.compare(texts[one]!, texts[other]!) || one - other;
  others.sort(compare);
  return merged(usual, others, compare);
}

/** The text in letters that can be compared one by one; `undefined` where it has others. */
function keyOf(text: string): string | undefined {
  const lower = text.toLowerCase();
  if (plain.test(lower)) return lower;
  const bare = lower.normalize('NFD').replace(/([a-z])[\u0300-\u036f]+/g, '$1');
  return plain.test(bare) ? bare : undefined;
}

/** Sorts by some letters at a time as one number, which engines do many times faster than texts. */
function sortByKeys(rows: Uint32Array, keys: readonly string[], from: number): void {
  const numbers = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    numbers[place] = numberOf(keys[rows[place]!]!, from) * most + place;
  }
  numbers.sort();
  const former = rows.slice();
  let begin = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const number = Math.floor(numbers[at]! / most);
    rows[at] = former[numbers[at]! - number * most]!;
    if (at + 1 < rows.length && numbers[at + 1]! < (number + 1) * most) continue;
    const goOn = number % base !== 0;
    if (goOn && at > begin) sortByKeys(rows.subarray(begin, at + 1), keys, from + together);
    begin = at + 1;
  }
}

function numberOf(key: string, from: number): number {
  let number = 0;
  const end = Math.min(key.length, from + together);
  for (let at = from; at < end; at += 1) number = number * base + ranks[key.charCodeAt(at)]!;
  return number * powers[together - Math.max(0, end - from)]!;
}

/** Puts few sorted rows among many. */
function merged(
  many: Uint32Array,
  few: readonly number[],
  compare: (one: number, other: number) => number,
): Uint32Array {
  const all = new Uint32Array(many.length + few.length);
  let taken = 0;
  for (const [place, row] of few.entries()) {
    let [low, high] = [taken, many.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(many[middle]!, row) < 0) low = middle + 1;
      else high = middle;
    }
    all.set(many.subarray(taken, low), taken + place);
    all[low + place] = row;
    taken = low;
  }
  all.set(many.subarray(taken), taken + few.length);
  return all;
}
