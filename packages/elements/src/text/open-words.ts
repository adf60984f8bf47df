import type { Catalogue } from './catalogue.js';

/** The word for a name from an open list; one from a newer server stands as it came. */
export function named(words: Readonly<Record<string, string>>, name: string): string {
  return (Object.hasOwn(words, name) ? words[name] : undefined) ?? name;
}

/** The sentence for a reason that came with an entity; a code from a newer server stands as it came. */
export function reasonFor({ errors }: Pick<Catalogue, 'errors'>, verdict: unknown): string {
  return typeof verdict === 'string' ? named(errors, verdict) : '';
}

/** Marks by which a text turns the direction of what follows it. */
const turns = /[\u202A-\u202E\u2066-\u2069]/g;

/** Names in one line of text, none of which turns the next. */
export function inOneLine(names: readonly string[]): string {
  return names.map((name) => name.replace(turns, '')).join(' · ');
}

/** Letters of a name within a sentence. */
const longest = 60;

/** A name that came from elsewhere keeps its direction to itself within a sentence, and its length. */
export function isolated(name: string): string {
  const letters = [...name.replace(turns, '')];
  const short = letters.length > longest ? [...letters.slice(0, longest), '…'] : letters;
  return `\u2068${short.join('')}\u2069`;
}

/** A name, or what stands for it where there is nothing to be seen in it. */
export function seen(name: string, instead: string): string {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) ? name : instead;
}
