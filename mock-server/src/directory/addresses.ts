import { acceptedEmail } from '@tesserakit/domain';
import { Refusal } from '../refusal.ts';

/** An address as it is kept; what is none is refused with `validation_failed`. */
export function addressOf(text: string): string {
  const email = acceptedEmail(text);
  if (email !== undefined) return email;
  throw new Refusal('validation_failed', [
    { field: 'email', message: 'This is no email address.' },
  ]);
}
