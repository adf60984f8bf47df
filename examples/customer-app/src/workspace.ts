import type { Sessions } from '@tesserakit/client/oidc';
import { createClient } from '@tesserakit/client';
import '@tesserakit/elements/member-table.js';
import '@tesserakit/elements/org-switcher.js';
import '@tesserakit/elements/provider.js';
import type { ApplicationChoice } from './configuration.ts';
import { make } from './dom.ts';
import { addressOf, readPlace } from './place.ts';
import { signedIn } from './signed-in.ts';

/** What a person sees who is signed in: who they are, for whom, and who else is there. */
export function showWorkspace(
  sessions: Sessions,
  issuer: string,
  application: ApplicationChoice,
  organizationId: string | undefined,
): void {
  const client = createClient({
    baseUrl: `${issuer}/api/v1`,
    getToken: (scope) => sessions.getToken(scope),
    identity: () => `${issuer}|${sessions.claims(organizationId)?.sub ?? ''}`,
  });
  const provider = document.createElement('tessera-provider');
  provider.client = client;
  provider.organizationId = organizationId;

  const identity = make('section', { className: 'identity' });
  const show = (id: string | undefined) => {
    identity.replaceChildren(...identityLines(sessions, id, application));
    document.title = `${application.name} · ${sessions.claims(id)?.org_name ?? 'You'}`;
  };
  show(organizationId);

  provider.addEventListener('tessera-organization-switched', (event) => {
    // Going back or forward has brought the address along already.
    const arrived = readPlace().organizationId === event.organizationId;
    if (!arrived)
      history.pushState(
        null,
        '',
        addressOf({ app: application.key, organizationId: event.organizationId }),
      );
    show(event.organizationId);
  });
  addEventListener('popstate', () => {
    const { organizationId: former } = readPlace();
    if (!former || former === provider.organizationId) return;
    provider.switchTo(former).catch(() => {
      const { organizationId: present } = provider;
      history.replaceState(null, '', addressOf({ app: application.key, organizationId: present }));
    });
  });

  provider.append(
    header(sessions, application, organizationId),
    workspace(identity, organizationId),
  );
  document.body.replaceChildren(provider);
}

function header(
  sessions: Sessions,
  application: ApplicationChoice,
  organizationId: string | undefined,
): HTMLElement {
  const signOut = make('button', { className: 'quiet', textContent: 'Sign out' });
  signOut.addEventListener('click', () => {
    signOut.disabled = true;
    signedIn.forget();
    void sessions.signOut();
  });
  return make(
    'header',
    {},
    make('strong', { className: 'brand', textContent: application.name }),
    ...(organizationId ? [document.createElement('tessera-org-switcher')] : []),
    make('span', { className: 'gap' }),
    signOut,
  );
}

function workspace(identity: HTMLElement, organizationId: string | undefined): HTMLElement {
  const main = make('main', { className: 'workspace' }, identity);
  if (!organizationId) return main;
  main.append(
    make('h2', { textContent: 'Members' }),
    document.createElement('tessera-member-table'),
  );
  return main;
}

function identityLines(
  sessions: Sessions,
  organizationId: string | undefined,
  application: ApplicationChoice,
): HTMLElement[] {
  const claims = sessions.claims(organizationId);
  const roles = claims?.roles?.join(', ');
  const acting = claims?.org_name
    ? `Acting for ${claims.org_name}${roles ? ` as ${roles}` : ''}`
    : `Acting for yourself in ${application.name}`;
  return [
    make('h1', { textContent: `Hello, ${claims?.name ?? claims?.email ?? 'you'}` }),
    make('p', { className: 'muted', textContent: `${claims?.email ?? ''} · ${acting}` }),
  ];
}
