import type { Mail } from '../mailbox.ts';
import { escaped, page } from '../page.ts';

const moments = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'long',
  timeZone: 'UTC',
});

/** A plain page with mails in their order. What people wrote in them stays text. */
export function mailboxPage(mails: readonly Mail[]): Response {
  const list = mails.map(article).join('\n');
  return page('Mailbox', list || '<p>No mail was sent.</p>');
}

function article({ at, to, subject, text, link }: Mail): string {
  const moment = new Date(at);
  return `<article>
      <h2>${escaped(subject)}</h2>
      <p>To ${escaped(to)}, <time datetime="${moment.toISOString()}">${moments.format(moment)}</time></p>
      <pre>${escaped(text)}</pre>
      ${isWebAddress(link) ? `<p><a href="${escaped(link)}">Open the link</a></p>` : ''}
    </article>`;
}

function isWebAddress(link: string | undefined): link is string {
  return link !== undefined && /^https?:$/.test(URL.parse(link)?.protocol ?? '');
}
