import { acceptedEmail } from '@tesserakit/domain';
import * as v from 'valibot';

/** An address that mail can be sent to, as {@link acceptedEmail} takes it. */
export const email = v.pipe(
  v.string(),
  v.maxLength(320),
  v.check((address) => acceptedEmail(address) !== undefined, 'This is no email address.'),
);
