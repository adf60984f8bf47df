import type { Sessions } from '@tesserakit/client/oidc';
import { createClient } from '@tesserakit/client';
import '@tesserakit/elements/provider.js';
import { make } from './dom.ts';
import { signedIn } from './signed-in.ts';

/** A provider over the directory, for the person who is signed in to this tab. */
export function provide(sessions: Sessions, issuer: string, organizationId: string | undefined) {
  const provider = document.createElement('tessera-provider');
  provider.client = createClient({
    baseUrl: `${issuer}/api/v1`,
    getToken: (scope) => sessions.getToken(scope),
    identity: () => `${issuer}|${sessions.claims(organizationId)?.sub ?? ''}`,
  });
  provider.organizationId = organizationId;
  return provider;
}

export function signOutButton(sessions: Sessions): HTMLButtonElement {
  const signOut = make('button', { className: 'quiet', textContent: 'Sign out' });
  signOut.addEventListener('click', () => {
    signOut.disabled = true;
    signedIn.forget();
    void sessions.signOut();
  });
  return signOut;
}
