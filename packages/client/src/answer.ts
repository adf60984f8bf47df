import { isErrorCode, travels, type ErrorCode } from '@tesserakit/domain';
import { TesseraError, type FieldError } from './errors.ts';

/**
 * The JSON of an answer, in UTF-8 (RFC 8259, section 8.1).
 *
 * @throws TesseraError `network` when it breaks off, `invalid_response` when it is no JSON
 */
export async function readJson(response: Response): Promise<unknown> {
  const bytes = await response.arrayBuffer().catch((cause: unknown) => {
    throw new TesseraError('network', { cause });
  });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new TesseraError('invalid_response', { cause });
  }
}

/** Whether it is an object with names, so that fields can be looked up in it. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a server said when it refused. */
export interface Refused {
  readonly status: number;
  /** `code` of the answer's JSON, whatever it is. */
  readonly code: unknown;
}

/** How a backend's own refusals read; `undefined` for what the status says. */
export type CodeOf = (refused: Refused) => ErrorCode | undefined;

/** A problem document (RFC 9457) with a code that this client knows. */
const ownCode: CodeOf = ({ code }) => (isErrorCode(code) && travels(code) ? code : undefined);

/** Why a server refused: what its code says where it says something, else what the status says. */
export async function refusalOf(response: Response, codeOf = ownCode): Promise<TesseraError> {
  const body = await readJson(response).catch(() => undefined);
  const told = isRecord(body) ? body : {};
  const requestId = told['requestId'] ?? response.headers.get('X-Request-Id');
  const { status } = response;
  const code = codeOf({ status, code: told['code'] }) ?? codeOfStatus(status);
  return new TesseraError(code, {
    retryAfter: secondsToWait(
      response.headers.get('Retry-After') ?? response.headers.get('X-Retry-After'),
    ),
    requestId: typeof requestId === 'string' ? requestId : undefined,
    fields: Array.isArray(told['errors']) ? told['errors'].filter(isFieldError) : [],
  });
}

const codes: Record<number, ErrorCode> = {
  400: 'validation_failed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  408: 'timeout',
  409: 'version_conflict',
  410: 'not_found',
  412: 'version_conflict',
  422: 'validation_failed',
  429: 'rate_limited',
  501: 'unsupported',
};

function codeOfStatus(status: number): ErrorCode {
  return codes[status] ?? (status >= 500 ? 'server_error' : 'invalid_response');
}

/** Seconds of a `Retry-After` header in either form (RFC 9110, section 10.2.3). */
function secondsToWait(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  if (!header.endsWith('GMT')) return undefined;
  const seconds = Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

function isFieldError(value: unknown): value is FieldError {
  return (
    isRecord(value) && typeof value['field'] === 'string' && typeof value['message'] === 'string'
  );
}
