import { isVisible } from '@tesserakit/domain';
import * as v from 'valibot';
import { id } from './vocabulary.ts';

/**
 * A text that a person wrote: trimmed, at most so many UTF-16 units, something to be seen in it, and
 * neither control characters nor halves of letters.
 */
export function text(most: number) {
  return v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(most),
    v.check((words) => isVisible(words), 'There is nothing to be seen in it.'),
    v.check((words) => !/[\p{Cc}\p{Cs}]/u.test(words), 'It holds characters that are no text.'),
  );
}

/** A moment that somebody sets: ISO 8601 with a time zone, between 2000 and 2100. */
export const moment = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((text) => {
    const year = new Date(text).getUTCFullYear();
    return year >= 2000 && year <= 2100;
  }, 'This is no moment.'),
);

/** An address of the web. */
export const webUrl = v.pipe(v.string(), v.maxLength(2048), v.url(), v.regex(/^https?:/i));

/** Ids, none twice. */
export function ids(most: number) {
  return v.pipe(
    v.array(id),
    v.maxLength(most),
    v.check((all) => new Set(all).size === all.length, 'Given more than once.'),
  );
}

/** Confirms that the impact was looked at; refused when it is another one by now. */
export const impactQuery = v.strictObject({
  impact: v.optional(v.pipe(v.string(), v.maxLength(256))),
});
