import { errorSentences, errorStatus, type ErrorCode } from '@tesserakit/domain';
import type { Problem } from '@tesserakit/contract';

/** Thrown by a handler to refuse; the server answers it as a problem document. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly fields: Problem['errors'];
  /** Seconds after which it may be tried again. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, fields?: Problem['errors'], retryAfter?: number) {
    super(errorSentences[code]);
    this.code = code;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }
}

/** Refuses with the code unless it is allowed. */
export function demand(verdict: true | ErrorCode): void {
  if (verdict !== true) throw new Refusal(verdict);
}

/** Refuses with the code of a rule that stands in the way. */
export function refuse(blocker: ErrorCode | undefined): void {
  if (blocker) throw new Refusal(blocker);
}

/** The same for something that was sent; where it cannot be used, with the field at fault. */
export function refuseInput(
  blocker: ErrorCode | undefined,
  field: string,
  message = 'There is no such thing here.',
): void {
  if (blocker === 'validation_failed') throw new Refusal(blocker, [{ field, message }]);
  refuse(blocker);
}

/** What was looked for; `not_found` where there is nothing. */
export function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Refusal('not_found');
  return thing;
}

/** The problem document (RFC 9457) of a refusal, with the status of its code unless told otherwise. */
export function problemAnswer(
  refusal: Refusal,
  requestId: string,
  status = errorStatus(refusal.code),
): Response {
  const { code, fields } = refusal;
  const problem: Problem = {
    type: `urn:tessera:problem:${code}`,
    title: errorSentences[code],
    status,
    code,
    requestId,
    ...(fields && { errors: fields }),
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json' });
  // RFC 6750, section 3: a refused bearer token is answered with its scheme.
  if (refusal.retryAfter !== undefined) headers.set('Retry-After', String(refusal.retryAfter));
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer');
  return new Response(JSON.stringify(problem), { status, headers });
}
