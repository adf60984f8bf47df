/** Asks whether these people may be invited; `preventDefault()` keeps them in the dialog. */
export class BeforeMembersInviteEvent extends Event {
  static readonly type = 'tessera-before-members-invite';
  readonly organizationId: string;
  readonly emails: readonly string[];

  constructor(organizationId: string, emails: readonly string[]) {
    super(BeforeMembersInviteEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.emails = emails;
  }
}

/** The server has invited people. */
export class MembersInvitedEvent extends Event {
  static readonly type = 'tessera-members-invited';
  readonly organizationId: string;
  /** Of the new invitations, as far as the server tells them. */
  readonly invitationIds: readonly string[];

  constructor(organizationId: string, invitationIds: readonly string[]) {
    super(MembersInvitedEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.invitationIds = invitationIds;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-members-invite': BeforeMembersInviteEvent;
    'tessera-members-invited': MembersInvitedEvent;
  }
}
