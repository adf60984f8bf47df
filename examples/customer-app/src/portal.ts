import type { Sessions } from '@tesserakit/client/oidc';
import '@tesserakit/elements/org-portal.js';
import type { ApplicationChoice } from './configuration.ts';
import { make } from './dom.ts';
import { addressOf, portalBase, readPlace } from './place.ts';
import { provide, signOutButton } from './provider.ts';

/** Where people look after their organization: one element, with paths of its own. */
export function showPortal(
  sessions: Sessions,
  issuer: string,
  application: ApplicationChoice,
  organizationId: string | undefined,
): void {
  const provider = provide(sessions, issuer, organizationId);
  const { actingFor } = readPlace();
  if (organizationId && actingFor) {
    provider.organizationId = actingFor;
    provider.actingFrom = organizationId;
  }

  // The organization stands in the address beside the path, so that each tab keeps its own.
  const inView = () => {
    const { organizationId, actingFrom } = provider;
    return actingFrom
      ? { organizationId: actingFrom, actingFor: organizationId }
      : { organizationId, actingFor: undefined };
  };
  const address = () => addressOf({ ...readPlace(), ...inView() });
  const isThere = () => address() === addressOf(readPlace());

  const back = make('a', { className: 'back', textContent: application.name });
  const show = () => {
    back.href = addressOf({ app: application.key, organizationId: inView().organizationId });
  };
  show();
  provider.addEventListener('tessera-organization-switched', () => {
    // Going back or forward has brought the address along already.
    if (!isThere()) history.pushState(null, '', address());
    show();
  });
  addEventListener('popstate', () => {
    if (isThere()) return;
    const { organizationId: former, actingFor: managed } = readPlace();
    const go = async () => {
      if (former && former !== inView().organizationId) await provider.switchTo(former);
      if (managed) await provider.actFor(managed);
      else if (former) await provider.switchTo(former);
    };
    go().catch(() => history.replaceState(null, '', address()));
  });

  const portal = document.createElement('tessera-org-portal');
  portal.base = portalBase;
  const header = make(
    'header',
    { className: 'wide' },
    back,
    make('span', { className: 'gap' }),
    signOutButton(sessions),
  );
  provider.append(header, make('main', {}, portal));
  document.body.replaceChildren(provider);
}
