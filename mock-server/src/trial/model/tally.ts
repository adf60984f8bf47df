import type { Kind } from './kinds.ts';

/** How often each kind of command was accepted, and refused with which code. */
export class Tally {
  readonly #counts = new Map<string, Map<string, number>>();
  total = 0;

  count(kind: string, outcome: string | true): void {
    const counts = this.#counts.get(kind) ?? new Map<string, number>();
    const name = outcome === true ? 'accepted' : outcome;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    this.#counts.set(kind, counts);
    this.total += 1;
  }

  /** What was not tried both ways, among what can be both accepted and refused. */
  missing(kinds: readonly Kind[]): string[] {
    return kinds.flatMap(({ name, always }) => [
      ...(always !== 'refused' && this.#accepted(name) === 0 ? [`${name} was never accepted`] : []),
      ...(always !== 'accepted' && this.#refused(name) === 0 ? [`${name} was never refused`] : []),
    ]);
  }

  #accepted(kind: string): number {
    return this.#counts.get(kind)?.get('accepted') ?? 0;
  }

  #refused(kind: string): number {
    const counts = [...(this.#counts.get(kind)?.values() ?? [])];
    return counts.reduce((sum, count) => sum + count, 0) - this.#accepted(kind);
  }

  /** A line for each kind: accepted, refused, and the codes by how often they came. */
  toString(): string {
    const names = [...this.#counts.keys()].sort();
    const widest = Math.max(...names.map((name) => name.length));
    const lines = names.map((name) => {
      const codes = [...(this.#counts.get(name) ?? [])]
        .filter(([code]) => code !== 'accepted')
        .sort(([, a], [, b]) => b - a)
        .map(([code, count]) => `${code} ${count}`);
      const numbers = [this.#accepted(name), this.#refused(name)].map((n) => String(n).padStart(9));
      return `${name.padEnd(widest)}${numbers.join('')}  ${codes.join(', ')}`;
    });
    return [`${''.padEnd(widest)} accepted  refused`, ...lines].join('\n');
  }
}
