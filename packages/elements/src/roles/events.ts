/** What changes in one part of a member's roles, by ids. */
export interface RoleChange {
  /** Absent for the roles in the organization itself. */
  readonly applicationId?: string | undefined;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The application is taken away altogether. */
  readonly withdrawn: boolean;
}

/** Asks whether a member's roles may be changed like this; `preventDefault()` keeps them. */
export class BeforeMemberRolesChangeEvent extends Event {
  static readonly type = 'tessera-before-member-roles-change';
  readonly organizationId: string;
  readonly userId: string;
  readonly changes: readonly RoleChange[];

  constructor(organizationId: string, userId: string, changes: readonly RoleChange[]) {
    super(BeforeMemberRolesChangeEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.userId = userId;
    this.changes = changes;
  }
}

/** The server has changed a member's roles: these changes of those that were asked for. */
export class MemberRolesChangedEvent extends Event {
  static readonly type = 'tessera-member-roles-changed';
  readonly organizationId: string;
  readonly userId: string;
  readonly changes: readonly RoleChange[];

  constructor(organizationId: string, userId: string, changes: readonly RoleChange[]) {
    super(MemberRolesChangedEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.userId = userId;
    this.changes = changes;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-member-roles-change': BeforeMemberRolesChangeEvent;
    'tessera-member-roles-changed': MemberRolesChangedEvent;
  }
}
