/** A person wants to see a member. */
export class MemberOpenedEvent extends Event {
  static readonly type = 'tessera-member-opened';
  readonly organizationId: string;
  readonly userId: string;

  constructor(organizationId: string, userId: string) {
    super(MemberOpenedEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.userId = userId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-member-opened': MemberOpenedEvent;
  }
}
