import { html, nothing } from 'lit';
import '../roles/role-editor.js';
import { addStyles } from '../theme/add-styles.js';
import { partly } from '../theme/notice.js';
import { screenWords } from './screen-words.js';
import { pathOf } from './sections.js';
import { applicationsOn } from './applications-in-view.js';
import { link } from './portal-link.js';
import type { PortalScreen, PortalStage } from './portal-stage.js';
import { styles } from './tabs.styles.js';

/** The roles of organizations, and those of each application. */
export function begin(stage: PortalStage): PortalScreen {
  addStyles(stage.host, [styles]);
  const screens = screenWords(stage);
  const applications = applicationsOn(stage, () => stage.isShown('roles'));
  return {
    render() {
      const { can, detail } = stage;
      const words = screens();
      const { portalScreens: own } = words;
      const items = applications.value?.items ?? [];
      // Where organizations have no roles, those of the first application stand there.
      const first = can.organizationRoles?.list ? undefined : items[0]?.applicationId;
      const applicationId = detail[0] ?? first;
      const tab = (id: string | undefined, name: string) =>
        link(
          stage,
          id === undefined ? pathOf('roles') : pathOf('roles', id),
          html`<bdi class="truncated">${name}</bdi>`,
          'tab',
          id === applicationId ? 'page' : 'false',
        );
      return html`${partly(words, [applications])}
        ${
          items.length > 0
            ? html`<nav class="tabs" aria-label=${own.roleChoice}>
                ${can.organizationRoles?.list ? tab(undefined, own.organizationRoles) : nothing}
                ${items.map(({ applicationId: id, name }) => tab(id, name))}
              </nav>`
            : nothing
        } <tessera-role-editor .applicationId=${applicationId}></tessera-role-editor>`;
    },
  };
}
