import { fold } from './search.ts';

const rowsInBlock = 256;

interface Block {
  /** The texts of its rows, one after the other. */
  readonly text: string;
  /** Where each row begins, and where the last one ends. */
  readonly starts: Uint32Array;
}

/** The texts of many numbered rows, packed into few long strings that are fast to search. */
export class PackedText {
  readonly #textOf: (row: number) => string;
  readonly #blocks: (Block | undefined)[] = [];

  constructor(textOf: (row: number) => string) {
    this.#textOf = textOf;
  }

  /** The text of the row is another one now. */
  renew(row: number): void {
    this.#blocks[Math.floor(row / rowsInBlock)] = undefined;
  }

  /** Marks, of so many rows, those whose text holds every one of the folded words. */
  find(words: readonly string[], count: number): Uint8Array {
    const found = new Uint8Array(count);
    // A long word is in few texts; the others are looked for in those alone.
    const [word = '', ...rest] = words.map(narrow).sort((a, b) => b.length - a.length);
    for (let base = 0; base < count; base += rowsInBlock) {
      const { text, starts } = this.#block(base / rowsInBlock, count);
      let row = 0;
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, starts[row + 1])) {
        while (starts[row + 1]! <= at) row += 1;
        const own = rest.length === 0 ? '' : text.slice(starts[row], starts[row + 1]);
        if (rest.every((other) => own.includes(other))) found[base + row] = 1;
      }
    }
    return found;
  }

  #block(number: number, count: number): Block {
    const kept = this.#blocks[number];
    const base = number * rowsInBlock;
    const size = Math.min(rowsInBlock, count - base);
    if (kept?.starts.length === size + 1) return kept;
    const starts = new Uint32Array(size + 1);
    const texts: string[] = [];
    for (let place = 0; place < size; place += 1) {
      // No word holds a line break, so none is found across two rows.
      const text = `${narrow(fold(this.#textOf(base + place)))}\n`;
      texts.push(text);
      starts[place + 1] = starts[place]! + text.length;
    }
    return (this.#blocks[number] = { text: texts.join(''), starts });
  }
}

/**
 * The text in letters of one byte, as engines search them fastest: every other one is spelled as
 * four of a range that is used for nothing else, so that equal parts stay equal and no others are.
 */
function narrow(text: string): string {
  return text.replace(/[\x80-\x9f\u0100-\uffff]/g, (letter) => {
    const code = letter.charCodeAt(0);
    const digits = [code >> 12, (code >> 8) & 15, (code >> 4) & 15, code & 15];
    return String.fromCharCode(
      ...digits.map((digit, place) => digit + (place === 0 ? 0x80 : 0x90)),
    );
  });
}
