import { html, nothing, type TemplateResult } from 'lit';
import { reasonFor } from '../text/open-words.js';
import { lockIcon } from '../theme/icons.js';
import { notice } from '../theme/notice.js';
import { sectionIcons } from './section-icons.js';
import { pathOf, sections, type Section } from './sections.js';
import { link, toOverview } from './portal-link.js';
import type { PortalScreen, PortalStage } from './portal-stage.js';

/** The links to the screens that a person finds. */
export function navigation(
  stage: PortalStage,
  current: Section | undefined,
  isOpen: boolean,
): TemplateResult {
  const { portal } = stage.words;
  const found = sections.filter((section) => stage.isOpen(section));
  return html`<nav
    id="navigation"
    part="navigation"
    class=${isOpen ? 'open' : ''}
    aria-label=${portal.navigation}
  >
    <ul>
      ${found.map(
        (section) =>
          html`<li>
            ${link(
              stage,
              pathOf(section),
              html`${sectionIcons[section]} <span>${portal.sections[section]}</span>`,
              'to',
              section === current ? 'page' : 'false',
            )}
          </li>`,
      )}
    </ul>
    <slot name="navigation"></slot>
  </nav>`;
}

/** The title of a screen, the way back from what is below it, and its one obvious next thing to do. */
export function titleLine(
  stage: PortalStage,
  title: string,
  section?: Section,
  screen?: PortalScreen,
): TemplateResult {
  const isBelow = section && stage.detail.length > 0 && screen?.title?.() !== undefined;
  return html`<header class="title" part="header">
    ${
      isBelow
        ? html`<div class="trail">
            ${link(stage, pathOf(section), stage.words.portal.sections[section])}
          </div>`
        : nothing
    }
    <h1 id="title" tabindex="-1"><bdi>${title}</bdi></h1>
    <div class="action">${screen?.action?.() ?? nothing}</div>
  </header>`;
}

/** What stands in place of a screen: its title is that of the notice. */
export function instead(
  icon: TemplateResult,
  title: string,
  sentence: string,
  button?: TemplateResult,
): TemplateResult {
  return html`<h1 id="title" class="hidden" tabindex="-1">${title}</h1>
    <div class="block">${notice({ icon, title, sentence, action: button && { button } })}</div>`;
}

/** What stands in place of a screen that the backend does not have, or the person may not see. */
export function closed(stage: PortalStage, section: Section, standing: string): TemplateResult {
  const { words } = stage;
  const { portal } = words;
  const name = portal.sections[section];
  const reason = reasonFor(words, standing);
  const way = toOverview(stage, words);
  return standing === 'unsupported'
    ? instead(sectionIcons[section], portal.absent(name), reason, way)
    : instead(lockIcon, portal.closed(name), `${reason} ${portal.closedHint}`, way);
}

/** The shape of a screen that is on its way. */
export function skeleton(loading: string): TemplateResult {
  return html`<div class="block skeleton waiting">
    <span class="hidden" role="status">${loading}</span>
    ${[1, 2, 3, 4, 5].map(() => html`<i></i>`)}
  </div>`;
}
