/** What happens to one organization. */
abstract class OrganizationEvent extends Event {
  readonly organizationId: string;

  constructor(type: string, organizationId: string, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.organizationId = organizationId;
  }
}

/** Asks whether an organization may be changed; `preventDefault()` leaves it as it is. */
export class BeforeOrganizationUpdateEvent extends OrganizationEvent {
  static readonly type = 'tessera-before-organization-update';
  /** What is about to be changed: `name`, `slug`, `logoUrl`, `branding`, `authentication`, `metadata`. */
  readonly fields: readonly string[];

  constructor(organizationId: string, fields: readonly string[]) {
    super(BeforeOrganizationUpdateEvent.type, organizationId, true);
    this.fields = fields;
  }
}

/** The server has changed an organization. */
export class OrganizationUpdatedEvent extends OrganizationEvent {
  static readonly type = 'tessera-organization-updated';
  readonly fields: readonly string[];

  constructor(organizationId: string, fields: readonly string[]) {
    super(OrganizationUpdatedEvent.type, organizationId);
    this.fields = fields;
  }
}

/** Asks whether the person may leave an organization; `preventDefault()` keeps them in. */
export class BeforeOrganizationLeaveEvent extends OrganizationEvent {
  static readonly type = 'tessera-before-organization-leave';

  constructor(organizationId: string) {
    super(BeforeOrganizationLeaveEvent.type, organizationId, true);
  }
}

/** The person is no member of the organization any more. */
export class OrganizationLeftEvent extends OrganizationEvent {
  static readonly type = 'tessera-organization-left';

  constructor(organizationId: string) {
    super(OrganizationLeftEvent.type, organizationId);
  }
}

/** Asks whether an organization may be shut out; `preventDefault()` leaves it open. */
export class BeforeOrganizationSuspendEvent extends OrganizationEvent {
  static readonly type = 'tessera-before-organization-suspend';

  constructor(organizationId: string) {
    super(BeforeOrganizationSuspendEvent.type, organizationId, true);
  }
}

/** An organization is shut out, with all that have an application through it. */
export class OrganizationSuspendedEvent extends OrganizationEvent {
  static readonly type = 'tessera-organization-suspended';

  constructor(organizationId: string) {
    super(OrganizationSuspendedEvent.type, organizationId);
  }
}

/** Asks whether an organization may be let in again; `preventDefault()` keeps it out. */
export class BeforeOrganizationReactivateEvent extends OrganizationEvent {
  static readonly type = 'tessera-before-organization-reactivate';

  constructor(organizationId: string) {
    super(BeforeOrganizationReactivateEvent.type, organizationId, true);
  }
}

/** An organization is let in again. */
export class OrganizationReactivatedEvent extends OrganizationEvent {
  static readonly type = 'tessera-organization-reactivated';

  constructor(organizationId: string) {
    super(OrganizationReactivatedEvent.type, organizationId);
  }
}

/** Asks whether an organization may be deleted; `preventDefault()` keeps it. */
export class BeforeOrganizationDeleteEvent extends OrganizationEvent {
  static readonly type = 'tessera-before-organization-delete';

  constructor(organizationId: string) {
    super(BeforeOrganizationDeleteEvent.type, organizationId, true);
  }
}

/** An organization is gone, with all that belonged to it. */
export class OrganizationDeletedEvent extends OrganizationEvent {
  static readonly type = 'tessera-organization-deleted';

  constructor(organizationId: string) {
    super(OrganizationDeletedEvent.type, organizationId);
  }
}

/** Asks whether an organization may be made; `preventDefault()` makes none. */
export class BeforeOrganizationCreateEvent extends Event {
  static readonly type = 'tessera-before-organization-create';
  readonly name: string;
  readonly slug: string;
  /** The organization that is to manage it. */
  readonly parentOrganizationId: string | undefined;

  constructor(name: string, slug: string, parentOrganizationId: string | undefined) {
    super(BeforeOrganizationCreateEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.name = name;
    this.slug = slug;
    this.parentOrganizationId = parentOrganizationId;
  }
}

/** There is another organization. */
export class OrganizationCreatedEvent extends OrganizationEvent {
  static readonly type = 'tessera-organization-created';
  readonly parentOrganizationId: string | undefined;

  constructor(organizationId: string, parentOrganizationId: string | undefined) {
    super(OrganizationCreatedEvent.type, organizationId);
    this.parentOrganizationId = parentOrganizationId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-organization-create': BeforeOrganizationCreateEvent;
    'tessera-organization-created': OrganizationCreatedEvent;
    'tessera-before-organization-update': BeforeOrganizationUpdateEvent;
    'tessera-organization-updated': OrganizationUpdatedEvent;
    'tessera-before-organization-leave': BeforeOrganizationLeaveEvent;
    'tessera-organization-left': OrganizationLeftEvent;
    'tessera-before-organization-suspend': BeforeOrganizationSuspendEvent;
    'tessera-organization-suspended': OrganizationSuspendedEvent;
    'tessera-before-organization-reactivate': BeforeOrganizationReactivateEvent;
    'tessera-organization-reactivated': OrganizationReactivatedEvent;
    'tessera-before-organization-delete': BeforeOrganizationDeleteEvent;
    'tessera-organization-deleted': OrganizationDeletedEvent;
  }
}
