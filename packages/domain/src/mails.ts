import type { ErrorCode } from './errors.ts';

/** How many mails of a kind may be sent within an hour. */
export interface MailRate {
  /** By one person. */
  readonly sent: number;
  /** To one address. */
  readonly received: number;
}

/** Why another mail cannot be sent now: a person is not flooded, and nobody floods others. */
export function mailRateBlocker(used: MailRate, limits: MailRate): ErrorCode | undefined {
  const free = used.sent < limits.sent && used.received < limits.received;
  return free ? undefined : 'rate_limited';
}

/**
 * The name of an organization as a mail quotes it: cut at 120 characters, without what would end the
 * quotation or turn the words after it around, and so that no reader of mail makes a link of it.
 */
export function quotedName(name: string): string {
  const plain = name
    .replace(/\s+/g, ' ')
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/["“”„‟«»\uFF02]/g, "'");
  const letters = [...new Intl.Segmenter().segment(plain)].map(({ segment }) => segment);
  const text = letters.length > 120 ? [...letters.slice(0, 119), '…'] : letters;
  return `“${text.join('').replace(/([.:/@\u3002\uFF0E\uFF61])(?=\S)/g, '$1\u200b')}”`;
}
