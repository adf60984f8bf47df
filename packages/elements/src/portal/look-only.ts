import type { Action } from '@tesserakit/domain';
import { html, nothing } from 'lit';
import type { Words } from '../text/catalogue.js';
import { reasonFor } from '../text/open-words.js';
import { lockIcon } from '../theme/icons.js';
import type { PortalStage } from './portal-stage.js';

/** Says above what can be looked at why it cannot be changed. */
export function lookOnly(
  { organization }: PortalStage,
  words: Words<'portalScreens'>,
  action: Action,
) {
  const verdict = organization.actions[action];
  if (verdict === true || verdict === undefined) return nothing;
  return html`<p class="note">
    ${lockIcon} <span>${words.portalScreens.lookOnly} ${reasonFor(words, verdict)}</span>
  </p>`;
}
