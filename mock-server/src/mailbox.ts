/** What mails are for. */
export const mailPurposes = [
  'invitation',
  'domain-proof',
  'password-reset',
  'sign-in-code',
  'sign-in-link',
] as const;

/** A mail that the server would have sent. */
export interface Mail {
  readonly mailId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** What the mail is for, so that a test finds it. */
  readonly purpose: (typeof mailPurposes)[number];
  /** The address that the mail asks the person to open. */
  readonly link?: string;
  /** The code that the mail is to bring. */
  readonly code?: string;
}
