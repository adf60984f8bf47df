import type { DirectoryClient } from '@tesserakit/client';
import type { Application, Capabilities, Member } from '@tesserakit/contract';
import type { MembersWanted } from './collect-members.js';

/** The members that a table shows, and the backend that can change them. */
export interface MembersInView {
  readonly client: DirectoryClient;
  readonly organizationId: string;
  readonly can: Capabilities;
  readonly applications: readonly Application[];
  /** The question that they answer. */
  readonly wanted: MembersWanted;
  /** As many as were loaded, in order. */
  readonly shown: readonly Member[];
  /** How many match; `null` where the backend does not count. */
  readonly total: number | null;
}

/** The name to call a member by. */
export function nameOf({ name, email }: Pick<Member, 'name' | 'email'>): string {
  return name.trim() || email;
}
