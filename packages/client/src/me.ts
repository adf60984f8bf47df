import type { Me, MeChange } from '@tesserakit/contract';
import type { CallOptions, Expected, WriteOptions } from './calls.ts';
import type { OwnScope } from './invitations.ts';

/** The person behind the client. */
export interface MeDirectory {
  /** Who the caller is, in the organization; without one, for themselves. */
  get(scope: OwnScope, options?: CallOptions): Promise<Me>;
  /**
   * Changes the caller's own profile in every organization (`null` takes away); never the address,
   * which takes a proof. @throws TesseraError `validation_failed`
   */
  update(change: OwnScope & MeChange & Expected, options?: WriteOptions): Promise<Me>;
}
