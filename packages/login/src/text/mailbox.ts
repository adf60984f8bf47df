/** The sentences of the steps in which a mailbox proves who somebody is, in one language. */
export interface MailboxWords {
  readonly code: {
    readonly title: string;
    /** `#` is the address, which may be nobody's. */
    readonly sentence: string;
    readonly code: string;
    readonly missing: string;
    readonly wrong: string;
    /** It was tried too often, or is too old. */
    readonly over: string;
    readonly again: string;
  };
  readonly link: {
    readonly title: string;
    /** `#` is the address, which may be nobody's. */
    readonly sentence: string;
    readonly hint: string;
    readonly again: string;
  };
  readonly confirm: {
    readonly title: string;
    /** `#` is the address. */
    readonly sentence: string;
    readonly go: string;
  };
  readonly over: {
    readonly title: string;
    readonly sentence: string;
    readonly restart: string;
  };
}

export const mailboxInEnglish: MailboxWords = {
  code: {
    title: 'Check your mail',
    sentence: 'If # has an account, six digits are on their way. They are good for ten minutes.',
    code: 'Code',
    missing: 'Enter the six digits.',
    wrong: 'That is not the code that was sent last.',
    over: 'This code is good no more. Ask for a new one.',
    again: 'Send a new code',
  },
  link: {
    title: 'Check your mail',
    sentence: 'If # has an account, a link is on its way. It is good for ten minutes.',
    hint: 'Open it in this browser to go on here.',
    again: 'Send a new link',
  },
  confirm: {
    title: 'Sign in with this link?',
    sentence: 'It signs # in. Each link works once.',
    go: 'Sign in',
  },
  over: {
    title: 'This link works no more',
    sentence: 'It was used before, replaced by a newer one, or is older than ten minutes.',
    restart: 'Start again',
  },
};
