import { duration } from './duration.js';

/** The sentences of the steps about second factors and passkeys, in one language. */
export interface FactorWords {
  /** Of the page that asks for a second factor, whichever it is. */
  readonly title: string;
  readonly totp: {
    readonly sentence: string;
    readonly code: string;
    readonly missing: string;
    readonly wrong: string;
    readonly choose: string;
  };
  readonly recovery: {
    readonly sentence: string;
    readonly code: string;
    readonly missing: string;
    readonly wrong: string;
    readonly choose: string;
    readonly left: (count: number) => string;
  };
  readonly passkey: {
    readonly title: string;
    readonly sentence: string;
    readonly use: string;
    readonly choose: string;
    readonly wrong: string;
    /** The browser gave none: the person said no, or has none. */
    readonly stopped: string;
  };
  /** `#` is the organization. */
  readonly demandedBy: string;
  readonly next: string;
  readonly otherWays: string;
  readonly wait: (seconds: number) => string;
  readonly enroll: {
    readonly title: string;
    readonly sentence: string;
    readonly scan: string;
    /** What a screen reader calls the picture. */
    readonly picture: string;
    readonly type: string;
    readonly enter: string;
    readonly passkey: string;
    readonly or: string;
  };
  readonly codes: {
    readonly title: string;
    readonly sentence: string;
    readonly list: string;
    readonly copy: string;
    readonly copied: string;
    readonly notCopied: string;
    readonly print: string;
    readonly next: string;
  };
  readonly offer: {
    readonly title: string;
    readonly sentence: string;
    readonly make: string;
    readonly skip: string;
    readonly refused: string;
  };
}

const lasting = duration('en');

export const factorsInEnglish: FactorWords = {
  title: 'Confirm that it is you',
  totp: {
    sentence: 'Open the app in which you set it up, and enter the six digits that it shows.',
    code: 'One-time password',
    missing: 'Enter the six digits.',
    wrong: 'That is not right, or was used before. Wait for the next one and enter it.',
    choose: 'Use an app that shows one-time passwords',
  },
  recovery: {
    sentence: 'Enter a recovery code. Each one works once.',
    code: 'Recovery code',
    missing: 'Enter a recovery code.',
    wrong: 'That is none of your codes, or was used before.',
    choose: 'Use a recovery code',
    left: (count) => (count === 1 ? 'You have one code left.' : `You have ${count} codes left.`),
  },
  passkey: {
    title: 'Use your passkey',
    sentence: 'Your device asks for your fingerprint, your face or its screen lock.',
    use: 'Use a passkey',
    choose: 'Use a passkey',
    wrong: 'This passkey does not work here. Use another one, or another way.',
    stopped: 'No passkey was used. Try again, or choose another way.',
  },
  demandedBy: '# asks for a second proof that it is you.',
  next: 'Continue',
  otherWays: 'Other ways',
  wait: (seconds) => `You can try again in ${lasting(seconds)}.`,
  enroll: {
    title: 'Set up a second factor',
    sentence: 'With it, your password alone lets nobody in.',
    scan: 'Scan this with an app that shows one-time passwords.',
    picture: 'QR code with the key',
    type: 'Or type this key into the app:',
    enter: 'One-time password that the app shows',
    passkey: 'Use a passkey instead',
    or: 'or',
  },
  codes: {
    title: 'Keep your recovery codes',
    sentence:
      'If you lose your device, each of these lets you in once. They are not shown again: print them, or keep them where you keep passwords.',
    list: 'Recovery codes',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'The browser did not let this page copy them.',
    print: 'Print',
    next: 'I have kept them',
  },
  offer: {
    title: 'Sign in faster next time?',
    sentence:
      'With a passkey, your fingerprint, your face or the screen lock of your device takes the place of the password.',
    make: 'Create a passkey',
    skip: 'Not now',
    refused: 'No passkey was created. Try again, or go on without one.',
  },
};
