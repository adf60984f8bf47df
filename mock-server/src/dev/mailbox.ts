import { canonicalEmail } from '@tesserakit/domain';
import * as v from 'valibot';
import type { ServerApplication } from '../application.ts';
import { parsed } from '../handlers/operations.ts';
import { mailPurposes } from '../mailbox.ts';
import type { World } from '../world.ts';
import { mailboxPage } from './mailbox-page.ts';

const query = v.strictObject({
  to: v.optional(v.string()),
  purpose: v.optional(v.picklist(mailPurposes, `There are: ${mailPurposes.join(', ')}.`)),
});

/**
 * `GET /dev/mailbox` is a page with the mail that would have been sent, newest first.
 * `GET /dev/mailbox.json` answers it as a list in the same order; with `?to=`, what went to that
 * address, and with `?purpose=`, what was for that. `DELETE` empties it.
 */
export function mountMailbox(server: ServerApplication, { mailbox }: World): void {
  const newestFirst = () => [...mailbox].reverse();
  server.get('/dev/mailbox', () => mailboxPage(newestFirst()));
  server.get('/dev/mailbox.json', ({ req }) => {
    const { to, purpose } = parsed(query, req.query());
    const asked = newestFirst().filter(
      (mail) =>
        (to === undefined || canonicalEmail(mail.to) === canonicalEmail(to)) &&
        (purpose === undefined || mail.purpose === purpose),
    );
    return Response.json(asked.map((mail) => ({ ...mail, at: new Date(mail.at).toISOString() })));
  });
  server.delete('/dev/mailbox.json', () => {
    mailbox.length = 0;
    return Response.json([]);
  });
}
