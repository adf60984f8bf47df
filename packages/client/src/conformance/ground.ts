import type { Capabilities } from '@tesserakit/contract';
import type { DirectoryClient } from '../directory.ts';

/** Where a law is tried: a backend in a known state, made anew for each law. */
export interface Ground {
  /** Of a person who administers the organization. */
  readonly client: DirectoryClient;
  /** It has at least four members; the person is in at least two organizations. */
  readonly organizationId: string;
  /** Of a person who is a member of the organization and administers nothing. */
  readonly plainClient: DirectoryClient;
  /** A member whom the administrator may do everything to. */
  readonly colleague: {
    readonly userId: string;
    /** What they can be given in place of the organization roles that they have. */
    readonly otherRoleIds: readonly string[];
  };
  /** An organization that neither of the two has anything to do with, and a member of it alone. */
  readonly strangers: { readonly organizationId: string; readonly userId: string };
  /** Words, and everybody whom they find; for a backend that searches. */
  readonly search?: { readonly words: string; readonly userIds: readonly string[] };
  /** Two people or more whom the organization can invite; for a backend that does. */
  readonly invitees?: readonly string[];
  /** What the colleague has not got yet and can be given; for a backend that knows applications. */
  readonly grant?: { readonly applicationId: string; readonly roleIds: readonly string[] };
  /** Called when the law has been tried. */
  readonly end?: () => Promise<void>;
}

/** Something that holds for every directory, or for all that claim it. */
export interface Law {
  /** A sentence. */
  readonly name: string;
  /** What the backend must be able to do for the law to mean something. */
  readonly claim?: (can: Capabilities) => boolean | undefined;
  /** Rejects with a sentence about what does not hold. */
  readonly holds: (ground: Ground, can: Capabilities) => Promise<void>;
}
