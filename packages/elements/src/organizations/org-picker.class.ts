import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ContextController } from '../data/context-controller.js';
import { OptionWindow } from '../data/option-window.js';
import { Pause } from '../data/pause.js';
import { organizationChoiceWords } from '../text/organization-choice.js';
import { roleNames } from '../text/role-names.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { searchIcon } from '../theme/icons.js';
import { noticeStyles } from '../theme/notice.js';
import { tokens } from '../theme/tokens.js';
import { OrganizationChosenEvent } from './events.js';
import { optionAfter, TypeAhead } from './option-navigation.js';
import { styles } from './org-picker.styles.js';
import type { OrganizationOffers } from './organization-offers.js';
import type { OrganizationSource } from './organization-source.js';
import { pickerEmpty, pickerEnd, pickerFailure, pickerSkeleton } from './picker-notices.js';
import { optionRow, type PickerOption } from './picker-option.js';
import { PickerOptions } from './picker-options.js';

/** From this number on a list is searched rather than looked through. */
const searchAbove = 7;

/**
 * A choice of the organization on behalf of which a person acts. Takes part in forms by `name` and
 * `value`. An organization without entry is listed, cannot be chosen, and says why.
 *
 * @csspart search - The search field; there are few organizations where it is missing.
 * @csspart option - One organization.
 * @csspart notice - What stands in place of an empty or failed list.
 * @csspart offers - Invitations that wait, and what else is open to the person.
 * @cssstate loading - The organizations are on their way.
 * @fires {OrganizationChosenEvent} tessera-organization-chosen - A person has chosen.
 * @fires {InvitationAcceptedEvent} tessera-invitation-accepted - A person has joined an organization that invited them.
 * @fires {InvitationDeclinedEvent} tessera-invitation-declined - A person has declined an invitation.
 */
