/**
 * Asks whether another organization, or for an empty id the person themselves, may be put in view;
 * `preventDefault()` keeps the present one.
 */
export class BeforeOrganizationSwitchEvent extends Event {
  static readonly type = 'tessera-before-organization-switch';
  readonly organizationId: string;
  /** The organization of the person, where the other one is managed by it. */
  readonly actingFrom: string | undefined;

  constructor(organizationId: string, actingFrom?: string) {
    super(BeforeOrganizationSwitchEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.actingFrom = actingFrom;
  }
}

/** Another organization, or for an empty id the person themselves, is in view: token and data are there. */
export class OrganizationSwitchedEvent extends Event {
  static readonly type = 'tessera-organization-switched';
  readonly organizationId: string;
  readonly formerOrganizationId: string | undefined;
  /** The organization of the person, where the one in view is managed by it. */
  readonly actingFrom: string | undefined;

  constructor(
    organizationId: string,
    formerOrganizationId: string | undefined,
    actingFrom?: string,
  ) {
    super(OrganizationSwitchedEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.formerOrganizationId = formerOrganizationId;
    this.actingFrom = actingFrom;
  }
}

/** A person has chosen an organization in a picker, or with an empty id their own account. */
export class OrganizationChosenEvent extends Event {
  static readonly type = 'tessera-organization-chosen';
  readonly organizationId: string;

  constructor(organizationId: string) {
    super(OrganizationChosenEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-organization-switch': BeforeOrganizationSwitchEvent;
    'tessera-organization-switched': OrganizationSwitchedEvent;
    'tessera-organization-chosen': OrganizationChosenEvent;
  }
}
