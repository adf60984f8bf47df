import type { Dialect } from '@tesserakit/client';
import type { ErrorCode } from '@tesserakit/domain';

/** Codes whose HTTP status says something else, or too little. */
const codes: Record<string, ErrorCode> = {
  // Whoever is no member learns nothing, not even that the organization is there.
  ORGANIZATION_NOT_FOUND: 'not_found',
  USER_IS_NOT_A_MEMBER_OF_THE_ORGANIZATION: 'not_found',
  YOU_ARE_NOT_A_MEMBER_OF_THIS_ORGANIZATION: 'not_found',
  MEMBER_NOT_FOUND: 'not_found',
  ROLE_NOT_FOUND: 'validation_failed',
  // Sent with 401, though the session is good.
  YOU_ARE_NOT_ALLOWED_TO_DELETE_THIS_MEMBER: 'forbidden',
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_AS_THE_ONLY_OWNER: 'last_administrator',
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_WITHOUT_AN_OWNER: 'last_administrator',
  USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION: 'already_member',
  INVALID_EMAIL: 'validation_failed',
  // A link that was answered or withdrawn, or whose life has ended, or that never was.
  INVITATION_NOT_FOUND: 'not_found',
  INVITATION_LIMIT_REACHED: 'seat_limit_reached',
  YOU_ARE_NOT_THE_RECIPIENT_OF_THE_INVITATION: 'invitation_email_mismatch',
  EMAIL_VERIFICATION_REQUIRED_BEFORE_ACCEPTING_OR_REJECTING_INVITATION: 'email_unverified',
  EMAIL_VERIFICATION_REQUIRED_FOR_INVITATION: 'email_unverified',
  YOU_ARE_NOT_ALLOWED_TO_INVITE_USER_WITH_THIS_ROLE: 'escalation_refused',
  ORGANIZATION_MEMBERSHIP_LIMIT_REACHED: 'seat_limit_reached',
};

export const codeOf: NonNullable<Dialect['codeOf']> = ({ code }) =>
  typeof code === 'string' && Object.hasOwn(codes, code) ? codes[code] : undefined;
