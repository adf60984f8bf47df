/**
 * Letters of other scripts by the Latin letter that they cannot be told from: those of Unicode's
 * confusables that a domain name may hold.
 *
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
const latinLookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'аɑα',
    b: 'ьƅ',
    c: 'сϲᴄ',
    d: 'ԁ',
    e: 'еҽ',
    g: 'ɡց',
    h: 'һհ',
    i: 'іıɩι',
    j: 'јϳ',
    k: 'кκĸ',
    l: 'ӏǀ',
    m: 'м',
    n: 'пոռ',
    o: 'оοσօ',
    p: 'рρ',
    q: 'ԛզ',
    r: 'г',
    s: 'ѕ',
    t: 'тτ',
    u: 'υսʋ',
    v: 'ѵν',
    w: 'ԝѡա',
    x: 'хχ',
    y: 'уγү',
    z: 'ᴢ',
  }).flatMap(([latin, others]) => [...others].map((other) => [other, latin])),
);

/** A domain as a person reads it: look-alikes in place of what they are taken for. */
export function skeletonOf(name: string): string {
  return [...unicodeDomain(name).normalize('NFKC')]
    .map((letter) => latinLookAlikes.get(letter) ?? letter)
    .join('');
}

/** Whether one domain can be taken for another that it is not. */
export function looksLike(name: string, other: string): boolean {
  return name !== other && skeletonOf(name) === skeletonOf(other);
}

/** Whether a label mixes scripts whose letters are taken for one another. */
export function mixesScripts(label: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
  return scripts.filter((script) => script.test(label)).length > 1;
}

/** A canonical domain with its letters in place of A-labels, to be shown beside it, never instead. */
export function unicodeDomain(name: string): string {
  return name
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decoded(label.slice(4)) ?? label) : label))
    .join('.');
}

const base = 36;
const fewest = 1;
const most = 26;

/** Decodes Punycode (RFC 3492, section 6.2); `undefined` for what is none. */
function decoded(text: string): string | undefined {
  const hyphen = text.lastIndexOf('-');
  const letters = hyphen > 0 ? [...text.slice(0, hyphen)].map(codeOf) : [];
  const digits = text.slice(hyphen + 1);
  let at = 0;
  let code = 128;
  let index = 0;
  let bias = 72;
  while (at < digits.length) {
    const before = index;
    for (let weight = 1, step = base; ; step += base) {
      const digit = digitOf(digits[at++]);
      if (digit === undefined) return undefined;
      index += digit * weight;
      const threshold = Math.min(Math.max(step - bias, fewest), most);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const length = letters.length + 1;
    bias = adapted(index - before, length, before === 0);
    code += Math.floor(index / length);
    index %= length;
    if (code > 0x10ffff) return undefined;
    letters.splice(index++, 0, code);
  }
  return String.fromCodePoint(...letters);
}

/** The next bias (RFC 3492, section 6.1). */
function adapted(delta: number, length: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : Math.floor(delta / 2);
  rest += Math.floor(rest / length);
  let bias = 0;
  for (; rest > ((base - fewest) * most) / 2; bias += base) rest = Math.floor(rest / (base - 1));
  return bias + Math.floor((base * rest) / (rest + 38));
}

function codeOf(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}

function digitOf(letter: string | undefined): number | undefined {
  if (letter === undefined || !/^[a-z0-9]$/.test(letter)) return undefined;
  return letter >= 'a' ? codeOf(letter) - 97 : codeOf(letter) - 22;
}
