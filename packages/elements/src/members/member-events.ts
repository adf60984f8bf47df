export { MemberOpenedEvent } from './member-opened-event.js';

/** Asks whether members may be changed like this; `preventDefault()` leaves them as they are. */
abstract class BeforeMembersEvent extends Event {
  readonly organizationId: string;
  /** One, or all of a selection. */
  readonly userIds: readonly string[];

  constructor(type: string, organizationId: string, userIds: readonly string[]) {
    super(type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.userIds = userIds;
  }
}

/** What became of members: only those to whom it was done. */
abstract class MembersFactEvent extends Event {
  readonly organizationId: string;
  readonly userIds: readonly string[];

  constructor(type: string, organizationId: string, userIds: readonly string[]) {
    super(type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.userIds = userIds;
  }
}

/** Asks whether members may be shut out. */
export class BeforeMemberSuspendEvent extends BeforeMembersEvent {
  static readonly type = 'tessera-before-member-suspend';

  constructor(organizationId: string, userIds: readonly string[]) {
    super(BeforeMemberSuspendEvent.type, organizationId, userIds);
  }
}

/** Asks whether suspended members may be let in again. */
export class BeforeMemberReactivateEvent extends BeforeMembersEvent {
  static readonly type = 'tessera-before-member-reactivate';

  constructor(organizationId: string, userIds: readonly string[]) {
    super(BeforeMemberReactivateEvent.type, organizationId, userIds);
  }
}

/** Asks whether memberships may be ended. */
export class BeforeMemberRemoveEvent extends BeforeMembersEvent {
  static readonly type = 'tessera-before-member-remove';

  constructor(organizationId: string, userIds: readonly string[]) {
    super(BeforeMemberRemoveEvent.type, organizationId, userIds);
  }
}

/** Members are shut out. */
export class MemberSuspendedEvent extends MembersFactEvent {
  static readonly type = 'tessera-member-suspended';

  constructor(organizationId: string, userIds: readonly string[]) {
    super(MemberSuspendedEvent.type, organizationId, userIds);
  }
}

/** Members who were suspended are in again. */
export class MemberReactivatedEvent extends MembersFactEvent {
  static readonly type = 'tessera-member-reactivated';

  constructor(organizationId: string, userIds: readonly string[]) {
    super(MemberReactivatedEvent.type, organizationId, userIds);
  }
}

/** Memberships have ended. */
export class MemberRemovedEvent extends MembersFactEvent {
  static readonly type = 'tessera-member-removed';

  constructor(organizationId: string, userIds: readonly string[]) {
    super(MemberRemovedEvent.type, organizationId, userIds);
  }
}

/** Something about these members was changed, whatever it was; it follows the facts above, too. */
export class MembersChangedEvent extends MembersFactEvent {
  static readonly type = 'tessera-members-changed';

  constructor(organizationId: string, userIds: readonly string[]) {
    super(MembersChangedEvent.type, organizationId, userIds);
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-member-suspend': BeforeMemberSuspendEvent;
    'tessera-before-member-reactivate': BeforeMemberReactivateEvent;
    'tessera-before-member-remove': BeforeMemberRemoveEvent;
    'tessera-member-suspended': MemberSuspendedEvent;
    'tessera-member-reactivated': MemberReactivatedEvent;
    'tessera-member-removed': MemberRemovedEvent;
    'tessera-members-changed': MembersChangedEvent;
  }
}
