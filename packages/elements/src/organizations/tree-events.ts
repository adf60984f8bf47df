/** Asks whether the role groups of an organization may be changed; `preventDefault()` leaves them. */
export class BeforeRoleGroupsChangeEvent extends Event {
  static readonly type = 'tessera-before-role-groups-change';
  readonly organizationId: string;
  readonly applicationId: string;

  constructor(organizationId: string, applicationId: string) {
    super(BeforeRoleGroupsChangeEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.applicationId = applicationId;
  }
}

/** What an organization may hand out, or hand on, of an application is another. */
export class RoleGroupsChangedEvent extends Event {
  static readonly type = 'tessera-role-groups-changed';
  readonly organizationId: string;
  readonly applicationId: string;

  constructor(organizationId: string, applicationId: string) {
    super(RoleGroupsChangedEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.applicationId = applicationId;
  }
}

/** Asks whether an organization may be put below another; `preventDefault()` leaves it where it is. */
export class BeforeOrganizationMoveEvent extends Event {
  static readonly type = 'tessera-before-organization-move';
  readonly organizationId: string;
  /** `null` for nobody. */
  readonly parentOrganizationId: string | null;

  constructor(organizationId: string, parentOrganizationId: string | null) {
    super(BeforeOrganizationMoveEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.parentOrganizationId = parentOrganizationId;
  }
}

/** An organization stands below another. */
export class OrganizationMovedEvent extends Event {
  static readonly type = 'tessera-organization-moved';
  readonly organizationId: string;
  readonly parentOrganizationId: string | null;

  constructor(organizationId: string, parentOrganizationId: string | null) {
    super(OrganizationMovedEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.parentOrganizationId = parentOrganizationId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-role-groups-change': BeforeRoleGroupsChangeEvent;
    'tessera-role-groups-changed': RoleGroupsChangedEvent;
    'tessera-before-organization-move': BeforeOrganizationMoveEvent;
    'tessera-organization-moved': OrganizationMovedEvent;
  }
}
