/** Asks whether another organization may be put in view; `preventDefault()` keeps the present one. */
export class BeforeOrganizationSwitchEvent extends Event {
  static readonly type = 'tessera-before-organization-switch';
  readonly organizationId: string;

  constructor(organizationId: string) {
    super(BeforeOrganizationSwitchEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
  }
}

/** Another organization is in view: its token and data are there. */
export class OrganizationSwitchedEvent extends Event {
  static readonly type = 'tessera-organization-switched';
  readonly organizationId: string;
  readonly formerOrganizationId: string | undefined;

  constructor(organizationId: string, formerOrganizationId: string | undefined) {
    super(OrganizationSwitchedEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.formerOrganizationId = formerOrganizationId;
  }
}

/** A person has chosen an organization in a picker. */
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
