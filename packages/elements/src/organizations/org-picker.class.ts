import type { OrganizationChoice } from '@tesserakit/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ContextController } from '../data/context-controller.js';
import { PagesController } from '../data/pages.js';
import { Pause } from '../data/pause.js';
import { roleName } from '../members/role-name.js';
import { roleNames } from '../text/role-names.js';
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
  @property()
  get value(): string | undefined {
    return this.#value;
  }

  set value(value: string | undefined) {
    this.#value = value;
    this.#internals.setFormValue(value ?? null);
  }

  /** What the choice is called for a screen reader. */
  @property() label: string | undefined;

  /** The form field's name. */
  @property({ reflect: true }) name: string | undefined;

  /** Nothing can be chosen, and nothing is submitted. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** A form with nothing chosen here is not valid. */
  @property({ type: Boolean, reflect: true }) required = false;

  @state() private searched = '';
  /** `organizationId` of the option that the keyboard is at. */
  @state() private active: string | undefined;
  @state() private formDisabled = false;
  @query('.list') private list!: HTMLElement | null;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, { roleNames });
  readonly #context = new ContextController(this);
  readonly #typing = new Pause(180);
  readonly #typeAhead = new TypeAhead();
  readonly #organizations = new PagesController<OrganizationChoice>(this, () => {
    const { client, organization } = this.#context;
    const organizationId = organization?.organizationId ?? '';
    const source = this.source ?? (client && organization && sourceOf(client, organizationId));
    if (!source) return undefined;
    const owner = this.source ?? client;
    if (!owner) return undefined;
    const identity = this.source ? '' : (client?.identity() ?? '');
    return {
      owner,
      key: [identity, organizationId, 'organizations', this.searched],
      fetch: (cursor, signal) => source.search(this.searched, cursor, signal),
    };
  });
  #value: string | undefined;
  #many = false;
  /** Where the focus was when it was asked for here, before there was anything to focus. */
  #focusFrom: Element | null | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#typing.end();
  }

  /** The form is put back to its start: to the value of the attribute. */
  formResetCallback(): void {
    this.value = this.getAttribute('value') ?? undefined;
  }

  /** A fieldset around it was switched off, or on again. */
  formDisabledCallback(disabled: boolean): void {
    this.formDisabled = disabled;
  }

  /** The browser brings back what stood in the form before. */
  formStateRestoreCallback(state: string): void {
    this.value = state;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { ready, error } = this.#organizations;
    this.#setState('loading', !ready && !error);
    if (changed.has('value') || changed.has('required')) this.#validate();
    if (this.#focusFrom === undefined || !ready) return;
    const stayed = this.#focusFrom === document.activeElement;
    this.#focusFrom = undefined;
    if (stayed) void this.updateComplete.then(() => super.focus());
  }

  /** Moves the focus to the search field or the list; as soon as there is one, if need be. */
  override focus(options?: FocusOptions): void {
    super.focus(options);
    if (!this.#organizations.ready) this.#focusFrom = document.activeElement;
  }

  override render() {
    const { ready, error, items, total, hasMore, outdated } = this.#organizations;
    if (this.searched === '' && ready && !outdated) {
      this.#many = hasMore || (total ?? items.length) > searchAbove;
    }
    return html`
      ${this.#many ? this.#search() : nothing}
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
        aria-label=${this.label ?? words.organizations.search}
        placeholder=${words.organizations.search}
        aria-expanded=${listed}
        aria-autocomplete="list"
        aria-controls=${listed ? 'list' : nothing}
        aria-activedescendant=${this.#activeId()}
        ?disabled=${this.#isDisabled}
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
        tabindex=${this.#many || this.#isDisabled ? -1 : 0}
        aria-disabled=${this.#isDisabled}
        aria-label=${this.label ?? this.#text.words.organizations.choose}
        aria-activedescendant=${this.#activeId()}
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
    const { items, total, hasMore } = this.#organizations;
    const chosen = organization.organizationId === this.value;
    const open = organization.entry === true;
    return html`<li
      class="option"
      part="option"
      role="option"
      id="option-${index}"
      aria-selected=${chosen}
      aria-disabled=${!open}
      aria-setsize=${total ?? (hasMore ? -1 : items.length)}
      aria-posinset=${index + 1}
      ?data-active=${organization === this.#current}
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
        <bdi class="truncated name" title=${organization.name}>${organization.name}</bdi>
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
    const administers = (organization.organizationRoles ?? [])
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

  get #isDisabled(): boolean {
    return this.disabled || this.formDisabled;
  }

  /** The option that Enter would choose; none while what is shown is not what was asked for. */
  get #current(): OrganizationChoice | undefined {
    const { items, outdated } = this.#organizations;
    if (outdated || this.#typing.isPending) return undefined;
    const active = items.find((item) => item.organizationId === this.active);
    return active ?? (this.searched ? items[0] : undefined);
  }

  get #currentIndex(): number {
    const current = this.#current;
    return current ? this.#organizations.items.indexOf(current) : -1;
  }

  #activeId() {
    const index = this.#currentIndex;
    return index < 0 ? nothing : `option-${index}`;
  }

  #type(event: InputEvent): void {
    const { value } = event.target as HTMLInputElement;
    this.active = undefined;
    this.#typing.after(() => {
      this.searched = value.trim();
      this.requestUpdate();
    });
  }

  #enter(): void {
    const { items } = this.#organizations;
    const chosen = items.find((item) => item.organizationId === this.value) ?? items[0];
    this.active ??= chosen?.organizationId;
  }

  #navigate(event: KeyboardEvent): void {
    const { items } = this.#organizations;
    const typing = event.target instanceof HTMLInputElement;
    if (event.isComposing || (typing && (event.key === 'Home' || event.key === 'End'))) return;
    const spelling = this.#typeAhead.isRunning(event.timeStamp);
    if (event.key === 'Enter' || (event.key === ' ' && !typing && !spelling)) {
      event.preventDefault();
      if (this.#current) this.#choose(this.#current);
      return;
    }
    const next =
      optionAfter(event.key, this.#currentIndex, items.length) ?? this.#typedAhead(event);
    const organization = next === undefined ? undefined : items[next];
    if (next === undefined || !organization) return;
    event.preventDefault();
    this.active = organization.organizationId;
    if (next >= items.length - 3) this.#organizations.more();
    void this.updateComplete.then(() => {
      this.list?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
    });
  }

  #typedAhead(event: KeyboardEvent): number | undefined {
    const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!letter || event.target instanceof HTMLInputElement) return undefined;
    const names = this.#organizations.items.map((item) => item.name);
    return this.#typeAhead.find(event.key, names, this.#currentIndex, event.timeStamp);
  }

  #scrolled(): void {
    const { list } = this;
    if (list && list.scrollTop + list.clientHeight > list.scrollHeight - 200) {
      this.#organizations.more();
    }
  }

  #choose(organization: OrganizationChoice): void {
    if (organization.entry !== true || this.#isDisabled) return;
    this.active = organization.organizationId;
    this.value = organization.organizationId;
    this.dispatchEvent(new OrganizationChosenEvent(organization.organizationId));
  }

  #retry(): void {
    this.#organizations.retry();
  }

  #validate(): void {
    const missing = this.required && this.value === undefined;
    const { choose } = this.#text.words.organizations;
    this.#internals.setValidity({ valueMissing: missing }, missing ? choose : undefined);
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
