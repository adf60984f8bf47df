import { errorSentences, errorStatus, type ErrorCode } from '@tesserakit/domain';
import type { Problem } from '@tesserakit/contract';

/** Thrown by a handler to refuse; the server answers it as a problem document. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly fields: Problem['errors'];

  constructor(code: ErrorCode, fields?: Problem['errors']) {
    super(errorSentences[code]);
    this.code = code;
    this.fields = fields;
  }
}

/** Refuses with the code unless it is allowed. */
export function demand(verdict: true | ErrorCode): void {
  if (verdict !== true) throw new Refusal(verdict);
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
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer');
  return new Response(JSON.stringify(problem), { status, headers });
}
