import type { TestContext } from 'node:test';
import { InMemoryWebStorage } from 'oidc-client-ts';
import { createSessions, type Sessions, type SignedIn, type SignInRequest } from '../sessions.ts';
import { clientId, issuer, Provider, redirectUri } from './provider.ts';

/** A tab of the browser with the application in it. */
export interface Tab {
  readonly sessions: Sessions;
  readonly provider: Provider;
  readonly storage: Storage;
  /** Addresses that the page was left for. */
  readonly visited: string[];
  /** How often the tab was told that the person signed out elsewhere. */
  readonly told: () => number;
  /** Signs in to the end; the person chooses `chosen` where the request leaves it open. */
  signIn(request?: SignInRequest, chosen?: string): Promise<SignedIn>;
}

/** Opens a tab that is closed with the test. */
export function openTab(t: TestContext, provider = new Provider(), issuerOf = issuer): Tab {
  const storage: Storage = new InMemoryWebStorage();
  const visited: string[] = [];
  let told = 0;
  const sessions = createSessions({
    issuer: issuerOf,
    clientId,
    redirectUri,
    postLogoutRedirectUri: 'https://app.example/',
    fetch: provider.fetch,
    storage,
    clock: () => provider.now,
    navigate: (url) => visited.push(url),
    onSignedOut: () => told++,
  });
  t.after(() => sessions.close());
  return {
    sessions,
    provider,
    storage,
    visited,
    told: () => told,
    signIn: async (request, chosen) => {
      await sessions.signIn(request);
      return sessions.completeSignIn(provider.authorize(visited.at(-1) ?? '', chosen));
    },
  };
}
