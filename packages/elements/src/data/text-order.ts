const collator = new Intl.Collator('en', { sensitivity: 'base' });

/** A text and, where `<` puts it among its like where people look for it, the key to do that with. */
export interface Sortable {
  readonly text: string;
  readonly key: string | undefined;
}

const plain = /^[a-z0-9 \-.]*$/;

/** Prepares a text for {@link compareSortables}: once for each, as it is compared many times. */
export function sortable(text: string): Sortable {
  const lower = text.toLowerCase();
  if (plain.test(lower)) return { text, key: lower };
  // The apostrophe comes behind the full stop, where people look for it.
  const bare = lower
    .normalize('NFD')
    .replace(/([a-z])[\u0300-\u036f]+/g, '$1')
    .replaceAll("'", '/');
  return { text, key: /^[a-z0-9 \-./]*$/.test(bare) && !lower.includes('/') ? bare : undefined };
}

/** The order of texts as people read them: letters alike in any case and with any accent. */
export function compareSortables(one: Sortable, other: Sortable): number {
  if (one.key === undefined || other.key === undefined) {
    return collator.compare(one.text, other.text);
  }
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
}
