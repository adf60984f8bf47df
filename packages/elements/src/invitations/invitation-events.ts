/** Asks whether an invitation may be sent again; `preventDefault()` keeps it as it is. */
export class BeforeInvitationResendEvent extends Event {
  static readonly type = 'tessera-before-invitation-resend';
  readonly organizationId: string;
  readonly invitationId: string;

  constructor(organizationId: string, invitationId: string) {
    super(BeforeInvitationResendEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.invitationId = invitationId;
  }
}

/** An invitation was sent again; the link that was sent before is dead. */
export class InvitationResentEvent extends Event {
  static readonly type = 'tessera-invitation-resent';
  readonly organizationId: string;
  /** The invitation that waits now. */
  readonly invitationId: string;
  /** The expired one that it was sent in place of, if it is another. */
  readonly renews: string | undefined;

  constructor(organizationId: string, invitationId: string, renews: string | undefined) {
    super(InvitationResentEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.invitationId = invitationId;
    this.renews = renews;
  }
}

/** Asks whether an invitation may be withdrawn; `preventDefault()` keeps it. */
export class BeforeInvitationRevokeEvent extends Event {
  static readonly type = 'tessera-before-invitation-revoke';
  readonly organizationId: string;
  readonly invitationId: string;

  constructor(organizationId: string, invitationId: string) {
    super(BeforeInvitationRevokeEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.invitationId = invitationId;
  }
}

/** An invitation was withdrawn; its link is dead, and nobody waits to join by it. */
export class InvitationRevokedEvent extends Event {
  static readonly type = 'tessera-invitation-revoked';
  readonly organizationId: string;
  readonly invitationId: string;

  constructor(organizationId: string, invitationId: string) {
    super(InvitationRevokedEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.invitationId = invitationId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-invitation-resend': BeforeInvitationResendEvent;
    'tessera-invitation-resent': InvitationResentEvent;
    'tessera-before-invitation-revoke': BeforeInvitationRevokeEvent;
    'tessera-invitation-revoked': InvitationRevokedEvent;
  }
}
