import type { ErrorCode } from '@tesserakit/domain';
import type { CallOptions, ListQuery, Page } from './calls.ts';
import { TesseraError } from './errors.ts';
import type { DirectoryClient } from './directory.ts';
import { stretchOf } from './positions.ts';
import { unsupportedDirectory } from './unsupported.ts';

type Nouns = Omit<DirectoryClient, 'identity' | 'capabilities'>;

/** A method as a plain function, which may answer at once. */
type Answering<Method> = Method extends (query: infer Q, options?: infer O) => Promise<infer A>
  ? (query: Q, options: NonNullable<O>) => A | Promise<A>
  : never;

/** What a backend can do, noun by noun: only the methods that there are. */
export type Answers = {
  readonly [Noun in keyof Nouns]?: {
    readonly [Verb in keyof Nouns[Noun]]?: Answering<Nouns[Noun][Verb]>;
  };
} & {
  readonly identity: DirectoryClient['identity'];
  readonly capabilities: Answering<DirectoryClient['capabilities']>;
};

/**
 * A directory made of plain functions. Each call ends with its signal, whatever becomes of the
 * answer; what is missing is refused with `unsupported`; whatever else than a {@link TesseraError}
 * is thrown becomes `invalid_response`.
 */
export function directoryOf({ identity, capabilities, ...nouns }: Answers): DirectoryClient {
  const made = Object.entries(unsupportedDirectory()).map(([noun, refusing]) => {
    const answering = Object.entries(nouns[noun as keyof Nouns] ?? {});
    const methods = answering.map(([verb, answer]) => [verb, called(answer as Plain)]);
    return [noun, { ...refusing, ...Object.fromEntries(methods) }];
  });
  return {
    ...(Object.fromEntries(made) as Nouns),
    identity,
    capabilities: called(capabilities as Plain) as DirectoryClient['capabilities'],
  };
}

type Plain = (query: unknown, options: CallOptions) => unknown;

function called(answer: Plain) {
  return (query: unknown, options: CallOptions = {}) =>
    new Promise((resolve, reject) => {
      const { signal } = options;
      const end = () => {
        reject(new TesseraError('aborted'));
      };
      if (signal?.aborted) return end();
      signal?.addEventListener('abort', end, { once: true });
      Promise.resolve()
        .then(() => answer(query, options))
        .then(resolve, (thrown: unknown) => {
          reject(TesseraError.from(thrown));
        })
        .finally(() => signal?.removeEventListener('abort', end));
    });
}

/** Goes on where the verdict of a rule is `true`. @throws TesseraError with its code where not */
export function demand(verdict: true | ErrorCode): void {
  if (verdict !== true) throw new TesseraError(verdict);
}

/** For a backend that counts no writes. @throws TesseraError `unsupported` where a version is expected */
export function demandNoVersion(version: number | undefined): void {
  if (version !== undefined) throw new TesseraError('unsupported');
}

/** What was looked for. @throws TesseraError `not_found` where there is nothing */
export function found<T>(one: T | undefined): T {
  if (one === undefined) throw new TesseraError('not_found');
  return one;
}

/** Whether each word that somebody looks for is in a text, in upper or lower case. */
export function hasWords(text: string, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const plain = text.toLowerCase();
  return words.every((word) => plain.includes(word));
}

/**
 * One page of a list that an adapter has whole.
 *
 * @param scope everything that the list depends on: the cursor is good for the same alone.
 * @throws TesseraError `cursor_invalid`, `validation_failed` for a limit that is none
 */
export function pageOf<T>(
  all: readonly T[],
  query: Pick<ListQuery, 'cursor' | 'limit'>,
  scope: readonly (string | undefined)[],
): Page<T> {
  const { offset, limit, next } = stretchOf(query, scope);
  const { length: total } = all;
  return { items: all.slice(offset, offset + limit), nextCursor: next(total), total };
}
