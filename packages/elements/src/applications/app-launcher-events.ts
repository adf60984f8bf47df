/** Asks whether a person may be sent to an application; `preventDefault()` lets the host do it. */
export class BeforeApplicationLaunchEvent extends Event {
  static readonly type = 'tessera-before-application-launch';
  readonly organizationId: string;
  readonly applicationId: string;

  constructor(organizationId: string, applicationId: string) {
    super(BeforeApplicationLaunchEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.applicationId = applicationId;
  }
}

/** A person asks to be let into an application; what becomes of it is the host's. */
export class AccessRequestedEvent extends Event {
  static readonly type = 'tessera-access-requested';
  readonly organizationId: string;
  readonly userId: string;
  readonly applicationId: string;

  constructor(organizationId: string, userId: string, applicationId: string) {
    super(AccessRequestedEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.userId = userId;
    this.applicationId = applicationId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-application-launch': BeforeApplicationLaunchEvent;
    'tessera-access-requested': AccessRequestedEvent;
  }
}
