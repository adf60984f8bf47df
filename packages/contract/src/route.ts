import type { Action } from '@tesserakit/domain';
import type * as v from 'valibot';

/** One operation of the reference protocol. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base address; `{name}` stands for a parameter. */
  readonly path: string;
  readonly summary: string;
  /** What a write does, as rules and audit log call it; reads and previews have none. */
  readonly action?: Action;
  readonly query?: v.GenericSchema & { readonly entries: object };
  /** What is sent as JSON; without it, nothing is. */
  readonly body?: v.GenericSchema;
  readonly answer: v.GenericSchema;
}

/** Operations of one noun, by the name of the client's method. */
export type Routes = Record<string, Route>;

/**
 * The path of a route with its parameters filled in, each percent-encoded.
 *
 * @throws TypeError when one is missing
 */
export function filledPath({ path }: Route, parameters: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (!value) throw new TypeError(`${path} needs ${name}`);
    // Half a letter cannot be written in an address; with the sign for it, the id is nobody's.
    return encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd'));
  });
}
