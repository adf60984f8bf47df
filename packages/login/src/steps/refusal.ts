import { isErrorCode } from '@tesserakit/domain';
import type { LoginCatalogue } from '../text/catalogue.js';

/** What a person is told for a code of the server; a code of a newer one is told in general words. */
export function refusalSentence(
  words: LoginCatalogue,
  code: string | undefined,
): string | undefined {
  if (code === undefined) return undefined;
  return isErrorCode(code) ? words.errors[code] : words.error.refused;
}
