import type { ErrorCode } from '@tesserakit/domain';

/**
 * Every sentence of the login pages, in one language. A missing one does not compile. Where a name
 * or an address belongs into a sentence, a `#` stands for it, so that it can keep its own direction.
 */
export interface LoginCatalogue {
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly errors: Record<ErrorCode, string>;
  readonly common: {
    readonly retry: string;
    readonly working: string;
    /** `#` is the application. */
    readonly continueTo: string;
    readonly useAnotherAccount: string;
    /** `#` is the application. */
    readonly backTo: string;
    readonly requestId: string;
  };
  readonly identifier: {
    readonly title: string;
    readonly email: string;
    readonly next: string;
    readonly missing: string;
  };
  readonly password: {
    readonly title: string;
    readonly password: string;
    readonly signIn: string;
    readonly change: string;
    readonly missing: string;
    readonly show: string;
    readonly hide: string;
    readonly wait: (seconds: number) => string;
    readonly waitOver: string;
  };
  /** Other ways of proving who one is. */
  readonly ways: {
    /** What a screen reader calls the list. */
    readonly list: string;
  } & Readonly<Record<'password' | 'email-code' | 'magic-link' | 'passkey', string>>;
  readonly federated: {
    readonly title: string;
    /** `#` is the organization. */
    readonly sentence: string;
    readonly go: string;
    readonly password: string;
  };
  readonly organization: {
    readonly title: string;
    readonly list: string;
    /** The one that was chosen has stopped to give entry in the meantime. */
    readonly refused: string;
  };
  readonly consent: {
    /** `#` is the application. */
    readonly title: string;
    /** What a screen reader calls the list. */
    readonly list: string;
    readonly actingFor: string;
    readonly change: string;
    /** What each scope opens, by its name. */
    readonly scopes: Readonly<Record<string, string>>;
    /** Above the code of a device. */
    readonly compare: string;
    readonly allow: string;
    readonly deny: string;
  };
  readonly device: {
    readonly title: string;
    readonly sentence: string;
    readonly code: string;
    readonly next: string;
    readonly missing: string;
    /** No device shows the code, or not any more. */
    readonly unknown: string;
    readonly over: string;
    /** `#` is the application. */
    readonly approved: string;
    readonly denied: string;
  };
  readonly noAccess: {
    /** `#` is the application. */
    readonly title: string;
    /** `#` is the address of the account. */
    readonly account: string;
    /** Of an organization that gives entry, where the application asked for another. */
    readonly instead: string;
    readonly ask: string;
    readonly askWithoutOrganization: string;
  };
  readonly error: {
    readonly title: string;
    /** For a code that has no sentence: the application asked for something impossible. */
    readonly refused: string;
    readonly whatNow: string;
    readonly requestId: string;
  };
  readonly expired: {
    readonly title: string;
    readonly sentence: string;
    readonly whatNow: string;
    /** `#` is the application. */
    readonly whatNowAt: string;
  };
  readonly signedOut: {
    readonly title: string;
    readonly sentence: string;
    /** `#` is the application. */
    readonly sentenceAt: string;
  };
  readonly done: {
    readonly title: string;
    readonly sentence: string;
    readonly link: string;
  };
  readonly footer: {
    readonly language: string;
    readonly help: string;
    readonly helpAccess: string;
    /** `#` is the address of the server. */
    readonly helpAddress: string;
  };
}