export class TesseraOrgPicker extends LitElement {
  static readonly formAssociated = true;
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens, controls, avatarStyles, noticeStyles, styles];

  /** Where the options come from; without it, the person's organizations from the provider. */
  @property({ attribute: false }) source: OrganizationSource | undefined;

  /** `organizationId` of the choice, empty for the personal account; submitted with the form. */
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

  /** The person's own account can be chosen, too. */
  @property({ type: Boolean, reflect: true }) personal = false;

  /** Lists invitations that wait for the person below the organizations; not with a `source`. */
  @property({ type: Boolean, reflect: true }) offers = false;

  /** The id of the option that the keyboard is at. */
  @state() private active: string | undefined;
  @state() private formDisabled = false;
  @state() private waiting: OrganizationOffers | undefined;
  @query('.list') private list!: HTMLElement | null;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, {
    organizationChoice: organizationChoiceWords,
    roleNames,
  });
  readonly #context = new ContextController(this);
  readonly #typing = new Pause(180);
  readonly #typeAhead = new TypeAhead();
  /** What is looked at next is the list: what it does not need is loaded after it is drawn. */
  readonly #resting = new Pause(100);
  readonly #window = new OptionWindow(this, () => this.list);
  readonly #options = new PickerOptions(this, this.#context, () => this.#text.words);
  #value: string | undefined;
  #many = false;
  #asksOffers = false;
  /** Where the focus was when it was asked for here, before there was anything to focus. */
  #focusFrom: Element | null | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#typing.end();
    this.#resting.end();
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
    const { ready, error } = this.#options.pages;
    this.#setState('loading', !ready && !error);
    if (changed.has('value') || changed.has('required')) this.#validate();
    const asks = this.offers && !this.source && this.#context.client && (ready || error);
    if (asks && !this.#asksOffers) this.#resting.after(() => void this.#askOffers());
    if (this.#focusFrom === undefined || !ready) return;
    const stayed = this.#focusFrom === document.activeElement;
    this.#focusFrom = undefined;
    if (stayed) void this.updateComplete.then(() => super.focus());
  }

  /** Moves the focus to the search field or the list; as soon as there is one, if need be. */
  override focus(options?: FocusOptions): void {
    super.focus(options);
    if (!this.#options.pages.ready) this.#focusFrom = document.activeElement;
  }

  override render() {
    const { words } = this.#text;
    const { pages, searched, count } = this.#options;
    const { ready, error, items, total, hasMore, outdated } = pages;
    if (searched === '' && ready && !outdated) {
      this.#many = hasMore || (total ?? items.length) > searchAbove;
    }
    const retry = () => pages.retry();
    return html`
      ${this.#many ? this.#search() : nothing}
      ${!ready ? (error ? pickerFailure(words, error, retry) : pickerSkeleton()) : nothing}
      ${ready ? (count > 0 ? this.#list() : pickerEmpty(words, searched)) : nothing}
      ${ready && count > 0 ? pickerEnd(words, pages, retry) : nothing}
      ${this.offers && !searched ? this.waiting?.render() : nothing}
      <p class="hidden" role="status">${this.#announcement()}</p>
    `;
  }

  #search() {
    const { words } = this.#text;
    const listed = this.#options.count > 0;
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
    const { words } = this.#text;
    this.#window.count = this.#options.count;
    const { first, end } = this.#window.range;
    const { size } = this.#options;
    const current = this.#currentIndex;
    const shown = Array.from({ length: end - first }, (_, place) => first + place);
    return html`<ul
      class="list"
      id="list"
      role="listbox"
      tabindex=${this.#many || this.#isDisabled ? -1 : 0}
      aria-disabled=${this.#isDisabled}
      aria-label=${this.label ?? words.organizations.choose}
      aria-activedescendant=${this.#activeId()}
      aria-busy=${this.#options.pages.outdated}
      .style=${this.#window.room}
      @keydown=${this.#navigate}
      @scroll=${this.#scrolled}
      @focus=${this.#enter}
    >
      ${repeat(
        shown,
        (index) => this.#options.idAt(index),
        (index) => {
          const option = this.#options.at(index);
          const choose = () => option && this.#choose(option);
          const chosen = option?.id === this.value;
          const place = { index, size, chosen, active: index === current, choose };
          return option && optionRow(words, option, place);
        },
      )}
    </ul>`;
  }

  #announcement() {
    const { ready, outdated, total } = this.#options.pages;
    const { words } = this.#text;
    if (this.waiting?.announcement) return this.waiting.announcement;
    if (!ready || outdated) return words.common.loading;
    return total === null ? nothing : words.organizations.found(total);
  }

  get #isDisabled(): boolean {
    return this.disabled || this.formDisabled;
  }

  /** The option that Enter would choose; none while what is shown is not what was asked for. */
  get #currentIndex(): number {
    const { pages, searched } = this.#options;
    if (pages.outdated || this.#typing.isPending) return -1;
    const active = this.active === undefined ? -1 : this.#options.indexOf(this.active);
    return active < 0 && searched && pages.items.length > 0 ? 0 : active;
  }

  #activeId() {
    const index = this.#currentIndex;
    const { first, end } = this.#window.range;
    return index >= first && index < end ? `option-${index}` : nothing;
  }

  #type(event: InputEvent): void {
    const { value } = event.target as HTMLInputElement;
    this.active = undefined;
    this.#typing.after(() => {
      this.#options.search(value.trim());
      this.#window.toStart();
    });
  }

  #enter(): void {
    const chosen = this.value === undefined ? -1 : this.#options.indexOf(this.value);
    this.active ??= this.#options.idAt(Math.max(0, chosen));
    if (chosen > 0) this.#window.reveal(chosen);
  }

  #navigate(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLInputElement;
    if (event.isComposing || (typing && (event.key === 'Home' || event.key === 'End'))) return;
    const current = this.#currentIndex;
    const spelling = this.#typeAhead.isRunning(event.timeStamp);
    if (event.key === 'Enter' || (event.key === ' ' && !typing && !spelling)) {
      event.preventDefault();
      const option = this.#options.at(current);
      if (option) this.#choose(option);
      return;
    }
    const next = optionAfter(event.key, current, this.#options.count) ?? this.#typedAhead(event);
    if (next === undefined) return;
    event.preventDefault();
    this.active = this.#options.idAt(next);
    if (next >= this.#options.count - 3) this.#options.pages.more();
    this.#window.reveal(next);
  }

  #typedAhead(event: KeyboardEvent): number | undefined {
    const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!letter || event.target instanceof HTMLInputElement) return undefined;
    const { names } = this.#options;
    return this.#typeAhead.find(event.key, names, this.#currentIndex, event.timeStamp);
  }

  #scrolled(): void {
    if (this.#window.scrolled()) this.#options.pages.more();
  }

  #choose({ id, closed }: PickerOption): void {
    if (closed || this.#isDisabled) return;
    this.active = this.value = id;
    this.dispatchEvent(new OrganizationChosenEvent(id));
  }

  /** What waits for the person is asked for when the list is there. */
  async #askOffers(): Promise<void> {
    if (this.#asksOffers) return;
    this.#asksOffers = true;
    try {
      const { OrganizationOffers } = await import('./organization-offers.js');
      this.waiting = new OrganizationOffers(this, this.#context);
    } catch {
      // Without the network there is nothing to accept either; the next time asks again.
      this.#asksOffers = false;
    }
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
