import { TesseraError } from '@tesserakit/client';
import type { Member } from '@tesserakit/contract';
import { Pause } from '../data/pause.js';
import type { MembersAsked, MembersAtHand } from './members-at-hand.js';

/**
 * Members that a host has at hand. They are shown at once; how they are searched, filtered and sorted is
 * loaded while a person looks at them.
 */
export class GivenMembers {
  /** What can be asked of them, as a backend would say it. */
  static readonly capabilities = {
    search: true,
    filters: ['status', 'organizationRole', 'source'],
    sorts: ['name', 'email', 'status', 'joinedAt', 'lastSignInAt'],
  };

  readonly hasMore = false;
  readonly failedMore = false;

  readonly #changed: () => void;
  readonly #soon = new Pause(500);
  #all: readonly Member[] = [];
  #shown: readonly Member[] = [];
  #asked: MembersAsked = {};
  #atHand: MembersAtHand | undefined;
  #error: TesseraError | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  give(members: readonly Member[]): void {
    this.#all = this.#shown = members;
    this.#atHand = this.#error = undefined;
    this.#soon.after(() => void this.#load());
  }

  /** Those who are asked for; while it is not known how they are found, those of before. */
  asked(asked: MembersAsked): this {
    this.#asked = asked;
    const isAll = Object.values(asked).every((value) => value === undefined);
    if (isAll) this.#shown = this.#all;
    else if (this.#atHand) this.#shown = this.#atHand.matching(asked);
    else if (!this.#error) void this.#load();
    this.outdated = !isAll && !this.#atHand;
    return this;
  }

  outdated = false;

  get ready(): boolean {
    return !this.error;
  }

  get items(): readonly Member[] {
    return this.#shown;
  }

  get total(): number {
    return this.#shown.length;
  }

  /** Why nobody can be found. */
  get error(): TesseraError | undefined {
    return this.outdated ? this.#error : undefined;
  }

  reload(): void {
    this.#error = undefined;
    this.asked(this.#asked);
    this.#changed();
  }

  end(): void {
    this.#soon.end();
  }

  async #load(): Promise<void> {
    const all = this.#all;
    try {
      const { MembersAtHand } = await import('./members-at-hand.js');
      if (all === this.#all) this.#atHand ??= new MembersAtHand(all);
    } catch {
      // A module that does not come is a matter of the way to it.
      this.#error = new TesseraError('network');
    }
    if (this.outdated) this.#changed();
  }
}
