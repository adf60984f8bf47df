import type { Application } from '@tesserakit/contract';
import { html, nothing } from 'lit';
import { addStyles } from '../theme/add-styles.js';
import { isolated } from '../text/open-words.js';
import { portalOverviewWords } from '../text/portal-overview.js';
import { TextController } from '../text/text-controller.js';
import { avatar } from '../theme/avatar.js';
import { chevronRightIcon, circleCheckIcon } from '../theme/icons.js';
import { partly } from '../theme/notice.js';
import { concernsOf, type Concern } from './overview-attention.js';
import { OverviewFacts, type Count } from './overview-facts.js';
import { styles } from './overview.styles.js';
import { styles as panelStyles } from './panel-rows.styles.js';
import { pathOf, type Section } from './sections.js';
import { link } from './portal-link.js';
import type { PortalScreen, PortalStage } from './portal-stage.js';

export function begin(stage: PortalStage): PortalScreen {
  return new Overview(stage);
}

/** How the organization stands, and what wants attention; for plain members, what they may use. */
class Overview implements PortalScreen {
  readonly #stage: PortalStage;
  readonly #text;
  readonly #facts: OverviewFacts;
  #launcher: 'absent' | 'coming' | 'there' = 'absent';

  constructor(stage: PortalStage) {
    this.#stage = stage;
    addStyles(stage.host, [panelStyles, styles]);
    this.#text = new TextController(stage.host, { portalOverview: portalOverviewWords });
    this.#facts = new OverviewFacts(stage);
  }

  render() {
    const { words } = this.#text;
    const isPlain = !this.#stage.isOpen('members');
    return html`${partly(words, this.#facts.all)}
    ${isPlain ? this.#own() : html`${this.#counts()} ${this.#attention()} ${this.#applications()}`}`;
  }

  #counts() {
    const { portalOverview: own } = this.#text.words;
    const { members, pending, organizations, applicationCount } = this.#facts;
    return html`<ul class="counts" aria-label=${own.counts}>
      ${this.#card('members', own.members, members)}
      ${this.#card('invitations', own.pending, pending)}
      ${this.#card('applications', own.applications, applicationCount)}
      ${this.#card('organizations', own.organizations, organizations)}
    </ul>`;
  }

  #card(section: Section, label: string, { value, isComing }: Count) {
    const { language, portalOverview: own } = this.#text.words;
    if (!this.#stage.isOpen(section)) return nothing;
    const number =
      typeof value === 'number'
        ? new Intl.NumberFormat(language).format(value)
        : isComing
          ? html`<i aria-hidden="true"></i>`
          : html`<span aria-hidden="true">–</span><span class="hidden">${own.unknown}</span>`;
    return html`<li>
      ${link(this.#stage, pathOf(section), html`<span>${label}</span> <strong>${number}</strong>`, 'card')}
    </li>`;
  }

  #attention() {
    const { words } = this.#text;
    const { portalOverview: own } = words;
    const concerns = concernsOf(this.#stage, this.#facts, words);
    const { isKnown, isComing } = this.#facts;
    // What could not be loaded is said above.
    if (concerns.length === 0 && !isKnown && !isComing) return nothing;
    return html`<section class="block" aria-labelledby="attention">
      <h2 id="attention">${own.attention}</h2>
      <ul class="rows">
        ${concerns.map((concern) => this.#concern(concern))}
      </ul>
      ${
        concerns.length > 0 || !isKnown
          ? nothing
          : html`<div class="calm">
              ${circleCheckIcon}
              <p>${own.nothing}<span class="muted">${own.nothingHint}</span></p>
            </div>`
      }
    </section>`;
  }

  #concern({ icon, tone, sentence, path }: Concern) {
    return html`<li class=${tone}>
      ${link(this.#stage, path, html`${icon} <span>${sentence}</span> ${chevronRightIcon}`)}
    </li>`;
  }

  #applications() {
    const { portalOverview: own } = this.#text.words;
    const { applications } = this.#facts;
    if (!applications?.length) return nothing;
    return html`<section class="block" aria-labelledby="shares">
      <h2 id="shares">${own.applications}</h2>
      <ul class="rows">
        ${applications.map((application) => this.#share(application))}
      </ul>
    </section>`;
  }

  #share({ applicationId, name, logoUrl, onboarding: { seats, fromParent } }: Application) {
    const { portalOverview: own } = this.#text.words;
    const parent = this.#stage.organization.managedBy?.name;
    const limit = seats?.limit ?? undefined;
    return html`<li>
      ${link(
        this.#stage,
        pathOf('applications'),
        html`${avatar({ id: applicationId, name, picture: logoUrl }, 'square')}
          <span class="grow">
            <bdi class="truncated">${name}</bdi>
            ${
              fromParent && parent
                ? html`<span class="chip"
                    ><bdi class="truncated">${own.from(isolated(parent))}</bdi></span
                  >`
                : nothing
            }
          </span>
          ${
            seats && limit !== undefined
              ? html`<span class="seats">
                  <progress
                    class=${seats.used < limit ? '' : 'full'}
                    max=${Math.max(limit, 1)}
                    value=${seats.used}
                    aria-hidden="true"
                  ></progress>
                  ${own.seats(seats.used, limit)}
                </span>`
              : seats
                ? html`<span class="seats">${own.taken(seats.used)}</span>`
                : nothing
          }
          ${chevronRightIcon}`,
      )}
    </li>`;
  }

  /** Whoever looks after nothing sees what they may use. */
  #own() {
    const { portalOverview: own } = this.#text.words;
    const { organization } = this.#stage;
    void this.#load();
    return html`<p class="muted">${own.ownHint(isolated(organization.name))}</p>
      ${
        this.#stage.isOpen('applications') && this.#launcher === 'there'
          ? html`<h2 class="hidden">${own.applications}</h2>
              <tessera-app-launcher></tessera-app-launcher>`
          : nothing
      }`;
  }

  async #load(): Promise<void> {
    if (this.#launcher !== 'absent') return;
    this.#launcher = 'coming';
    try {
      await import('../applications/app-launcher.js');
      this.#launcher = 'there';
    } catch {
      // The screen stands without it, and tries again when it is drawn the next time.
      this.#launcher = 'absent';
      return;
    }
    this.#stage.host.requestUpdate();
  }
}
