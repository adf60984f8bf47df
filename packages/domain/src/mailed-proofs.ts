import type { ErrorCode } from './errors.ts';

/** How often a wrong code is accepted before another one has to be sent. */
export const codeTries = 3;

/** Milliseconds for which a mailed code or link is good. */
export const mailedProofLife = 10 * 60_000;

/** Codes and links that one address is sent within an hour. */
export const mailsAnHour = 10;

/** Milliseconds until another one may be asked for. */
export const resendWait = 30_000;

/** What was mailed to an address, so that whoever reads it there proves that it is theirs. */
export interface MailedProof {
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  /** Wrong tries so far. */
  readonly tries: number;
}

/** Why what was mailed proves nothing any more, whatever is typed. */
export function mailedProofBlocker(
  { sentAt, tries }: MailedProof,
  now: number,
): ErrorCode | undefined {
  return tries < codeTries && now - sentAt < mailedProofLife ? undefined : 'link_expired';
}

/** Milliseconds until another mail may be asked for; 0 when it is now. */
export function waitForMail({ sentAt }: Pick<MailedProof, 'sentAt'>, now: number): number {
  return Math.max(0, sentAt + resendWait - now);
}

/** Six digits from 32 bits. Each code stands for 4,294 or 4,295 of all that they can be. */
export function codeOf(bits: number): string {
  return String(bits % 1_000_000).padStart(6, '0');
}

/** A code as it was typed or pasted: its digits alone, whatever stands between them. */
export function typedCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/\p{Nd}/gu, western);
}

/** A digit of any script: those of a script follow each other, from zero to nine. */
function western(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero -= 1;
  return String(point - zero);
}
