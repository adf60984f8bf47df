/** Asks whether a person may go to another screen of a portal; `preventDefault()` keeps them where they are. */
export class BeforePortalNavigateEvent extends Event {
  static readonly type = 'tessera-before-portal-navigate';
  readonly organizationId: string;
  /** Below the portal's base, as `members/user_1`. */
  readonly path: string;

  constructor(organizationId: string, path: string) {
    super(BeforePortalNavigateEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.path = path;
  }
}

/** Another screen of a portal is shown. */
export class PortalNavigatedEvent extends Event {
  static readonly type = 'tessera-portal-navigated';
  readonly organizationId: string;
  /** Below the portal's base, as `members?members.status=active`; `undefined` where the address is none there. */
  readonly path: string | undefined;

  constructor(organizationId: string, path: string | undefined) {
    super(PortalNavigatedEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.path = path;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-portal-navigate': BeforePortalNavigateEvent;
    'tessera-portal-navigated': PortalNavigatedEvent;
  }
}
