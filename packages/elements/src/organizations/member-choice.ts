import type { Member } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { PagesController } from '../data/pages.js';
import { Pause } from '../data/pause.js';
import { avatar } from '../theme/avatar.js';
import { searchField } from '../theme/search-field.js';
import { refusal } from '../theme/refusal.js';
import type { OrganizationHost, OrganizationInHand } from './organization-in-hand.js';
import type { ProfileWords } from './profile-parts.js';

/** One active member to be chosen from those that a search finds. */
export class MemberChoice {
  readonly #host: OrganizationHost;
  readonly #typing = new Pause(180);
  readonly #members: PagesController<Member>;
  #searched = '';
  #chosen: Member | undefined;

  constructor(host: OrganizationHost, view: OrganizationInHand, isOpen: () => boolean) {
    this.#host = host;
    this.#members = new PagesController(host, () => {
      const { asked, can } = view;
      if (!isOpen() || !asked || !can) return undefined;
      const { client, organizationId } = asked;
      const search = can.members.search && this.#searched ? this.#searched : undefined;
      const status = can.members.filters.includes('status') ? ('active' as const) : undefined;
      return {
        owner: client,
        key: [client.identity(), organizationId, 'members', 'choice', search],
        fetch: (cursor, signal) =>
          client.members.list({ organizationId, search, status, cursor, limit: 20 }, { signal }),
      };
    });
  }

  get chosen(): Member | undefined {
    return this.#chosen;
  }

  forget(): void {
    this.#typing.end();
    this.#searched = '';
    this.#chosen = undefined;
  }

  render(words: ProfileWords): TemplateResult {
    const { organizationProfile: own } = words;
    return html`<fieldset class="people">
      <legend class="label">${own.transferTo}</legend>
      ${searchField({ label: own.transferSearch, type: this.#type })}
      <div class="choices">${this.#choices(words)}</div>
    </fieldset>`;
  }

  #choices(words: ProfileWords) {
    const { ready, error, items, hasMore } = this.#members;
    if (!ready) {
      return error
        ? refusal(words, { error, again: () => this.#members.retry() })
        : html`<p class="muted">${words.common.loading}</p>`;
    }
    const others = items.filter(
      ({ status, actions }) =>
        status === 'active' && actions['member.suspend'] !== 'self_change_refused',
    );
    if (others.length === 0 && hasMore) this.#members.more();
    return others.length === 0 && !hasMore
      ? html`<p class="muted">${words.organizationProfile.transferNobody}</p>`
      : others.map((member) => this.#person(member));
  }

  #person(member: Member) {
    const { userId: id, email, picture } = member;
    const name = member.name.trim() || email;
    return html`<label class="person">
      <input
        type="radio"
        name="person"
        .checked=${this.#chosen?.userId === id}
        @change=${() => {
          this.#chosen = member;
          this.#host.requestUpdate();
        }}
      />
      ${avatar({ id, name, picture })}
      <span class="who">
        <bdi class="truncated">${name}</bdi>
        ${name === email ? nothing : html`<bdi class="truncated muted sub">${email}</bdi>`}
      </span>
    </label>`;
  }

  readonly #type = (typed: string): void => {
    this.#typing.after(() => {
      this.#searched = typed.trim();
      this.#host.requestUpdate();
    });
  };
}
