import { html, nothing } from 'lit';
import '../applications/application-list.js';
import { addStyles } from '../theme/add-styles.js';
import { isolated } from '../text/open-words.js';
import { chevronRightIcon } from '../theme/icons.js';
import { styles as panelStyles } from './panel-rows.styles.js';
import { screenWords } from './screen-words.js';
import { pathOf } from './sections.js';
import { applicationsOn } from './applications-in-view.js';
import { link } from './portal-link.js';
import type { PortalScreen, PortalStage } from './portal-stage.js';
import { WhoMayEnter } from './who-may-enter.js';
import { styles } from './who-may-enter.styles.js';

/** The applications, and who may enter each of them, and why. */
export function begin(stage: PortalStage): PortalScreen {
  addStyles(stage.host, [panelStyles, styles]);
  const words = screenWords(stage);
  const isShown = () => stage.isShown('applications');
  const applications = applicationsOn(stage, isShown);
  const doors = new WhoMayEnter(stage, words, isShown);
  const nameOf = (id: string | undefined) =>
    applications.value?.items.find(({ applicationId }) => applicationId === id)?.name;
  const offered = () => {
    const items = applications.value?.items ?? [];
    const { portalScreens: own } = words();
    if (!stage.can.access?.explain || items.length === 0) return nothing;
    return html`<section class="block" aria-labelledby="doors">
      <h2 id="doors">${own.whyTitle}</h2>
      <p class="muted">${own.whyHint}</p>
      <ul class="rows">
        ${items.map(
          ({ applicationId, name }) =>
            html`<li>
              ${link(
                stage,
                pathOf('applications', applicationId),
                html`<bdi class="truncated">${own.whyFor(isolated(name))}</bdi>
                  ${chevronRightIcon}`,
              )}
            </li>`,
        )}
      </ul>
    </section>`;
  };
  return {
    title() {
      const [applicationId] = stage.detail;
      if (applicationId === undefined) return undefined;
      return words().portalScreens.whyFor(isolated(nameOf(applicationId) ?? '…'));
    },
    render() {
      if (stage.detail.length > 0) return html`${doors.render()}`;
      return html`<tessera-application-list></tessera-application-list> ${offered()}`;
    },
  };
}
