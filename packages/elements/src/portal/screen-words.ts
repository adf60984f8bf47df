import type { Words } from '../text/catalogue.js';
import { portalScreenWords } from '../text/portal-screens.js';
import { TextController } from '../text/text-controller.js';
import type { PortalStage } from './portal-stage.js';

/** The sentences of the screens, in the language around the portal. */
export function screenWords({ host }: Pick<PortalStage, 'host'>): () => Words<'portalScreens'> {
  const text = new TextController(host, { portalScreens: portalScreenWords });
  return () => text.words;
}
