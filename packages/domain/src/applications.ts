import type { ErrorCode } from './errors.ts';
import type { SignInOptions } from './sign-in-methods.ts';

export type Audience = 'b2c' | 'b2b' | 'both';

/** A product that customers use. Access is always judged in the context of one application. */
export interface Application {
  readonly applicationId: string;
  readonly name: string;
  readonly logoUrl?: string;
  /** Where a person enters it: a page that begins with signing in. */
  readonly launchUrl?: string;
  readonly audience: Audience;
  /** Nobody enters one that is disabled; active where it says nothing. */
  readonly status?: 'active' | 'disabled';
  /** What ends the refresh tokens of a person in an organization; all of it where it says nothing. */
  readonly revokesTokens?: Readonly<Partial<Record<RevocationReason, boolean>>>;
  /** How people sign in to it. */
  readonly signIn?: SignInOptions;
}

/** What may end refresh tokens, as each application chooses. */
export type RevocationReason = 'memberSuspended' | 'passwordReset' | 'memberRolesUpdated';

/** Whether a reason ends the refresh tokens of an application. */
export function revokesTokens(application: Application, reason: RevocationReason): boolean {
  return application.revokesTokens?.[reason] ?? true;
}

/** Whether anybody may enter it. */
export function isActiveApplication(application: Application): boolean {
  return (application.status ?? 'active') === 'active';
}

/** Whether organizations may enter it at all. */
export function admitsOrganizations(application: Application): boolean {
  return application.audience === 'b2b' || application.audience === 'both';
}

/**
 * Why an application cannot be for this audience: while organizations have it, it stays one that
 * they may enter.
 */
export function audienceBlocker(audience: Audience, organizations: number): ErrorCode | undefined {
  return audience === 'b2c' && organizations > 0 ? 'validation_failed' : undefined;
}

/**
 * Why things that a request names cannot be meant: one does not exist, or is another application's.
 * Neither can be told from the other.
 */
export function belongingBlocker(
  applicationId: string,
  named: readonly ({ readonly applicationId: string } | undefined)[],
): ErrorCode | undefined {
  const strange = named.some((thing) => thing?.applicationId !== applicationId);
  return strange ? 'validation_failed' : undefined;
}

/** Whether a person may enter it for themselves, without an organization. */
export function admitsPersonalAccounts(application: Application): boolean {
  return application.audience === 'b2c' || application.audience === 'both';
}
