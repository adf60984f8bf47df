import { TesseraError, type WriteOptions } from '@tesserakit/client';

/** The same thing done to many, some at a time. */
export interface BulkPlan<T> {
  /** All that it is about; asked for page by page where they are not at hand. */
  collect(found: (count: number) => void, signal: AbortSignal): Promise<readonly T[]>;
  /** Asked once all are known and before anything is done; `false` leaves everything as it is. */
  mayBegin(items: readonly T[]): boolean;
  /** The most that one {@link apply} takes. */
  readonly limit: number;
  /**
   * Does it to some of them. For each the code of its refusal, `undefined` where it was done.
   * @throws TesseraError when nobody knows of any of them
   */
  apply(items: readonly T[], options: WriteOptions): Promise<readonly (string | undefined)[]>;
}

export interface Refused<T> {
  readonly item: T;
  readonly code: string;
}

interface Part<T> {
  readonly items: readonly T[];
  /** The same for the same part, so that a part of which the answer was lost is done once. */
  readonly idempotencyKey: string;
}

/** So few at a time that a person sees it go on, and can stop it, whatever the backend would take. */
const most = 250;

/** A server that asks for more patience than this is not waited for. */
const patience = 30;

/**
 * Does one thing to many: collects them, then goes on part by part. It stops when it is cancelled,
 * once the part under way has been answered, or when a part gets no answer; what was not done can
 * be tried again.
 */
export class BulkRun<T> {
  readonly #plan: BulkPlan<T>;
  readonly #changed: () => void;
  #collecting = new AbortController();
  #collected = false;
  #phase: 'collecting' | 'applying' | 'ended' = 'collecting';
  #found = 0;
  #parts: Part<T>[] = [];
  #done: T[] = [];
  #refused: Refused<T>[] = [];
  #error: TesseraError | undefined;
  #cancelled = false;

  /** @param changed called whenever there is something new to show. */
  constructor(plan: BulkPlan<T>, changed: () => void) {
    this.#plan = plan;
    this.#changed = changed;
  }

  get phase(): 'collecting' | 'applying' | 'ended' {
    return this.#phase;
  }

  /** How many it is about; while they are collected, as many as were found. */
  get total(): number {
    return this.#phase === 'collecting'
      ? this.#found
      : this.#done.length + this.#refused.length + this.rest.length;
  }

  get done(): readonly T[] {
    return this.#done;
  }

  /** Those to whom it was not done, each with the reason. */
  get refused(): readonly Refused<T>[] {
    return this.#refused;
  }

  /** Those of whom nobody knows yet: not tried, or without an answer. */
  get rest(): readonly T[] {
    return this.#parts.flatMap(({ items }) => items);
  }

  /** Why it stopped before its end. */
  get error(): TesseraError | undefined {
    return this.#error;
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** Collects and begins. Resolves at the end, however it ended. */
  async run(): Promise<void> {
    this.#phase = 'collecting';
    this.#collecting = new AbortController();
    try {
      const items = await this.#plan.collect((count) => {
        this.#found = count;
        this.#changed();
      }, this.#collecting.signal);
      this.#collecting.signal.throwIfAborted();
      this.#collected = true;
      if (!this.#plan.mayBegin(items)) this.#cancelled = true;
      else this.#parts = partsOf(items, this.#plan.limit);
    } catch (error) {
      if (!this.#cancelled) this.#error = TesseraError.from(error);
    }
    if (this.#cancelled || this.#error) this.#end();
    else await this.#goOn();
  }

  /** Tries again what was refused or never came about; what lost its answer is sent as it was. */
  async retry(): Promise<void> {
    if (this.#phase !== 'ended') return;
    this.#cancelled = false;
    this.#error = undefined;
    if (!this.#collected) return this.run();
    const again = this.#refused.map(({ item }) => item);
    this.#refused = [];
    this.#parts.push(...partsOf(again, this.#plan.limit));
    await this.#goOn();
  }

  /** Goes on where it stopped; what lost its answer is sent as it was, what was refused stays refused. */
  async resume(): Promise<void> {
    if (this.#phase !== 'ended' || this.#parts.length === 0) return;
    this.#cancelled = false;
    this.#error = undefined;
    await this.#goOn();
  }

  /** Stops at once while collecting, and else after the part under way. */
  cancel(): void {
    if (this.#phase === 'ended') return;
    this.#cancelled = true;
    this.#collecting.abort();
    this.#changed();
  }

  async #goOn(): Promise<void> {
    this.#phase = 'applying';
    this.#changed();
    for (let part = this.#parts[0]; part && !this.#cancelled; part = this.#parts[0]) {
      try {
        const codes = await this.#apply(part);
        this.#parts.shift();
        for (const [place, item] of part.items.entries()) {
          const code = place < codes.length ? codes[place] : 'invalid_response';
          if (code === undefined) this.#done.push(item);
          else this.#refused.push({ item, code });
        }
        this.#changed();
      } catch (error) {
        this.#error = TesseraError.from(error);
        break;
      }
    }
    if (this.#parts.length === 0) this.#cancelled = false;
    this.#end();
  }

  async #apply({ items, idempotencyKey }: Part<T>): Promise<readonly (string | undefined)[]> {
    for (;;) {
      try {
        return await this.#plan.apply(items, { idempotencyKey });
      } catch (error) {
        const { code, retryAfter = Infinity } = TesseraError.from(error);
        if (code !== 'rate_limited' || retryAfter > patience || this.#cancelled) throw error;
        await new Promise((resolve) => setTimeout(resolve, retryAfter * 1000));
      }
    }
  }

  #end(): void {
    this.#phase = 'ended';
    this.#changed();
  }
}

function partsOf<T>(items: readonly T[], limit: number): Part<T>[] {
  const size = Math.max(1, Math.min(limit, most));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) => ({
    items: items.slice(part * size, (part + 1) * size),
    idempotencyKey: crypto.randomUUID(),
  }));
}
