import { createLoginClient } from '@tesserakit/client/login';
import { followedFirst } from '@tesserakit/login/followed-link.js';
import { languageAmong, loginWordsIn } from '@tesserakit/login/language.js';
import '@tesserakit/login/sign-in.js';
import { StepHistory } from '@tesserakit/login/step-history.js';
import { render } from 'lit';
import 'virtual:tessera-theme.css';
import { footer } from './footer.ts';
import './login.css';

const parameters = new URLSearchParams(location.search);
const signIn = document.querySelector('tessera-sign-in')!;
// A page that a mail leads to is about a sign-in that has its first step behind it.
const isLink = location.pathname === '/login/link';
if (isLink) signIn.querySelector('[data-early]')?.toggleAttribute('hidden', true);
const foot = document.querySelector<HTMLElement>('.foot')!;
const past = new StepHistory(() => signIn.restart());

signIn.addEventListener('tessera-sign-in-step-changed', ({ step, title }) => {
  document.title = title;
  past.reached(step);
});
signIn.addEventListener('tessera-sign-in-ended', ({ redirectTo }) => past.leaveFor(redirectTo));
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) signIn.reload();
});

/** Speaks a language from now on. */
async function speak(language: string): Promise<void> {
  const words = await loginWordsIn(language);
  document.documentElement.lang = words.language;
  document.documentElement.dir = words.direction;
  signIn.words = words;
  render(
    footer(words, (chosen) => void speak(chosen)),
    foot,
  );
}

/** The secret of a link goes from the address as soon as it is known where it leads. */
function forget(transactionId: string): void {
  const address = `/login/?${new URLSearchParams({ tx: transactionId })}`;
  history.replaceState(history.state, '', address);
}

// Not awaited by the module itself: a language's chunk imports from this one, and would wait for it.
async function begin(): Promise<void> {
  await speak(languageAmong(parameters.get('ui_locales')?.split(' ') ?? navigator.languages));
  signIn.transactionId = parameters.get('tx') ?? undefined;
  const client = createLoginClient({ baseUrl: location.origin });
  const secret = location.hash.slice(1);
  signIn.client = isLink && secret ? followedFirst(client, secret, forget) : client;
}

void begin();
