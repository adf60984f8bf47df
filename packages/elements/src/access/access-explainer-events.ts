/** What is to open which door, and for whom; by ids. */
export interface Opening {
  readonly organizationId: string;
  readonly userId: string;
  readonly applicationId: string;
  /** What is done, as the explanation of access names it. */
  readonly remedy: string;
}

/** Asks whether an act that opens a door may be taken; `preventDefault()` leaves it. */
export class BeforeAccessOpenEvent extends Event {
  static readonly type = 'tessera-before-access-open';
  readonly opening: Opening;

  constructor(opening: Opening) {
    super(BeforeAccessOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.opening = opening;
  }
}

/** The server has taken an act that opens a door, as far as this one does. */
export class AccessOpenedEvent extends Event {
  static readonly type = 'tessera-access-opened';
  readonly opening: Opening;

  constructor(opening: Opening) {
    super(AccessOpenedEvent.type, { bubbles: true, composed: true });
    this.opening = opening;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-access-open': BeforeAccessOpenEvent;
    'tessera-access-opened': AccessOpenedEvent;
  }
}
