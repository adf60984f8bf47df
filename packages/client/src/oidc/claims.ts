/**
 * What an ID token says: about the person, and about the organization they act for. Signed by the
 * server and checked where this application relies on it; the rest is the server's word.
 */
export interface Claims {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string | readonly string[];
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly picture?: string;
  readonly locale?: string;
  /** Absent for a person who acts for themselves, as are the other claims about an organization. */
  readonly org_id?: string;
  readonly org_name?: string;
  readonly org_roles?: readonly string[];
  /** Keys of the application's roles. */
  readonly roles?: readonly string[];
  readonly permissions?: readonly string[];
  /** Seconds since the epoch. */
  readonly auth_time?: number;
  readonly sid?: string;
}
