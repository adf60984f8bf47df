import type { LoginCatalogue } from './catalogue.js';
import { mailboxInArabic } from './mailbox.ar.js';
import { mailboxInEnglish, type MailboxWords } from './mailbox.js';

/** The words about what is mailed; loaded with their steps, not with the first one. */
export function mailboxWords({ language }: LoginCatalogue): MailboxWords {
  return language === 'ar' ? mailboxInArabic : mailboxInEnglish;
}
