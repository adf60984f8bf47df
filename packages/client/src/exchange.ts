import { TesseraError } from './errors.ts';

export type Fetch = typeof globalThis.fetch;

/** The platform's own, looked up at each call, so that whoever replaces it later is heard. */
export const platformFetch: Fetch = (...all) => globalThis.fetch(...all);

/** Milliseconds for a whole exchange, where nobody says otherwise. */
export const usualTimeout = 15_000;

/** Sends a request and waits for the answer's head. @throws TesseraError `network` */
export async function reach(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new TesseraError('network', { cause });
  }
}
