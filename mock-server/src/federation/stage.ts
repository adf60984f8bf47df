import type { Assertion, ErrorCode, Passage } from '@tesserakit/domain';

/** A sign-in that goes on at an organization's own identity provider. */
export interface FederatedStage {
  readonly at: 'federated';
  readonly passage: Passage;
  /** Of the person who is there already, has chosen the organization, and comes back as the same. */
  readonly sid?: string;
  /** Present while the person is away. */
  readonly departure?: Departure;
  readonly refusal?: ErrorCode;
}

/** One way to an identity provider and back. */
export interface Departure {
  /** Goes along and comes back; good once. */
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly requestId: string;
  /** What only the browser that departed has. */
  readonly binding: string;
  /** What came back in a form of another site, until the browser follows by itself. */
  readonly brought?: Assertion;
}
