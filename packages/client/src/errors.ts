import { errorSentences, type ErrorCode } from '@tesserakit/domain';

/** One field of a refused input. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/**
 * The one error that leaves a client. Branch on `code`; `message` is English, for logs.
 */
export class TesseraError extends Error {
  override readonly name = 'TesseraError';
  readonly code: ErrorCode;
  /** Seconds after which the same call may be tried again, where the server said so. */
  readonly retryAfter: number | undefined;
  /** To quote to the people who run the server. */
  readonly requestId: string | undefined;
  readonly fields: readonly FieldError[];

  constructor(
    code: ErrorCode,
    details: {
      retryAfter?: number | undefined;
      requestId?: string | undefined;
      fields?: readonly FieldError[] | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(`${code}: ${errorSentences[code]}`, { cause: details.cause });
    this.code = code;
    this.retryAfter = details.retryAfter;
    this.requestId = details.requestId;
    this.fields = details.fields ?? [];
  }

  /** Whatever was thrown, as a TesseraError; what is not one becomes `invalid_response`. */
  static from(thrown: unknown): TesseraError {
    return thrown instanceof TesseraError
      ? thrown
      : new TesseraError('invalid_response', { cause: thrown });
  }
}
