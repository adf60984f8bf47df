import {
  followedLink,
  loginStep,
  organizationChoicePage,
  type LoginAction,
  type LoginStep,
  type OrganizationChoice,
} from '@tesserakit/contract';
import type { CallOptions, ListQuery, Page } from './calls.ts';
import { TesseraError } from './errors.ts';
import { createTransport, type TransportOptions } from './transport.ts';

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

  /**
   * Opens a mailed link by the secret in it, and answers the sign-in that it leads to: the one named
   * where it was asked for in this browser, another one otherwise. Nothing is used up by that; a link
   * that works no more leads to the step `link_over`.
   */
  follow(secret: string, transactionId: string, options?: CallOptions): Promise<string>;

  /** Searches and pages the organizations of the step `select_organization`. */
  organizations(
    transactionId: string,
    query: ListQuery,
    options?: CallOptions,
  ): Promise<Page<OrganizationChoice>>;
}

/**
 * A login client for pages that stand beside the reference server: the browser's cookies go along,
 * to the pages' own origin only. A step that this version does not know is refused with
 * `invalid_response`.
 */
export function createLoginClient(options: TransportOptions): LoginClient {
  const send = createTransport(options);
  const step = async (transactionId: string, body?: LoginAction, signal?: AbortSignal) => {
    try {
      return await send({
        path: pathTo(transactionId),
        body,
        answer: loginStep,
        credentials: 'same-origin',
        signal,
      });
    } catch (error) {
      if (error instanceof TesseraError && isGone(error)) return { step: 'expired' as const };
      throw error;
    }
  };
  return {
    open: (transactionId, { signal } = {}) => step(transactionId, undefined, signal),
    submit: (transactionId, action, { signal } = {}) => step(transactionId, action, signal),
    follow: async (secret, transactionId, { signal } = {}) => {
      const followed = await send({
        path: `${pathTo(transactionId)}/follow`,
        body: { secret },
        answer: followedLink,
        credentials: 'same-origin',
        signal,
      });
      return followed.transactionId;
    },
    organizations: (transactionId, query, { signal } = {}) =>
      send({
        path: `${pathTo(transactionId)}/organizations`,
        query,
        answer: organizationChoicePage,
        credentials: 'same-origin',
        signal,
      }),
  };
}

function pathTo(transactionId: string): string {
  return `/login/api/${encodeURIComponent(transactionId)}`;
}

function isGone({ code }: TesseraError): boolean {
  return code === 'not_found' || code === 'transaction_expired' || code === 'link_expired';
}
