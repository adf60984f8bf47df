import type {
  AcceptedInvitation,
  Invitation,
  InvitationAnswer,
  InvitationBulkResult,
  InvitationOffer,
  InvitationOffers,
  InvitationStatus,
  OwnInvitation,
} from '@tesserakit/contract';
import type {
  CallOptions,
  Expected,
  List,
  ListQuery,
  OrganizationScope,
  Page,
  WriteOptions,
} from './calls.ts';

export interface InvitationQuery extends OrganizationScope, ListQuery {
  readonly status?: InvitationStatus | undefined;
}

/** One invitation of an organization. */
export interface InvitationScope extends OrganizationScope {
  readonly invitationId: string;
}

/** Whom an answer to an invitation comes from: the person themselves, for no organization yet. */
export interface OwnScope {
  /** An organization that the caller acts for, if any; the token is asked for it. */
  readonly organizationId?: string | undefined;
}

/**
 * People asked to join. The link of an invitation goes to its mailbox; only a backend that lets
 * whoever invites hand it on by other ways puts it into its answers.
 */
export interface InvitationDirectory {
  /** Newest first. @throws TesseraError `forbidden` without `members:read` */
  list(query: InvitationQuery, options?: CallOptions): Promise<Page<Invitation>>;
  /**
   * Invites one person; whoever waits already keeps one invitation, with a new link and these roles,
   * and loses what they were given meanwhile of the applications that it names. Life is in minutes:
   * 5 to 10,080, 2,880 unless told otherwise.
   * @throws TesseraError `already_member`, `member_suspended`, `escalation_refused`,
   *   `role_outside_ceiling`, `application_not_onboarded`, `rate_limited` with `retryAfter`
   */
  create(offer: OrganizationScope & InvitationOffer, options?: WriteOptions): Promise<Invitation>;
  /** Up to 1,000 addresses, each judged for itself; refusals are in the answer. */
  bulk(
    offers: OrganizationScope & InvitationOffers,
    options?: WriteOptions,
  ): Promise<InvitationBulkResult>;
  /**
   * Sends a new link; the old one is dead. One that has expired is renewed by a new invitation. One
   * whose inviter may not invite any more is dead: invite anew.
   * @throws TesseraError `already_member`, `invitation_revoked`, `invitation_expired` when it was
   *   renewed before, `rate_limited` with `retryAfter`
   */
  resend(scope: InvitationScope & Expected, options?: WriteOptions): Promise<Invitation>;
  /**
   * Withdraws an invitation, its link and the pending membership; the profile stays.
   * @throws TesseraError `already_member`, `invitation_expired`, `invitation_revoked`
   */
  revoke(scope: InvitationScope & Expected, options?: WriteOptions): Promise<Invitation>;
  /** What waits for the caller's own verified address. @throws TesseraError `email_unverified` */
  listOwn(scope?: OwnScope, options?: CallOptions): Promise<List<OwnInvitation>>;
  /**
   * Joins, with what the inviter could still give now and there are seats for; what is withheld is
   * told. What the caller was given while they waited stays as it is; of other applications that the
   * invitation does not name, they get the default roles. A used or older link is `not_found`.
   * @throws TesseraError `seat_limit_reached` while it promises nothing but seats that are taken,
   *   `invitation_expired`, `invitation_revoked`, `already_member`,
   *   `invitation_email_mismatch`, `email_unverified`, `organization_suspended`
   */
  accept(answer: OwnScope & InvitationAnswer, options?: WriteOptions): Promise<AcceptedInvitation>;
  /** Says no; the invitation and the pending membership end. @throws TesseraError as `accept` */
  decline(answer: OwnScope & InvitationAnswer, options?: WriteOptions): Promise<void>;
}
