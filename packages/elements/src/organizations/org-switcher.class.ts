import type { Organization } from '@tesserakit/contract';
import { TesseraError } from '@tesserakit/client';
import { html, LitElement, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { ResourceController } from '../data/resource.js';
import { TextController } from '../text/text-controller.js';
import { avatar, avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { building2Icon, chevronsUpDownIcon, circleAlertIcon } from '../theme/icons.js';
import { popoverStyles } from '../theme/popover.js';
import { tokens } from '../theme/tokens.js';
import type { OrganizationChosenEvent } from './events.js';
import type { TesseraOrgPicker } from './org-picker.class.js';
import { styles } from './org-switcher.styles.js';
import { organizationQuery } from './organization-query.js';

/**
 * Shows the organization on behalf of which a person acts, and lets them act for another without a
 * new sign-in. Belongs into the header of an application.
 *
 * @csspart trigger - The button with the present organization.
 * @csspart popover - The choice of another one.
 */
export class TesseraOrgSwitcher extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens, controls, avatarStyles, popoverStyles, styles];

  @state() private open = false;
  @state() private switching = false;
  @state() private announcement = '';
  @state() private failure = '';
  @query('.popover') private choice!: HTMLElement;
  @query('.trigger') private trigger!: HTMLElement;
  @query('tessera-org-picker') private picker!: TesseraOrgPicker | null;

  readonly #text = new TextController(this);
  readonly #context = new ContextController(this);
  readonly #organization = new ResourceController<Organization>(this, () => {
    const { client, organization } = this.#context;
    return client && organization && organizationQuery(client, organization.organizationId);
  });

  #turn: object = {};

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.open = false;
  }

  override render() {
    const { words } = this.#text;
    const { value, error } = this.#organization;
    const name = value?.name ?? (error ? words.errors[error.code] : words.common.loading);
    return html`
      <button
        class="trigger"
        part="trigger"
        type="button"
        popovertarget="popover"
        aria-label=${value ? words.organizations.switchFrom(name) : name}
        aria-busy=${this.switching}
        title=${name}
      >
        ${
          value
            ? avatar(
                { id: value.organizationId, name: value.name, picture: value.logoUrl },
                'square',
              )
            : error
              ? circleAlertIcon
              : building2Icon
        }
        <bdi class="truncated">${name}</bdi>
        ${chevronsUpDownIcon}
      </button>
      <div class="popover" id="popover" part="popover" popover @toggle=${this.#toggled}>
        ${this.failure ? this.#failure() : nothing} ${this.open ? this.#picker() : nothing}
      </div>
      <p class="hidden" role="status">${this.announcement}</p>
    `;
  }

  #picker() {
    return html`<tessera-org-picker
      exportparts="search, option, notice"
      .value=${this.#context.organization?.organizationId}
      @tessera-organization-chosen=${this.#switch}
    ></tessera-org-picker>`;
  }

  #failure() {
    return html`<p class="failure" role="alert">
      ${circleAlertIcon} <span>${this.failure}</span>
    </p>`;
  }

  async #toggled(event: ToggleEvent): Promise<void> {
    this.open = event.newState === 'open';
    this.failure = '';
    if (!this.open) return this.#keepFocus();
    await this.updateComplete;
    await this.picker?.updateComplete;
    this.picker?.focus();
  }

  /** The browser gives the focus back by itself only where it had not gone into a further root. */
  #keepFocus(): void {
    if (!this.#isFocusElsewhere()) this.trigger.focus();
  }

  /** Whether the person has gone on to another part of the page in the meantime. */
  #isFocusElsewhere(): boolean {
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    return activeElement !== null && activeElement !== document.body && activeElement !== this;
  }

  async #switch(event: OrganizationChosenEvent): Promise<void> {
    // The choice inside is a matter of this element; what leaves it is the provider's announcement.
    event.stopPropagation();
    const { organization } = this.#context;
    const { organizations, errors } = this.#text.words;
    const changes = event.organizationId !== organization?.organizationId;
    // Of several choices in a row only the last one says how it went.
    const turn = (this.#turn = {});
    this.failure = '';
    this.switching = changes;
    try {
      await organization?.switchTo(event.organizationId);
      if (turn !== this.#turn) return;
      if (this.open) this.choice.hidePopover();
      if (!this.#isFocusElsewhere()) this.trigger.focus();
      await this.updateComplete;
      const { value } = this.#organization;
      if (value && changes) this.announcement = organizations.switched(value.name);
    } catch (error) {
      if (turn !== this.#turn) return;
      const { code } = TesseraError.from(error);
      if (code !== 'aborted') this.failure = errors[code];
      if (this.picker) this.picker.value = this.#context.organization?.organizationId;
    } finally {
      if (turn === this.#turn) this.switching = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-org-switcher': TesseraOrgSwitcher;
  }
}
