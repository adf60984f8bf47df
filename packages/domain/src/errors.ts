/**
 * Every reason for a refusal, in one closed list. A code that is not here does not compile.
 *
 * `status` is the HTTP status of the problem document (RFC 9457) that carries the code; codes that
 * the client makes by itself, and steps of the login pages, have none.
 */
const statuses = {
  // Of the directory.
  not_found: 404,
  forbidden: 403,
  unauthenticated: 401,
  validation_failed: 422,
  already_exists: 409,
  already_member: 409,
  member_suspended: 403,
  last_administrator: 409,
  role_outside_ceiling: 409,
  escalation_refused: 403,
  not_joined: 409,
  self_change_refused: 403,
  application_not_onboarded: 409,
  organization_suspended: 403,
  domain_taken: 409,
  domain_unverified: 409,
  invitation_expired: 410,
  invitation_revoked: 410,
  invitation_email_mismatch: 403,
  depth_exceeded: 409,
  cycle_refused: 409,
  version_conflict: 412,
  idempotency_mismatch: 422,
  rate_limited: 429,
  seat_limit_reached: 409,
  impact_unconfirmed: 409,
  step_up_required: 401,
  unsupported: 501,
  cursor_invalid: 400,
  email_unverified: 403,
  public_domain: 422,
  server_error: 500,
  // Of the login pages.
  invalid_credentials: 401,
  locked: 429,
  no_access: 403,
  organization_required: 400,
  sso_required: 403,
  mfa_required: 403,
  link_expired: 410,
  transaction_expired: 410,
  // Made by the client itself: there was no answer to read a code from.
  network: undefined,
  timeout: undefined,
  aborted: undefined,
  invalid_response: undefined,
} as const satisfies Record<string, number | undefined>;

/** The reason of a refusal or failure; branch on this, never on a message. */
export type ErrorCode = keyof typeof statuses;

/** All codes, in the order of the table. */
export const errorCodes = Object.keys(statuses) as readonly ErrorCode[];

/** Says whether a text from elsewhere is a code of the closed list. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && Object.hasOwn(statuses, text);
}

/** HTTP status of the answer that carries this code; 500 for codes that never travel. */
export function errorStatus(code: ErrorCode): number {
  return statuses[code] ?? 500;
}

/** Whether a server may send this code; a client makes the others by itself. */
export function travels(code: ErrorCode): boolean {
  return statuses[code] !== undefined;
}
