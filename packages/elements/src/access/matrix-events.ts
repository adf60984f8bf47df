/** What is to become of one member's access to one application. */
export interface AccessChange {
  readonly userId: string;
  readonly applicationId: string;
  /** The roles in place of those there were; `null` for no access. */
  readonly roleIds: readonly string[] | null;
}

/** Asks whether changes may be saved; `preventDefault()` leaves them as they are, unsaved. */
export class BeforeAccessSaveEvent extends Event {
  static readonly type = 'tessera-before-access-save';
  readonly organizationId: string;
  readonly changes: readonly AccessChange[];

  constructor(organizationId: string, changes: readonly AccessChange[]) {
    super(BeforeAccessSaveEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.changes = changes;
  }
}

/** Changes are saved: only those to whom it was done. */
export class AccessSavedEvent extends Event {
  static readonly type = 'tessera-access-saved';
  readonly organizationId: string;
  readonly changes: readonly AccessChange[];

  constructor(organizationId: string, changes: readonly AccessChange[]) {
    super(AccessSavedEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.changes = changes;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-access-save': BeforeAccessSaveEvent;
    'tessera-access-saved': AccessSavedEvent;
  }
}
