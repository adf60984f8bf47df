import { forgetOldest } from '../forget-oldest.ts';
import type { Journal } from '../journal.ts';
import type { World } from '../world.ts';

/** An answer, and whether it is the same at any moment as long as nothing is changed. */
export interface Answered<T> {
  readonly answer: T;
  readonly timeless: boolean;
}

/** What was answered since the world was changed last. */
interface Shelf {
  readonly revision: number;
  readonly answers: Map<string, object>;
}

const most = 64;
const shelves = new WeakMap<Journal, Shelf>();
/** How remembered answers travel, once it was asked for. */
const bytes = new WeakMap<object, Uint8Array<ArrayBuffer> | undefined>();
const encoder = new TextEncoder();

/**
 * The answer to a question that was put before, if nothing in the world has changed since; else what
 * the task answers. Only what is timeless is remembered: an answer in which something ends by itself
 * is worked out each time.
 *
 * @param question everything that the answer depends on beside the world: also who asks.
 */
export async function remembered<T extends object>(
  { journal }: World,
  question: readonly unknown[],
  task: () => Promise<Answered<T>>,
): Promise<T> {
  const { revision } = journal;
  const key = JSON.stringify(question);
  const known = shelfOf(journal).answers.get(key);
  if (known) return known as T;
  const { answer, timeless } = await task();
  // Meanwhile somebody else may have written: then it is half of before and half of after.
  if (timeless && journal.revision === revision) {
    const { answers } = shelfOf(journal);
    answers.set(key, answer);
    forgetOldest(answers, most);
    bytes.set(answer, undefined);
  }
  return answer;
}

const wordsOfSets = new WeakMap<ReadonlySet<string>, string>();

/** A set for a question: the same for equal ones. It is told once, as long as the set is kept. */
export function oneWord(set: ReadonlySet<string>): string {
  const word = wordsOfSets.get(set) ?? [...set].sort().join(' ');
  wordsOfSets.set(set, word);
  return word;
}

/** An answer as it travels: JSON, in bytes. */
export function bytesOfAnswer(answer: unknown): Uint8Array<ArrayBuffer> {
  if (!isRemembered(answer)) return encoded(answer);
  const known = bytes.get(answer) ?? encoded(answer);
  bytes.set(answer, known);
  return known;
}

function isRemembered(answer: unknown): answer is object {
  return typeof answer === 'object' && answer !== null && bytes.has(answer);
}

function encoded(answer: unknown): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify(answer));
}

function shelfOf(journal: Journal): Shelf {
  const kept = shelves.get(journal);
  if (kept?.revision === journal.revision) return kept;
  const shelf: Shelf = { revision: journal.revision, answers: new Map() };
  shelves.set(journal, shelf);
  return shelf;
}
