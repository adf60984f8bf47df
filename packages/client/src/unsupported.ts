import type { DirectoryClient } from './directory.ts';
import { TesseraError } from './errors.ts';
import { verbs } from './verbs.ts';

type Nouns = Omit<DirectoryClient, 'identity' | 'capabilities'>;

/**
 * Every namespace of a directory that can do nothing: each method rejects with `unsupported`. An
 * adapter spreads it and puts what its backend can do in its place.
 */
export function unsupportedDirectory(): Nouns {
  return Object.fromEntries(
    Object.entries(verbs).map(([noun, names]) => [
      noun,
      Object.fromEntries(names.map((verb) => [verb, refuse])),
    ]),
  ) as unknown as Nouns;
}

function refuse(): Promise<never> {
  return Promise.reject(new TesseraError('unsupported'));
}
