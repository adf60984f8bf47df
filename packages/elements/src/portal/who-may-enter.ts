import type { Page } from '@tesserakit/client';
import type { Me, Member } from '@tesserakit/contract';
import { html, nothing } from 'lit';
import '../access/access-explainer.js';
import { questionIn } from '../data/in-view.js';
import { Pause } from '../data/pause.js';
import { ResourceController } from '../data/resource.js';
import { personQuery } from '../organizations/person-query.js';
import type { Words } from '../text/catalogue.js';
import { avatar } from '../theme/avatar.js';
import { usersIcon } from '../theme/icons.js';
import { searchField } from '../theme/search-field.js';
import { notice } from '../theme/notice.js';
import { retryButton } from '../theme/retry.js';
import { pathOf } from './sections.js';
import { link, type PortalStage } from './stage.js';

/** As many as one reads through; a search finds the others. */
const most = 20;

/** Why one person may or may not enter an application: whoever sees the members chooses one of them. */
export class WhoMayEnter {
  readonly #stage: PortalStage;
  readonly #words: () => Words<'portalScreens'>;
  readonly #typing = new Pause(200);
  readonly #me: ResourceController<Me>;
  readonly #members: ResourceController<Page<Member>>;
  #search = '';

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
    this.#members = new ResourceController(stage.host, () => {
      if (!isOpen() || !stage.isOpen('members')) return undefined;
      const search = this.#search || undefined;
      return questionIn(stage.context, ['members', 'doors', search], (asked, signal) => {
        const { client, organizationId } = asked;
        return client.members.list({ organizationId, search, limit: most }, { signal });
      });
    });
  }

  /** Nobody looks any more. */
  forget(): void {
    this.#typing.end();
    this.#search = '';
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
    const { value, error } = this.#members;
    return html`<search class="people">
      ${can.members.search ? searchField({ label: own.whySearch, type: this.#type }) : nothing}
      ${
        error && !value
          ? html`<p class="refusal" role="alert">${own.whyFailed} ${words.errors[error.code]}</p>
              ${retryButton(words, { error, run: () => this.#members.reload() })}`
          : nothing
      }
      ${value?.items.length === 0 ? html`<p class="muted" role="status">${own.whyNobody}</p>` : nothing}
      <ul aria-label=${own.whyPeople}>
        ${value?.items.map((member) => this.#person(applicationId, member, chosen))}
      </ul>
    </search>`;
  }

  #person(applicationId: string, { userId, name, email, picture }: Member, chosen?: string) {
    const called = name.trim() || email;
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

  readonly #type = (typed: string): void => {
    this.#typing.after(() => {
      this.#search = typed.trim();
      this.#stage.host.requestUpdate();
    });
  };
}
