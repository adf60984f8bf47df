export type Audience = 'b2c' | 'b2b' | 'both';

/** A product that customers use. Access is always judged in the context of one application. */
export interface Application {
  readonly applicationId: string;
  readonly name: string;
  readonly logoUrl?: string;
  readonly audience: Audience;
  /** Nobody enters one that is disabled; active where it says nothing. */
  readonly status?: 'active' | 'disabled';
  /** What ends the refresh tokens of a person in an organization; all of it where it says nothing. */
  readonly revokesTokens?: Readonly<Partial<Record<RevocationReason, boolean>>>;
}

/** What may end refresh tokens, as each application chooses. */
export type RevocationReason = 'memberSuspended' | 'passwordReset' | 'memberRolesUpdated';

/** Whether a reason ends the refresh tokens of an application. */
export function revokesTokens(application: Application, reason: RevocationReason): boolean {
  return application.revokesTokens?.[reason] ?? true;
}

/** Whether anybody may enter it. */
export function isActiveApplication(application: Application): boolean {
  return application.status !== 'disabled';
}

/** Whether organizations may enter it at all. */
export function admitsOrganizations(application: Application): boolean {
  return application.audience !== 'b2c';
}

/** Whether a person may enter it for themselves, without an organization. */
export function admitsPersonalAccounts(application: Application): boolean {
  return application.audience !== 'b2b';
}
