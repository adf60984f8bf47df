import type { ListedProvider } from '../identity-providers.ts';
import { escaped, page } from '../page.ts';

/**
 * The page on which somebody says who they are at a provider. There is nothing to prove: it is a
 * mock.
 *
 * @param sent goes along with the choice, in fields that nobody sees
 */
export function peoplePage(
  { issuer, people = [] }: ListedProvider,
  action: string,
  sent: Readonly<Record<string, string>>,
): Response {
  const fields = Object.entries(sent).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const choices = people.map(
    ({ subject, says }) => `<article>
        <h2><bdi>${escaped(textOf(says['name'] ?? says['displayName']) ?? subject)}</bdi></h2>
        <p><bdi>${escaped(textOf(says['email'] ?? says['mail']) ?? 'No address')}</bdi></p>
        <button name="subject" value="${escaped(subject)}">Sign in as ${escaped(subject)}</button>
      </article>`,
  );
  return page(
    'Identity provider',
    `<p>This stands for <code>${escaped(issuer)}</code>. Nothing here is real: choose who you are.</p>
    <form method="post" action="${escaped(action)}">
      ${fields.join('\n      ')}
      ${choices.join('\n      ') || '<p>Nobody can sign in here.</p>'}
      <p><button name="subject" value="">Go back without signing in</button></p>
    </form>`,
  );
}

/** What cannot be answered, for the person who reads it. */
export function providerProblem(why: string): Response {
  return page('Identity provider', `<p>${escaped(why)}</p>`, 400);
}

function textOf(said: unknown): string | undefined {
  return typeof said === 'string' && said !== '' ? said : undefined;
}
