import type { Me, Member } from '@tesserakit/contract';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import '../access/access-explainer.js';
import { isFocusNowhere } from '../data/focus.js';
import { PagesController } from '../data/pages.js';
import { Pause } from '../data/pause.js';
import { ResourceController } from '../data/resource.js';
import { nameOf } from '../members/members-in-view.js';
import { personQuery } from '../organizations/person-query.js';
import type { Words } from '../text/catalogue.js';
import { avatar } from '../theme/avatar.js';
import { usersIcon } from '../theme/icons.js';
import { searchField } from '../theme/search-field.js';
import { notice } from '../theme/notice.js';
import { retryButton } from '../theme/retry.js';
import { pathOf } from './sections.js';
import { link } from './portal-link.js';
import type { PortalStage } from './portal-stage.js';

/** As many as one reads through at once. */
const limit = 20;

/** Why one person may or may not enter an application: whoever sees the members chooses one of them. */
export class WhoMayEnter {
  readonly #stage: PortalStage;
  readonly #words: () => Words<'portalScreens'>;
  readonly #typing = new Pause(200);
  readonly #me: ResourceController<Me>;
  readonly #members: PagesController<Member>;
  /** What was typed, what of it is looked for, and where. */
  #search = { typed: '', asked: '', in: '' };

  /** How many people there were when further ones were asked for. */
  #known: number | undefined;

  constructor(stage: PortalStage, words: () => Words<'portalScreens'>, isShown: () => boolean) {
    this.#stage = stage;
    this.#words = words;
    const isOpen = () => isShown() && stage.detail.length > 0;
    this.#me = new ResourceController(stage.host, () => {
      const { client, organization } = stage.context;
      return isOpen() && client && organization
        ? personQuery(client, organization.organizationId)
        : undefined;
    });
    this.#members = new PagesController(stage.host, () => {
      const { client, organization } = stage.context;
      if (!isOpen() || !stage.isOpen('members') || !client || !organization) return undefined;
      const { organizationId } = organization;
      const search = this.#searched.asked || undefined;
      return {
        owner: client,
        key: [client.identity(), organizationId, 'members', 'doors', search],
        fetch: (cursor, signal) =>
          client.members.list({ organizationId, search, cursor, limit }, { signal }),
      };
    });
    stage.host.addController({ hostUpdated: () => this.#goOn() });
  }

  render() {
    const [applicationId = '', chosen] = this.#stage.detail;
    const userId = chosen ?? this.#own;
    const { portalScreens: own } = this.#words();
    return html`<div class="doors">
      ${this.#stage.isOpen('members') ? this.#people(applicationId, userId) : nothing}
      ${
        userId === undefined
          ? html`<div class="block">
              ${notice({ icon: usersIcon, title: own.whyChoose, sentence: own.whyChooseHint })}
            </div>`
          : html`<tessera-access-explainer
              .userId=${userId}
              .applicationId=${applicationId}
            ></tessera-access-explainer>`
      }
    </div>`;
  }

  /** Whoever looks after an organization from above is no member of it. */
  get #own(): string | undefined {
    return this.#stage.context.organization?.actingFrom ? undefined : this.#me.value?.userId;
  }

  #people(applicationId: string, chosen: string | undefined) {
    const { can } = this.#stage;
    const words = this.#words();
    const { portalScreens: own } = words;
    const { items } = this.#members;
    return html`<search class="people">
      ${
        can.members.search
          ? searchField({
              label: own.whySearch,
              type: this.#type,
              value: live(this.#searched.typed),
            })
          : nothing
      }
      ${this.#standing(words)}
      <ul aria-label=${own.whyPeople} aria-busy=${this.#members.outdated}>
        ${items.map((member) => this.#person(applicationId, member, chosen))}
      </ul>
      ${this.#further(words)}
    </search>`;
  }

  /** What is said while there is nobody to choose. */
  #standing(words: Words<'portalScreens'>) {
    const { portalScreens: own, common, errors } = words;
    const { ready, error, items } = this.#members;
    if (ready) {
      return items.length > 0 ? nothing : html`<p class="muted" role="status">${own.whyNobody}</p>`;
    }
    return error
      ? html`<p class="refusal" role="alert">${own.whyFailed} ${errors[error.code]}</p>
          ${retryButton(words, { error, run: () => this.#members.retry() })}`
      : html`<p class="muted" role="status">${common.loading}</p>`;
  }

  #further(words: Words<'portalScreens'>) {
    const { portalScreens: own, common, errors } = words;
    const { hasMore, loadingMore, failedMore, error } = this.#members;
    if (!hasMore) return nothing;
    return html`${
      failedMore && error
        ? html`<p class="refusal" role="alert">${own.whyFailed} ${errors[error.code]}</p>`
        : nothing
    }
    ${retryButton(words, {
      error: failedMore ? error : undefined,
      label: loadingMore ? common.loading : failedMore ? common.retry : own.whyMore,
      busy: loadingMore,
      run: () => this.#more(),
    })}`;
  }

  #person(applicationId: string, member: Member, chosen?: string) {
    const { userId, email, picture } = member;
    const called = nameOf(member);
    const isOneself = userId === this.#me.value?.userId;
    return html`<li>
      ${link(
        this.#stage,
        pathOf('applications', applicationId, userId),
        html`${avatar({ id: userId, name: called, picture })}
          <span>
            <bdi class="truncated">${called}</bdi>
            <bdi class="truncated muted"
              >${isOneself ? this.#words().portalScreens.whyYou : email}</bdi
            >
          </span>`,
        'person',
        userId === chosen ? 'page' : 'false',
      )}
    </li>`;
  }

  /** What is searched in one organization for one application is not searched in another. */
  get #place(): string {
    const { context, detail } = this.#stage;
    return JSON.stringify([context.organization?.organizationId, detail[0]]);
  }

  get #searched() {
    return this.#search.in === this.#place ? this.#search : { typed: '', asked: '' };
  }

  readonly #type = (typed: string): void => {
    const { asked } = this.#searched;
    this.#search = { typed, asked, in: this.#place };
    this.#typing.after(() => {
      this.#search.asked = this.#search.typed.trim();
      this.#stage.host.requestUpdate();
    });
  };

  #more(): void {
    this.#known = this.#members.items.length;
    if (this.#members.failedMore) this.#members.retry();
    else this.#members.more();
  }

  /** The button goes away with the last people, and the focus goes on to the first of them. */
  #goOn(): void {
    const known = this.#known;
    if (known === undefined || this.#members.items.length <= known) return;
    this.#known = undefined;
    const { renderRoot } = this.#stage.host;
    const people = renderRoot.querySelectorAll<HTMLElement>('.people .person');
    if (isFocusNowhere()) people[known]?.focus();
  }
}
