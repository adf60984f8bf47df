import type { ErrorCode, MailedProof } from '@tesserakit/domain';
import type { AuthorizationRequest } from '../oidc/authorization-request.ts';
import type { DeviceRequest } from '../oidc/device.ts';

/** A sign-in that waits for what was mailed. */
export type MailboxStage =
  | { readonly at: 'code'; readonly refusal?: ErrorCode }
  | { readonly at: 'magic_link_sent'; readonly refusal?: ErrorCode }
  /** A link was opened, which nobody has made use of yet. */
  | { readonly at: 'confirm_link'; readonly digest: string }
  | { readonly at: 'link_over'; readonly refusal: ErrorCode };

/** The code that was mailed last in a sign-in. */
export interface SentCode extends MailedProof {
  /** Of the sign-in and the code, so that it is good in no other one. */
  readonly digest: string;
  /** To whom; nobody where the address is nobody's. */
  readonly userId?: string;
}

/** What was mailed in a sign-in, known here alone. */
export interface Mailed {
  readonly code?: SentCode;
  readonly link?: { readonly sentAt: number };
}

/** A link that was mailed to a person, by the digest of its secret. */
export interface MailedLink {
  readonly userId: string;
  /** As it was typed; worthless once it is not the person's any more. */
  readonly identifier: string;
  /** The sign-in in which it was asked for. */
  readonly transactionId: string;
  readonly request: AuthorizationRequest | DeviceRequest;
  readonly expiresAt: number;
}
