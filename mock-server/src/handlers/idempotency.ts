import type { ErrorCode } from '@tesserakit/domain';
import { Refusal } from '../refusal.ts';

/** What a request with a key was answered, or is about to be. */
interface Kept {
  /** A digest of what was asked for. */
  readonly fingerprint: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly answer: Promise<unknown>;
  /** What it came to, once that is known. */
  outcome?: Outcome;
}

/** An answer as plain data. */
export type Outcome =
  | { readonly value: unknown }
  | { readonly refused: ErrorCode; readonly fields?: Refusal['fields'] };

/** Answers by caller and key. */
export type IdempotencyStore = Map<string, Kept>;

const life = 86_400_000;
const most = 10_000;

/**
 * The same answer for the same key: the task runs once, even when two requests come at the same
 * time, and a refusal by a rule is kept like any other answer. What the server could not complete
 * is not kept. A key lives for a day.
 *
 * Refuses with `idempotency_mismatch` when the key was used for something else.
 *
 * @param fingerprint a digest of everything that was asked for.
 */
export async function once<T>(
  store: IdempotencyStore,
  now: number,
  { key, fingerprint }: { key: string; fingerprint: string },
  task: () => Promise<T>,
): Promise<T> {
  const kept = store.get(key);
  if (kept && now < kept.at + life) {
    if (kept.fingerprint !== fingerprint) throw new Refusal('idempotency_mismatch');
    return kept.answer as Promise<T>;
  }
  const answer = task();
  const entry: Kept = { fingerprint, at: now, answer };
  store.set(key, entry);
  answer.then(
    (value) => {
      entry.outcome = { value };
    },
    (error: unknown) => {
      if (!(error instanceof Refusal) || error.code === 'rate_limited') store.delete(key);
      else entry.outcome = outcomeOf(error);
    },
  );
  for (const oldest of store.keys()) {
    if (store.size <= most) break;
    store.delete(oldest);
  }
  return answer;
}

function outcomeOf({ code, fields }: Refusal): Outcome {
  return { refused: code, ...(fields && { fields }) };
}

/** An answer that was given in a former life of the world. */
export interface KeptAnswer {
  readonly key: string;
  readonly fingerprint: string;
  readonly at: number;
  readonly outcome: Outcome;
}

/** The answers that were given, oldest first; not those that are still being worked out. */
export function keptAnswers(store: IdempotencyStore): KeptAnswer[] {
  return [...store].flatMap(([key, { fingerprint, at, outcome }]) =>
    outcome ? { key, fingerprint, at, outcome } : [],
  );
}

/** Replaces all answers by kept ones. */
export function restoreAnswers(store: IdempotencyStore, kept: readonly KeptAnswer[]): void {
  store.clear();
  for (const { key, fingerprint, at, outcome } of kept) {
    const answer =
      'value' in outcome
        ? Promise.resolve(outcome.value)
        : Promise.reject(new Refusal(outcome.refused, outcome.fields));
    // Nobody may ever ask for it again.
    answer.catch(() => undefined);
    store.set(key, { fingerprint, at, answer, outcome });
  }
}
