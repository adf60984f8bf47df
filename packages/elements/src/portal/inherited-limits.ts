import { html, nothing } from 'lit';
import type { Words } from '../text/catalogue.js';
import { isolated } from '../text/open-words.js';
import type { Section } from './sections.js';
import { applicationsOn } from './applications-in-view.js';
import { share2Icon } from '../theme/icons.js';
import type { PortalStage } from './portal-stage.js';

const concerned: readonly Section[] = ['members', 'invitations', 'roles', 'access', 'applications'];

/** What a managed organization has from the one above, on every screen that it is about. */
export class InheritedLimits {
  readonly #stage: PortalStage;
  readonly #words: () => Words<'portalScreens'>;
  readonly #applications;

  constructor(stage: PortalStage, words: () => Words<'portalScreens'>) {
    this.#stage = stage;
    this.#words = words;
    this.#applications = applicationsOn(stage, () => this.#isConcerned);
  }

  get #isConcerned(): boolean {
    return concerned.some((section) => this.#stage.isShown(section));
  }

  render() {
    const { portalScreens: own } = this.#words();
    const { managedBy } = this.#stage.organization;
    const { value } = this.#applications;
    if (!managedBy || !value || !this.#isConcerned) return nothing;
    const given = value.items.filter(({ onboarding }) => onboarding.fromParent);
    const parent = isolated(managedBy.name);
    return html`<div class="note limits" part="limits">
      ${share2Icon}
      <div>
        <bdi>${given.length > 0 ? own.givenBy(parent) : own.givenNothing(parent)}</bdi>
        <ul>
          ${given.map(
            ({ name, onboarding: { roleGroups } }) =>
              html`<li>
                <strong><bdi>${name}</bdi></strong>
                ${
                  roleGroups.length > 0
                    ? roleGroups.map(
                        (group) =>
                          html`<span class="chip"
                            ><bdi class="truncated">${group.name}</bdi></span
                          > `,
                      )
                    : html`<span>${own.noGroups}</span>`
                }
              </li>`,
          )}
        </ul>
      </div>
    </div>`;
  }
}
