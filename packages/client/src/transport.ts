import { safeParse, type GenericSchema, type InferOutput } from 'valibot';
import { readJson, refusalOf, type CodeOf } from './answer.ts';
import { within } from './deadline.ts';
import { TesseraError } from './errors.ts';
import { platformFetch, reach, usualTimeout, type Fetch } from './exchange.ts';

export interface TransportOptions {
  /** Where the paths begin. */
  readonly baseUrl: string;
  /** Sends the requests; the platform's own by default. */
  readonly fetch?: Fetch | undefined;
  /** Milliseconds for a whole call, token and answer included; 15 seconds by default. */
  readonly timeout?: number | undefined;
}

/** How a backend differs that speaks another protocol. */
export interface Dialect {
  /** By default the `code` of a problem document (RFC 9457). */
  readonly codeOf?: CodeOf | undefined;
}

/** One request, and how its answer must look. */
export interface Call<S extends GenericSchema> {
  readonly path: string;
  /** `GET` by default, `POST` with a body. */
  readonly method?: string | undefined;
  readonly query?: object | undefined;
  /** What is sent as JSON. */
  readonly body?: object | undefined;
  readonly answer: S;
  readonly credentials: RequestCredentials;
  /** Headers that take work to get; part of the call's time. */
  readonly headers?: ((signal: AbortSignal) => Promise<Headers>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Makes calls below one address. @throws TesseraError and nothing else */
export type Transport = <S extends GenericSchema>(call: Call<S>) => Promise<InferOutput<S>>;

/**
 * Sends JSON and reads JSON. Answers are read leniently: unknown fields are dropped, unknown words
 * kept; what has the wrong shape is refused with `invalid_response`.
 */
export function createTransport({
  baseUrl,
  fetch = platformFetch,
  timeout = usualTimeout,
  codeOf,
}: TransportOptions & Dialect): Transport {
  const base = baseUrl.replace(/\/+$/, '');
  return ({ path, method, query, body, answer, credentials, headers: headersOf, signal: caller }) =>
    within({ timeout, signal: caller }, async (signal) => {
      // An address drops these segments, so that the request would reach something else.
      if (/\/\.\.?(\/|$)/.test(path)) throw new TesseraError('not_found');
      const headers = (await headersOf?.(signal)) ?? new Headers();
      headers.set('Accept', 'application/json');
      const init: RequestInit = {
        method: method ?? (body ? 'POST' : 'GET'),
        headers,
        credentials,
        cache: 'no-store',
        signal,
      };
      if (body) {
        headers.set('Content-Type', 'application/json');
        init.body = JSON.stringify(body);
      }
      const response = await reach(fetch, `${base}${path}${queryOf(query)}`, init);
      if (!response.ok) throw await refusalOf(response, codeOf);
      const read = safeParse(answer, await readJson(response));
      if (!read.success) throw new TesseraError('invalid_response', { cause: read.issues });
      return read.output;
    });
}

function queryOf(query: object = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
}
