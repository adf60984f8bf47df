const rowsInBlock = 1024;

interface Block {
  /** The texts of its rows, one in a line. */
  readonly text: string;
  /** Where each row begins, and behind the last one. */
  readonly starts: Uint32Array;
}

/** The texts of many rows in few long strings, which engines search many times faster than short ones. */
export class PackedText {
  readonly #count: number;
  readonly #blocks: readonly Block[];

  constructor(count: number, textOf: (row: number) => string) {
    this.#count = count;
    this.#blocks = Array.from({ length: Math.ceil(count / rowsInBlock) }, (_, number) => {
      const base = number * rowsInBlock;
      return blockOf(base, Math.min(rowsInBlock, count - base), textOf);
    });
  }

  /** Marks the rows whose text holds every word of the search, upper or lower case alike. */
  find(search: string): Uint8Array {
    const found = new Uint8Array(this.#count);
    // A long word is in few texts; the others are looked for in those alone.
    const words = fold(search).split(/\s+/).filter(Boolean);
    const [word = '', ...rest] = words.sort((a, b) => b.length - a.length);
    if (!word) return found.fill(1);
    for (const [number, { text, starts }] of this.#blocks.entries()) {
      let row = 0;
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, starts[row + 1])) {
        while (starts[row + 1]! <= at) row += 1;
        const own = rest.length > 0 ? text.slice(starts[row], starts[row + 1]) : '';
        if (rest.every((other) => own.includes(other))) found[number * rowsInBlock + row] = 1;
      }
    }
    return found;
  }
}

function blockOf(base: number, size: number, textOf: (row: number) => string): Block {
  let texts = '';
  for (let row = base; row < base + size; row += 1) {
    const text = textOf(row);
    // No word holds a line break, so none is found across two rows.
    texts += `${text.includes('\n') ? text.replaceAll('\n', ' ') : text}\n`;
  }
  const text = fold(texts);
  const starts = new Uint32Array(size + 1);
  for (let row = 0; row < size; row += 1) starts[row + 1] = text.indexOf('\n', starts[row]) + 1;
  return { text, starts };
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
