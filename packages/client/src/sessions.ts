import type { Session } from '@tesserakit/contract';
import type { CallOptions, List, WriteOptions } from './calls.ts';
import type { OwnScope } from './invitations.ts';

/** Where the person is signed in; nobody else's. Refused with `forbidden` for a program's key. */
export interface SessionDirectory {
  /** Newest first. */
  list(scope?: OwnScope, options?: CallOptions): Promise<List<Session>>;
  /**
   * Ends a sign-in with its codes and refresh tokens, the current one too; access tokens live to
   * their end. @throws TesseraError `not_found`
   */
  end(scope: OwnScope & { readonly sessionId: string }, options?: WriteOptions): Promise<void>;
  /** Ends all sign-ins but the one that calls. */
  endOthers(scope?: OwnScope, options?: WriteOptions): Promise<void>;
}
