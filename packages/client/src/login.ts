import type { LoginAction, LoginStep, OrganizationChoice } from '@tesserakit/contract';
import type { CallOptions, ListQuery, Page } from './directory.ts';

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
