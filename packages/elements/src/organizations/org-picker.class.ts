import type { OrganizationChoice } from '@tesserakit/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ContextController } from '../data/context-controller.js';
import { PagesController } from '../data/pages.js';
import { Pause } from '../data/pause.js';
import { roleName } from '../members/role-name.js';
import { TextController } from '../text/text-controller.js';
import { avatar, avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { building2Icon, checkIcon, circleAlertIcon, lockIcon, searchIcon } from '../theme/icons.js';
import { notice, noticeStyles } from '../theme/notice.js';
import { tokens } from '../theme/tokens.js';
import { OrganizationChosenEvent } from './events.js';
import { optionAfter, TypeAhead } from './option-navigation.js';
import { styles } from './org-picker.styles.js';
import { sourceOf, type OrganizationSource } from './organization-source.js';

/** From this number on a list is searched rather than looked through. */
const searchAbove = 7;

/**
 * A choice of the organization on behalf of which a person acts. Takes part in forms by `name` and
 * `value`. An organization without entry is listed, cannot be chosen, and says why.
 *
 * @csspart search - The search field; there are few organizations where it is missing.
 * @csspart option - One organization.
 * @csspart notice - What stands in place of an empty or failed list.
 * @fires {OrganizationChosenEvent} tessera-organization-chosen - A person has chosen.
 */
export class TesseraOrgPicker extends LitElement {
  static readonly formAssociated = true;
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens, controls, avatarStyles, noticeStyles, styles];

  /** Where the options come from; without it, the person's organizations from the provider. */
  @property({ attribute: false }) source: OrganizationSource | undefined;

  /** `organizationId` of the choice; submitted with the form. */
  @property() value: string | undefined;

  /** What the choice is called for a screen reader. */
  @property() label: string | undefined;

  /** The form field's name. */
  @property({ reflect: true }) name: string | undefined;

  @state() private searched = '';
  @state() private active = -1;
  @query('.list') private list!: HTMLElement | null;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this);
  readonly #context = new ContextController(this);
  readonly #typing = new Pause(180);
  readonly #typeAhead = new TypeAhead();
  readonly #organizations = new PagesController<OrganizationChoice>(this, () => {
    const { client, organization } = this.#context;
    const organizationId = organization?.organizationId ?? '';
    const source = this.source ?? (client && organization && sourceOf(client, organizationId));
    if (!source) return undefined;
    const owner = this.source ?? client ?? source;
    const identity = this.source ? '' : (client?.identity() ?? '');
    return {
      owner,
      key: [identity, organizationId, 'organizations', this.searched],
      fetch: (cursor, signal) => source.search(this.searched, cursor, signal),
    };
  });
  #everMany = false;
  #focusLater = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#typing.end();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.#internals.setFormValue(this.value ?? null);
    const { items, total, hasMore } = this.#organizations;
    if (this.searched === '') this.#everMany = hasMore || (total ?? items.length) > searchAbove;
    if (this.active >= items.length) this.active = items.length - 1;
    this.#setState('loading', !this.#organizations.ready && !this.#organizations.error);
  }

  protected override updated(): void {
    if (!this.#focusLater || !this.#organizations.ready) return;
    this.#focusLater = false;
    void this.updateComplete.then(() => super.focus());
  }

  /** Moves the focus to the search field or the list; as soon as there is one, if need be. */
  override focus(options?: FocusOptions): void {
    this.#focusLater = !this.#organizations.ready;
    super.focus(options);
  }

  override render() {
    const { ready, error, items } = this.#organizations;
    return html`
      ${this.#everMany ? this.#search() : nothing}
      ${!ready ? (error ? this.#failure() : this.#skeleton()) : nothing}
      ${ready ? (items.length > 0 ? this.#list() : this.#empty()) : nothing}
      <p class="hidden" role="status">${this.#announcement()}</p>
    `;
  }

  #search() {
    const { words } = this.#text;
    const listed = this.#organizations.items.length > 0;
    return html`<label class="search">
      ${searchIcon}
      <input
        class="field"
        part="search"
        type="search"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-label=${words.organizations.search}
        placeholder=${words.organizations.search}
        aria-expanded=${listed}
        aria-autocomplete="list"
        aria-controls=${listed ? 'list' : nothing}
        aria-activedescendant=${this.#activeId()}
        @input=${this.#type}
        @keydown=${this.#navigate}
      />
    </label>`;
  }

  #list() {
    const { items, outdated } = this.#organizations;
    return html`<ul
        class="list"
        id="list"
        role="listbox"
        tabindex=${this.#everMany ? -1 : 0}
        aria-label=${this.label ?? this.#text.words.organizations.choose}
        aria-activedescendant=${this.#everMany ? nothing : this.#activeId()}
        aria-busy=${outdated}
        @keydown=${this.#navigate}
        @scroll=${this.#scrolled}
        @focus=${this.#enter}
      >
        ${repeat(
          items,
          (item) => item.organizationId,
          (item, index) => this.#option(item, index),
        )}
      </ul>
      ${this.#end()}`;
  }

  #option(organization: OrganizationChoice, index: number) {
    const { organizations } = this.#text.words;
    const chosen = organization.organizationId === this.value;
    const open = organization.entry === true;
    return html`<li
      class="option"
      part="option"
      role="option"
      id="option-${index}"
      aria-selected=${chosen}
      aria-disabled=${!open}
      ?data-active=${index === this.active}
      title=${organization.name}
      @click=${() => this.#choose(organization)}
    >
      ${avatar(
        {
          id: organization.organizationId,
          name: organization.name,
          picture: organization.logoUrl,
        },
        'square',
      )}
      <span class="who">
        <bdi class="truncated name">${organization.name}</bdi>
        <bdi class="truncated muted sub">${this.#detail(organization)}</bdi>
      </span>
      ${
        !chosen && index === 0 && organization.lastSignInAt && !this.searched
          ? html`<span class="chip">${organizations.lastUsed}</span>`
          : nothing
      }
      ${chosen ? checkIcon : open ? nothing : lockIcon}
    </li>`;
  }

  #detail(organization: OrganizationChoice): string {
    const { words } = this.#text;
    if (organization.entry !== true) {
      const code = organization.entry as keyof typeof words.errors;
      return words.errors[code] ?? words.errors.no_access;
    }
    const roles = organization.roles.map((role) => role.name);
    const administers = organization.organizationRoles
      .filter((role) => role.roleId !== 'organizationMember')
      .map((role) => roleName(words, role));
    return [...administers, ...roles].join(' · ');
  }

  #end() {
    const { loadingMore, error } = this.#organizations;
    const { words } = this.#text;
    if (loadingMore) return html`<p class="end muted">${words.organizations.more}</p>`;
    if (!error) return nothing;
    return html`<p class="end" role="alert">
      ${words.errors[error.code]}
      <button class="button" type="button" @click=${this.#retry}>${words.common.retry}</button>
    </p>`;
  }

  #skeleton() {
    return html`<div class="skeleton" aria-hidden="true">
      ${[1, 2, 3].map(() => html`<div class="option"><i></i><span></span></div>`)}
    </div>`;
  }

  #empty() {
    const { organizations } = this.#text.words;
    return this.searched
      ? notice({
          icon: searchIcon,
          title: organizations.noMatch(this.searched),
          sentence: organizations.noMatchHint,
        })
      : notice({
          icon: building2Icon,
          title: organizations.none,
          sentence: organizations.noneHint,
        });
  }

  #failure() {
    const { words } = this.#text;
    const { error } = this.#organizations;
    if (!error) return nothing;
    return notice({
      icon: circleAlertIcon,
      title: words.organizations.failed,
      sentence: words.errors[error.code],
      action: { label: words.common.retry, run: () => this.#retry() },
      requestId: error.requestId && words.common.requestId(error.requestId),
      urgent: true,
    });
  }

  #announcement() {
    const { ready, outdated, total } = this.#organizations;
    const { words } = this.#text;
    if (!ready || outdated) return words.common.loading;
    return total === null ? nothing : words.organizations.found(total);
  }

  #activeId() {
    return this.active < 0 ? nothing : `option-${this.active}`;
  }

  #type(event: InputEvent): void {
    const { value } = event.target as HTMLInputElement;
    this.#typing.after(() => {
      this.searched = value.trim();
      this.active = value.trim() ? 0 : -1;
    });
  }

  #enter(): void {
    if (this.active >= 0) return;
    const { items } = this.#organizations;
    this.active = Math.max(
      0,
      items.findIndex((item) => item.organizationId === this.value),
    );
  }

  #navigate(event: KeyboardEvent): void {
    const { items } = this.#organizations;
    const typing = event.target instanceof HTMLInputElement;
    if (event.isComposing || (typing && (event.key === 'Home' || event.key === 'End'))) return;
    if (event.key === 'Enter' || (event.key === ' ' && !typing)) {
      const organization = items[this.active];
      event.preventDefault();
      if (organization) this.#choose(organization);
      return;
    }
    const next = optionAfter(event.key, this.active, items.length) ?? this.#typedAhead(event);
    if (next === undefined) return;
    event.preventDefault();
    this.active = next;
    if (next >= items.length - 3) this.#organizations.more();
    void this.updateComplete.then(() => {
      this.list?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
    });
  }

  #typedAhead(event: KeyboardEvent): number | undefined {
    const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!letter || event.target instanceof HTMLInputElement) return undefined;
    const names = this.#organizations.items.map((item) => item.name);
    return this.#typeAhead.find(event.key, names, this.active, event.timeStamp);
  }

  #scrolled(): void {
    const { list } = this;
    if (list && list.scrollTop + list.clientHeight > list.scrollHeight - 200) {
      this.#organizations.more();
    }
  }

  #choose(organization: OrganizationChoice): void {
    if (organization.entry !== true) return;
    this.value = organization.organizationId;
    this.dispatchEvent(new OrganizationChosenEvent(organization.organizationId));
  }

  #retry(): void {
    this.#organizations.retry();
  }

  #setState(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-org-picker': TesseraOrgPicker;
  }
}
