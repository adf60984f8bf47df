import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { deeds, type Deed } from '../trial/sign-ins/commands.ts';
import { openStage, type Stage } from '../trial/sign-ins/stage.ts';

/** What came of the deeds in all runs together. */
type Tally = Map<string, number>;

/** A deed, and the numbers that its choices are drawn by. */
class Command implements fc.AsyncCommand<object, Stage> {
  readonly #name: string;
  readonly #deed: Deed;
  readonly #numbers: readonly number[];
  readonly #tally: Tally;

  constructor([name, deed]: readonly [string, Deed], numbers: readonly number[], tally: Tally) {
    this.#name = name;
    this.#deed = deed;
    this.#numbers = numbers;
    this.#tally = tally;
  }

  check(): boolean {
    return true;
  }

  async run(_: object, stage: Stage): Promise<void> {
    let drawn = 0;
    const outcome = await this.#deed(stage, (list) => {
      const number = this.#numbers[drawn++ % this.#numbers.length] ?? 0;
      return list[number % list.length];
    });
    if (outcome !== undefined) this.#tally.set(outcome, (this.#tally.get(outcome) ?? 0) + 1);
  }

  toString(): string {
    return `${this.#name}(${this.#numbers.join()})`;
  }
}

describe('sign-ins in several tabs, with clock, revocations and reloads between their steps', () => {
  it('give no code without access, and skip no step', async () => {
    const tally: Tally = new Map();
    const numbers = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 });
    const command = fc
      .tuple(fc.constantFrom(...deeds), numbers)
      .map(([deed, drawn]) => new Command(deed, drawn, tally));
    const run = fc.asyncProperty(
      fc.commands([command], { maxCommands: 60, size: 'max' }),
      async (some) => {
        const stage = await openStage();
        await fc.asyncModelRun(() => ({ model: {}, real: stage }), some);
      },
    );
    await fc.assert(run, { numRuns: 120, seed: 7 });
    for (const outcome of [
      ...['at once', 'login_required', 'interaction_required', 'consent_required', 'access_denied'],
      ...['complete with two factors: done', 'complete by mail: done', 'verify_totp: done'],
      ...['complete: done', 'complete: no_access', 'allow: done', 'choose_organization: done'],
      ...['redeemed', 'renewed', 'switched', 'refused', 'expired', 'signed out'],
    ]) {
      assert.ok((tally.get(outcome) ?? 0) > 0, `nothing ended with "${outcome}"`);
    }
  });
});
