/** What is done to a role or role group of the catalogue. */
export type CatalogueDeed = 'create' | 'update' | 'delete';

/** What a deed is about, by ids. */
export interface CatalogueSubject {
  readonly noun: 'role' | 'roleGroup';
  /** Absent for organization roles. */
  readonly applicationId?: string | undefined;
  /** Absent for what is being made. */
  readonly id?: string | undefined;
}

/** Asks whether a role or role group may be changed like this; `preventDefault()` leaves it. */
export class BeforeRoleCatalogueChangeEvent extends Event {
  static readonly type = 'tessera-before-role-catalogue-change';
  readonly subject: CatalogueSubject;
  readonly deed: CatalogueDeed;

  constructor(subject: CatalogueSubject, deed: CatalogueDeed) {
    super(BeforeRoleCatalogueChangeEvent.type, {
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    this.subject = subject;
    this.deed = deed;
  }
}

/** The server has changed a role or role group. */
export class RoleCatalogueChangedEvent extends Event {
  static readonly type = 'tessera-role-catalogue-changed';
  readonly subject: CatalogueSubject;
  readonly deed: CatalogueDeed;

  constructor(subject: CatalogueSubject, deed: CatalogueDeed) {
    super(RoleCatalogueChangedEvent.type, { bubbles: true, composed: true });
    this.subject = subject;
    this.deed = deed;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-role-catalogue-change': BeforeRoleCatalogueChangeEvent;
    'tessera-role-catalogue-changed': RoleCatalogueChangedEvent;
  }
}
