import type { ShareDeed } from './share-draft.js';

/**
 * Asks whether what an organization has of an application may be changed; `preventDefault()` leaves
 * it. The person has seen by then what else it does.
 */
export class BeforeApplicationShareEvent extends Event {
  static readonly type = 'tessera-before-application-share';
  readonly organizationId: string;
  readonly applicationId: string;
  readonly deed: ShareDeed;

  constructor(organizationId: string, applicationId: string, deed: ShareDeed) {
    super(BeforeApplicationShareEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.organizationId = organizationId;
    this.applicationId = applicationId;
    this.deed = deed;
  }
}

/** The server has changed what an organization has of an application. */
export class ApplicationSharedEvent extends Event {
  static readonly type = 'tessera-application-shared';
  readonly organizationId: string;
  readonly applicationId: string;
  readonly deed: ShareDeed;

  constructor(organizationId: string, applicationId: string, deed: ShareDeed) {
    super(ApplicationSharedEvent.type, { bubbles: true, composed: true });
    this.organizationId = organizationId;
    this.applicationId = applicationId;
    this.deed = deed;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-before-application-share': BeforeApplicationShareEvent;
    'tessera-application-shared': ApplicationSharedEvent;
  }
}
