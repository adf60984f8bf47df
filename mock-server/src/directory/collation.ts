const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** The order of texts as people read them: letters alike in any case and with any accent, numbers by value. */
export function compareTexts(text: string, other: string): number {
  return collator.compare(text, other);
}

/** A space comes before everything else, and stays what it is. */
const first = 32;
/** What of a text is known to be ordered one by one, beside letters, which come after all of these. */
const signs = ranksOf([..." _-,.'@+0"]);
/** Everything else, and numbers that are longer than collators take for one. */
const unknown = /[^ _\-,.'@+0-9a-z]|\d{200}/;
const signOrNumber = /\d+|[^a-z ]/g;

/**
 * A text that `<` puts among its like where {@link compareTexts} puts the original, and many times
 * faster; equal for equal ones. `undefined` for what has other letters than most names have.
 */
export function sortKey(text: string): string | undefined {
  // At this strength accents count for nothing, but between two figures they end a number.
  const bare = text
    .normalize('NFD')
    .replace(/([a-z])[\u0300-\u036f]+/gi, '$1')
    .toLowerCase();
  if (unknown.test(bare)) return undefined;
  return bare.replace(signOrNumber, (part) =>
    /\d/.test(part) ? numberKey(part) : signs.get(part)!,
  );
}

/** Numbers stand where the figure 0 stands, and among each other the shorter ones come first. */
function numberKey(figures: string): string {
  const value = figures.replace(/^0+(?=\d)/, '');
  return `${signs.get('0')}${String.fromCharCode(value.length)}${value}`;
}

function ranksOf(letters: readonly string[]): Map<string, string> {
  const sorted = [...letters].sort(compareTexts);
  return new Map(sorted.map((letter, index) => [letter, String.fromCharCode(first + index)]));
}
