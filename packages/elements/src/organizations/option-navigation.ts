/** Where a navigation key leads in a list, by the APG listbox pattern; `undefined` for other keys. */
export function optionAfter(key: string, from: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, count - 1);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'PageDown':
      return Math.min(from + 10, count - 1);
    case 'PageUp':
      return Math.max(from - 10, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/**
 * Type-ahead: finds the option whose name begins with what was typed in one go, from the present
 * one on and around the end. Typing the same letter again goes to the next with that letter.
 */
export class TypeAhead {
  #typed = '';
  #last = -Infinity;

  /** Whether a name is being typed, so that a blank belongs to it. */
  isRunning(now: number): boolean {
    return now - this.#last <= 500;
  }

  /** @param now milliseconds; what was typed is forgotten after half a second of rest. */
  find(letter: string, names: readonly string[], from: number, now: number): number | undefined {
    this.#typed = this.isRunning(now) ? this.#typed + letter : letter;
    this.#last = now;
    const repeated = [...this.#typed].every((typed) => typed === letter);
    const wanted = (repeated ? letter : this.#typed).toLocaleLowerCase();
    const start = repeated ? from + 1 : from;
    for (let step = 0; step < names.length; step++) {
      const index = (start + step + names.length) % names.length;
      if (names[index]?.toLocaleLowerCase().startsWith(wanted)) return index;
    }
    return undefined;
  }
}
