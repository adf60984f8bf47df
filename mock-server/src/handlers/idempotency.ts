import { Refusal } from '../refusal.ts';

/** What a request with a key was answered, or is about to be. */
interface Kept {
  /** What was asked for. */
  readonly fingerprint: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly answer: Promise<unknown>;
}

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
 * @param fingerprint everything that was asked for.
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
  store.set(key, { fingerprint, at: now, answer });
  answer.catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.code === 'rate_limited') store.delete(key);
  });
  for (const oldest of store.keys()) {
    if (store.size <= most) break;
    store.delete(oldest);
  }
  return answer;
}
