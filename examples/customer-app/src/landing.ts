import type { ApplicationChoice } from './configuration.ts';
import { make } from './dom.ts';
import { addressOf } from './place.ts';

/** What a person sees before they sign in. */
export function showLanding(
  application: ApplicationChoice,
  applications: readonly ApplicationChoice[],
  signIn: () => Promise<void>,
  message: string | undefined,
): void {
  const button = make('button', { className: 'primary', textContent: 'Sign in' });
  const status = make('p', { className: 'message', textContent: message ?? '' });
  status.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    button.disabled = true;
    signIn().catch(() => {
      button.disabled = false;
      status.textContent = 'The sign-in server cannot be reached. Try again in a moment.';
    });
  });
  document.title = application.name;
  document.body.replaceChildren(
    make(
      'main',
      { className: 'landing' },
      make('h1', { textContent: application.name }),
      make('p', { className: 'muted', textContent: application.purpose }),
      button,
      status,
      otherApplications(application, applications),
    ),
  );
}

function otherApplications(
  present: ApplicationChoice,
  applications: readonly ApplicationChoice[],
): HTMLElement {
  const links = applications.map(({ key, name }) => {
    const link = make('a', {
      href: addressOf({ app: key, organizationId: undefined }),
      textContent: name,
    });
    if (key === present.key) link.setAttribute('aria-current', 'page');
    return link;
  });
  const navigation = make('nav', { className: 'applications' }, ...links);
  navigation.setAttribute('aria-label', 'Applications');
  return navigation;
}
