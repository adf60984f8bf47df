import { bodyOf } from '../body.ts';
import { OAuthError } from './oauth-error.ts';

/** Parameters of an OAuth request: each given once, or the request is refused. */
export interface Parameters {
  readonly values: ReadonlyMap<string, string>;
  /** Names that were given more than once (RFC 6749, section 3.1). */
  readonly repeated: ReadonlySet<string>;
}

/** Of a query or a form; a parameter without a value counts as left out (RFC 6749, section 3.1). */
export function parametersOf(source: URLSearchParams): Parameters {
  const values = new Map<string, string>();
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [name, value] of source) {
    if (seen.has(name)) repeated.add(name);
    seen.add(name);
    if (value !== '') values.set(name, value);
  }
  return { values, repeated };
}

/** The form that a request carries; `undefined` when it carries something else. */
export async function formOf(request: Request): Promise<Parameters | undefined> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return undefined;
  const text = await bodyOf(request);
  return text === undefined ? undefined : parametersOf(new URLSearchParams(text));
}

/** The value of a parameter without which a request is none. @throws OAuthError */
export function needed(values: Parameters['values'], name: string): string {
  const value = values.get(name);
  if (value === undefined) throw new OAuthError('invalid_request', `${name} is missing.`);
  return value;
}
