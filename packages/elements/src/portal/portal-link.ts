import { html, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import type { PortalStage } from './portal-stage.js';
import { pathOf } from './sections.js';

/** A link to another screen; the portal goes there itself. */
export function link(
  { router }: Pick<PortalStage, 'router'>,
  path: string,
  content: unknown,
  look = '',
  current: 'page' | 'false' = 'false',
): TemplateResult {
  return html`<a class=${look} href=${router.href(path)} data-path=${path} aria-current=${current}
    >${content}</a
  >`;
}

/** The way on from where nothing is. */
export const toOverview = (stage: Pick<PortalStage, 'router'>, words: Words<'portal'>) =>
  link(stage, pathOf('overview'), words.portal.toOverview, 'button');
