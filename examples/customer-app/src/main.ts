import { createSessions, SignInError } from '@tesserakit/client/oidc';
import { readConfiguration } from './configuration.ts';
import { showLanding } from './landing.ts';
import { addressOf, readPlace, type Place } from './place.ts';
import { signedIn } from './signed-in.ts';
import { showWorkspace } from './workspace.ts';

const { issuer, applications } = await readConfiguration();
const callback = location.pathname === '/callback';
const app = callback ? sessionStorage.getItem('example.app') : readPlace().app;
const application = applications.find(({ key }) => key === app) ?? applications[0];
if (!application) throw new Error('The server names no application.');

const sessions = createSessions({
  issuer,
  clientId: application.clientId,
  redirectUri: `${location.origin}/callback`,
  postLogoutRedirectUri: `${location.origin}/`,
  onSignedOut: () => {
    signedIn.forget();
    location.replace(addressOf({ app: application.key, organizationId: undefined }));
  },
});

// A page that the browser kept while it was away may show what has ended in the meantime.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

if (callback) await finish();
else if (signedIn.subject) await begin({ prompt: 'none' });
else landing();

function landing(message?: string): void {
  const present = addressOf({ ...readPlace(), app: application!.key });
  if (callback)
    history.replaceState(null, '', addressOf({ app: application!.key, organizationId: undefined }));
  else history.replaceState(null, '', present);
  showLanding(application!, applications, () => begin({}), message);
}

async function begin(options: { prompt?: string }): Promise<void> {
  const { organizationId } = readPlace();
  sessionStorage.setItem('example.app', application!.key);
  await sessions.signIn({
    ...options,
    organizationId,
    returnTo: addressOf({ ...readPlace(), app: application!.key }),
  });
}

async function finish(): Promise<void> {
  try {
    const { organizationId, claims, returnTo } = await sessions.completeSignIn(location.href);
    const former = signedIn.subject;
    signedIn.forget();
    if (former !== undefined && former !== claims.sub) {
      sessions.close();
      return landing('Somebody else signed in to this browser in the meantime. Sign in to go on.');
    }
    signedIn.remember(claims.sub);
    const place: Place = { ...readPlace(returnTo ?? '/'), app: application!.key, organizationId };
    history.replaceState(null, '', addressOf(place));
    // Most people never look after an organization: the portal is loaded when somebody goes there.
    if (place.portal) {
      const { showPortal } = await import('./portal.ts');
      showPortal(sessions, issuer, application!, organizationId);
    } else showWorkspace(sessions, issuer, application!, organizationId);
  } catch (error) {
    signedIn.forget();
    landing(wordsFor(error));
  }
}

function wordsFor(error: unknown): string {
  const name = error instanceof SignInError ? error.error : 'failed';
  if (name === 'access_denied') return 'You came back without signing in.';
  if (name === 'login_required' || name === 'interaction_required')
    return 'Sign in again to go on.';
  return 'The sign-in could not be completed. Nothing was kept; try again.';
}
