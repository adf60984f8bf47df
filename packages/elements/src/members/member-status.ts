import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { circleCheckIcon, circlePauseIcon, clockIcon } from '../theme/icons.js';

const looks: Record<string, readonly [tint: string, icon: TemplateResult]> = {
  active: ['success', circleCheckIcon],
  pending: ['info', clockIcon],
  suspended: ['warning', circlePauseIcon],
};

/** How a membership stands, as a chip with an icon and a word; an unknown word stands as it came. */
export function statusChip(status: string, words: Words<'members'>): TemplateResult {
  const [tint, icon] = (Object.hasOwn(looks, status) && looks[status]) || ['', nothing];
  const statuses: Record<string, string> = words.members.statuses;
  const name = (Object.hasOwn(statuses, status) && statuses[status]) || status;
  return html`<span class="chip ${tint}">${icon}<bdi class="truncated">${name}</bdi></span>`;
}
