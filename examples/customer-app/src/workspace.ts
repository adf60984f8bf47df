import type { Sessions } from '@tesserakit/client/oidc';
import '@tesserakit/elements/member-table.js';
import '@tesserakit/elements/org-switcher.js';
import type { ApplicationChoice } from './configuration.ts';
import { make } from './dom.ts';
import { addressOf, readPlace } from './place.ts';
import { provide, signOutButton } from './provider.ts';

/** What a person sees who is signed in: who they are, for whom, and who else is there. */
export function showWorkspace(
  sessions: Sessions,
  issuer: string,
  application: ApplicationChoice,
  organizationId: string | undefined,
): void {
  const provider = provide(sessions, issuer, organizationId);

  const identity = make('section', { className: 'identity' });
  const switcher = document.createElement('tessera-org-switcher');
  const show = (id: string | undefined) => {
    const portal = { path: '', parameters: '' };
    switcher.manageHref = addressOf({ app: application.key, organizationId: id, portal });
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
    header(sessions, application, organizationId ? switcher : undefined),
    workspace(identity, organizationId),
  );
  document.body.replaceChildren(provider);
}

function header(
  sessions: Sessions,
  application: ApplicationChoice,
  switcher: HTMLElement | undefined,
): HTMLElement {
  return make(
    'header',
    {},
    make('strong', { className: 'brand', textContent: application.name }),
    ...(switcher ? [switcher] : []),
    make('span', { className: 'gap' }),
    signOutButton(sessions),
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
