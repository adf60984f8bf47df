import type { LoginStep } from '@tesserakit/contract';

/** Another step is on the screen. The page gives itself the title and keeps its history. */
export class SignInStepChangedEvent extends Event {
  static readonly type = 'tessera-sign-in-step-changed';
  readonly step: LoginStep['step'];
  /** What the page is called now, in the language of the element. */
  readonly title: string;

  constructor(step: LoginStep['step'], title: string) {
    super(SignInStepChangedEvent.type, { bubbles: true, composed: true });
    this.step = step;
    this.title = title;
  }
}

/** There is nothing more to do here: the browser should leave for the application, or the identity provider. */
export class SignInEndedEvent extends Event {
  static readonly type = 'tessera-sign-in-ended';
  /** Of the web; what a server sends beside that never gets here. */
  readonly redirectTo: string;

  constructor(redirectTo: string) {
    super(SignInEndedEvent.type, { bubbles: true, composed: true });
    this.redirectTo = redirectTo;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tessera-sign-in-step-changed': SignInStepChangedEvent;
    'tessera-sign-in-ended': SignInEndedEvent;
  }
}
