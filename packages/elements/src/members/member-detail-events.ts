/** Asks whether what is noted about a member may be changed; `preventDefault()` leaves it as it is. */
export class BeforeMemberUpdateEvent extends Event {
  static readonly type = 'tessera-before-member-update';
  readonly organizationId: string;
  readonly userId: string;
  /** What is about to be changed: `title`, `department`, `expiresAt`. */
  readonly fields: readonly string[];

  constructor(organizationId: string, userId: string, fields: readonly string[]) {
    super(BeforeMemberUpdateEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.userId = userId;
    this.fields = fields;
  }
}

/** The server has changed what is noted about a member. */
export class MemberUpdatedEvent extends Event {
  static readonly type = 'tessera-member-updated';
  readonly organizationId: string;
  readonly userId: string;
  readonly fields: readonly string[];

  constructor(organizationId: string, userId: string, fields: readonly string[]) {
    super(MemberUpdatedEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.userId = userId;
    this.fields = fields;
  }
}

/** Asks whether a member's sessions may be ended; `preventDefault()` leaves them. */
export class BeforeMemberSessionsEndEvent extends Event {
  static readonly type = 'tessera-before-member-sessions-end';
  readonly organizationId: string;
  readonly userId: string;

  constructor(organizationId: string, userId: string) {
    super(BeforeMemberSessionsEndEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.userId = userId;
  }
}

/** The server has ended a member's sessions for the organization. */
export class MemberSessionsEndedEvent extends Event {
  static readonly type = 'tessera-member-sessions-ended';
  readonly organizationId: string;
  readonly userId: string;

  constructor(organizationId: string, userId: string) {
    super(MemberSessionsEndedEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.userId = userId;
  }
}

/** Asks whether the administration may be handed over to a member; `preventDefault()` keeps it. */
export class BeforeOwnershipTransferEvent extends Event {
  static readonly type = 'tessera-before-ownership-transfer';
  readonly organizationId: string;
  /** Who is to become the administrator. */
  readonly userId: string;

  constructor(organizationId: string, userId: string) {
    super(BeforeOwnershipTransferEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.userId = userId;
  }
}

/** A member is the administrator now, and whoever handed over is none any more. */
export class OwnershipTransferredEvent extends Event {
  static readonly type = 'tessera-ownership-transferred';
  readonly organizationId: string;
  readonly userId: string;

  constructor(organizationId: string, userId: string) {
    super(OwnershipTransferredEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.userId = userId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-member-update': BeforeMemberUpdateEvent;
    'tessera-member-updated': MemberUpdatedEvent;
    'tessera-before-member-sessions-end': BeforeMemberSessionsEndEvent;
    'tessera-member-sessions-ended': MemberSessionsEndedEvent;
    'tessera-before-ownership-transfer': BeforeOwnershipTransferEvent;
    'tessera-ownership-transferred': OwnershipTransferredEvent;
  }
}
