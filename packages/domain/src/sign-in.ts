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
