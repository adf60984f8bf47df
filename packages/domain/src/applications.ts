export type Audience = 'b2c' | 'b2b' | 'both';

/** A product that customers use. Access is always judged in the context of one application. */
export interface Application {
  readonly applicationId: string;
  readonly name: string;
  readonly logoUrl?: string;
  readonly audience: Audience;
}

/** Whether organizations may enter it at all. */
export function admitsOrganizations(application: Application): boolean {
  return application.audience !== 'b2c';
}

/** Whether a person may enter it for themselves, without an organization. */
export function admitsPersonalAccounts(application: Application): boolean {
  return application.audience !== 'b2b';
}
