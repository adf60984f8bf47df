import type { ErrorCode } from './errors.ts';
import { servesApplication, type ApplicationSignIn } from './federated-sign-in.ts';
import type { Organization } from './organizations.ts';

/** What decides for whom a person acts once they have proved who they are. */
export interface SignInFacts {
  /** The organizations through which the person may enter the application now. */
  readonly organizationIds: readonly string[];
  /** Whether the person may enter it for themselves. */
  readonly personal: boolean;
  /** The organization that the application asked for. */
  readonly requested: string | undefined;
  /** Whether the person wants to choose even when there is only one. */
  readonly alwaysAsk: boolean;
}

export type SignInDecision =
  | { readonly kind: 'organization'; readonly organizationId: string }
  | { readonly kind: 'personal' }
  | { readonly kind: 'ask' }
  | { readonly kind: 'refuse' };

/**
 * For whom a person acts: the organization that was asked for, and no other; else the only one that
 * gives entry; else they are asked. Without any, for themselves where the application allows it.
 * One that was asked for and gives no entry is refused like one that does not exist.
 */
export function decideSignIn(facts: SignInFacts): SignInDecision {
  const { organizationIds, personal, requested, alwaysAsk } = facts;
  if (requested !== undefined) {
    return organizationIds.includes(requested)
      ? { kind: 'organization', organizationId: requested }
      : { kind: 'refuse' };
  }
  const [only, ...others] = organizationIds;
  if (only === undefined) return personal ? { kind: 'personal' } : { kind: 'refuse' };
  if (others.length > 0 || alwaysAsk) return { kind: 'ask' };
  return { kind: 'organization', organizationId: only };
}

/** How often a wrong password is accepted before the account or address has to wait. */
export const triesBeforeWaiting = 5;

const firstWait = 60_000;
const longestWait = 15 * 60_000;

/**
 * Milliseconds to wait after so many wrong passwords in a row: none at first, then a minute, and
 * twice as long after each further one, up to a quarter of an hour.
 */
export function waitAfterFailures(failures: number): number {
  const further = failures - triesBeforeWaiting;
  return further < 0 ? 0 : Math.min(firstWait * 2 ** further, longestWait);
}

/** How a person proved who they are. */
export interface Proof {
  /** As tokens name them (RFC 8176), and `fed` for an organization's own identity provider. */
  readonly methods: readonly string[];
  /** The connections through which they came. */
  readonly through?: readonly Passage[] | undefined;
}

/** A connection through which somebody came. What it says counts for its organization alone. */
export interface Passage {
  readonly organizationId: string;
  readonly connectionId: string;
}

/** Where somebody wants to act, for whom. */
export interface ActingPlace extends ApplicationSignIn {
  readonly organization: Pick<Organization, 'organizationId' | 'authentication'>;
}

/** What organizations call the ways of signing in, by what tokens call them. */
const ways: Readonly<Record<string, string>> = {
  pwd: 'password',
  otp: 'email-code',
  hwk: 'passkey',
  swk: 'passkey',
};

/** Whether a person proved by themselves who they are, and was not just vouched for. */
export function isOwnProof({ methods }: Pick<Proof, 'methods'>): boolean {
  return methods.some((method) => method !== 'fed');
}

/**
 * Why somebody cannot see or change what is theirs beyond one organization: with the word of its
 * provider alone, it could be the organization itself.
 */
export function ownMattersBlocker(proof: Pick<Proof, 'methods'>): ErrorCode | undefined {
  return isOwnProof(proof) ? undefined : 'step_up_required';
}

/**
 * Why what a person proved does not let them act for an organization in an application. Where the
 * organization names its own identity provider for it, nothing else counts; where it does not, its
 * provider counts for what it serves, beside the ways that the organization accepts. The word of one
 * organization's provider is worth nothing for another.
 */
export function proofBlocker(
  { methods, through = [] }: Proof,
  place: ActingPlace,
): ErrorCode | undefined {
  const { organization, connectionId, connections } = place;
  const { organizationId, authentication } = organization;
  const vouching = connections.filter(
    (one) =>
      one.status === 'active' &&
      one.organizationId === organizationId &&
      servesApplication(one, place) &&
      through.some((passage) => passage.connectionId === one.connectionId),
  );
  if (connectionId !== undefined) {
    const named = vouching.some((one) => one.connectionId === connectionId);
    return named ? undefined : 'sso_required';
  }
  const counts = (way: string) => authentication?.methods?.includes(way) ?? true;
  if (vouching.length > 0 && counts('sso')) return undefined;
  const own = methods.filter((method) => method !== 'fed');
  if (own.some((method) => counts(ways[method] ?? ''))) return undefined;
  return own.length > 0 && counts('sso') ? 'sso_required' : 'step_up_required';
}
