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
  let latest: object | undefined;
  addEventListener('popstate', () => {
    const step = (latest = {});
    const { organizationId: own, actingFor: managed } = readPlace();
    // Also where that is in view already: what a former step still asks for is given up then.
    const go = async () => {
      if (managed) await provider.actFor(managed, own);
      else if (own) await provider.switchTo(own);
    };
    go().catch(() => {
      // Of several steps in a row only the last one stands in the address.
      if (step === latest) history.replaceState(null, '', address());
    });
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
