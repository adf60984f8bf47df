/** Asks whether an invitation may be accepted; `preventDefault()` leaves it waiting. */
export class BeforeInvitationAcceptEvent extends Event {
  static readonly type = 'tessera-before-invitation-accept';
  readonly invitationId: string;
  readonly organizationId: string;

  constructor(invitationId: string, organizationId: string) {
    super(BeforeInvitationAcceptEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.invitationId = invitationId;
    this.organizationId = organizationId;
  }
}

/** The person has joined the organization that invited them. */
export class InvitationAcceptedEvent extends Event {
  static readonly type = 'tessera-invitation-accepted';
  readonly invitationId: string;
  readonly organizationId: string;

  constructor(invitationId: string, organizationId: string) {
    super(InvitationAcceptedEvent.type, { bubbles: true, composed: true });
    this.invitationId = invitationId;
    this.organizationId = organizationId;
  }
}

/** The person has said no to an invitation. */
export class InvitationDeclinedEvent extends Event {
  static readonly type = 'tessera-invitation-declined';
  readonly invitationId: string;
  readonly organizationId: string;

  constructor(invitationId: string, organizationId: string) {
    super(InvitationDeclinedEvent.type, { bubbles: true, composed: true });
    this.invitationId = invitationId;
    this.organizationId = organizationId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-invitation-accept': BeforeInvitationAcceptEvent;
    'tessera-invitation-accepted': InvitationAcceptedEvent;
    'tessera-invitation-declined': InvitationDeclinedEvent;
  }
}
