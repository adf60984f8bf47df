import {
  loginStep,
  organizationChoicePage,
  type LoginAction,
  type LoginStep,
  type OrganizationChoice,
} from '@tesserakit/contract';
import type { CallOptions, ListQuery, Page } from './directory.ts';
import { TesseraError } from './errors.ts';
import { searchOf, Transport, type Fetch, type Sending } from './transport.ts';

/**
 * The server's side of a hosted sign-in, as the login pages need it. The server decides each step;
 * the pages only render it. Nothing here carries a token, and no organization is named before the
 * person has proved who they are.
 *
 * Every method fails with {@link TesseraError} and nothing else.
 */
export interface LoginClient {
  /** The step that the sign-in is at. A sign-in that is gone answers the step `expired`. */
  open(transactionId: string, options?: CallOptions): Promise<LoginStep>;

  /**
   * Tells the server what the person did, and answers the step that follows. A refusal (wrong
   * password, organization without entry) is a step too, not an error.
   */
  submit(transactionId: string, action: LoginAction, options?: CallOptions): Promise<LoginStep>;

  /** Searches and pages the organizations of the step `select_organization`. */
  organizations(
    transactionId: string,
    query: ListQuery,
    options?: CallOptions,
  ): Promise<Page<OrganizationChoice>>;
}

export interface LoginClientOptions {
  /** Origin of the sign-in server; the pages' own where they are served by it. */
  readonly baseUrl: string;
  readonly fetch?: Fetch;
  /** Milliseconds for a whole answer; 15,000 by default. */
  readonly timeout?: number;
}

/** A client of the reference server's sign-in, for pages on the server's own origin. */
export function createLoginClient(options: LoginClientOptions): LoginClient {
  const transport = new Transport(options.fetch, options.timeout);
  const addressOf = (transactionId: string) =>
    `${options.baseUrl}/login/api/${encodeURIComponent(transactionId)}`;

  const step = async (transactionId: string, sending: Sending): Promise<LoginStep> => {
    try {
      const all = { ...sending, credentials: 'same-origin' } as const;
      return await transport.send(addressOf(transactionId), loginStep, all);
    } catch (error) {
      const { code } = TesseraError.from(error);
      if (code === 'not_found' || code === 'transaction_expired') return { step: 'expired' };
      throw error;
    }
  };

  return {
    open: (transactionId, { signal } = {}) => step(transactionId, { signal }),
    submit: (transactionId, action, { signal } = {}) =>
      step(transactionId, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(action),
        signal,
      }),
    organizations: (transactionId, query, { signal } = {}) =>
      transport.send(
        `${addressOf(transactionId)}/organizations${searchOf(query)}`,
        organizationChoicePage,
        { credentials: 'same-origin', signal },
      ),
  };
}
