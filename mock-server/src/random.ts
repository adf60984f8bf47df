import { base64url } from 'jose';

/** A source of numbers from 0 up to 1. */
export interface RandomSource {
  (): number;
  /** Where it stands: another source with this as its seed goes on with the same numbers. */
  state: number;
}

/**
 * Numbers from 0 up to 1, the same ones for the same seed (mulberry32). For ids and made-up data,
 * never for secrets.
 */
export function randomSource(seed: number): RandomSource {
  const next: RandomSource = () => {
    const state = (next.state = (next.state + 0x6d2b79f5) >>> 0);
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  next.state = seed >>> 0;
  return next;
}

/** Reads base64url into bytes that the Web Crypto API takes. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(base64url.decode(text));
}

/** A text of 256 bits that nobody can guess: for codes, tokens, sessions. */
export function newSecret(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(32)));
}
