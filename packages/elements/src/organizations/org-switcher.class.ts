import type { Me, Organization } from '@tesserakit/contract';
import { TesseraError } from '@tesserakit/client';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { isFocusElsewhere } from '../data/focus.js';
import { ResourceController } from '../data/resource.js';
import { isolated } from '../text/open-words.js';
import { organizationChoiceWords } from '../text/organization-choice.js';
import { TextController } from '../text/text-controller.js';
import { avatar, avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import {
  building2Icon,
  chevronsUpDownIcon,
  circleAlertIcon,
  plusIcon,
  undo2Icon,
} from '../theme/icons.js';
import { popoverStyles } from '../theme/popover.js';
import { tokens } from '../theme/tokens.js';
import type { OrganizationChosenEvent } from './events.js';
import type { TesseraOrgPicker } from './org-picker.class.js';
import { styles } from './org-switcher.styles.js';
import { organizationQuery } from './organization-query.js';
import { personQuery } from './person-query.js';

/**
 * Shows the organization on behalf of which a person acts, and lets them act for another without a
 * new sign-in. Belongs into the header of an application.
 *
 * @slot entries - Links and buttons of the host's own, below the choice.
 * @csspart trigger - The button with the present organization.
 * @csspart popover - The choice of another one.
 * @csspart acting - Says that the organization in view is looked after from another one.
 * @csspart entry - A link below the choice.
 * @fires {BeforeInvitationAcceptEvent} tessera-before-invitation-accept - An invitation is about to be accepted; cancelable.
 * @fires {InvitationAcceptedEvent} tessera-invitation-accepted - A person has joined an organization that invited them.
 * @fires {InvitationDeclinedEvent} tessera-invitation-declined - A person has declined an invitation.
 */
export class TesseraOrgSwitcher extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens, controls, avatarStyles, popoverStyles, styles];

  /** The person can act for themselves, too. */
  @property({ type: Boolean, reflect: true }) personal = false;

  /** Where a person creates an organization; without it, there is no such entry. */
  @property({ attribute: 'create-href' }) createHref: string | undefined;

  /** Where the organization in view is looked after; without it, there is no such entry. */
  @property({ attribute: 'manage-href' }) manageHref: string | undefined;

  @state() private open = false;
  @state() private switching = false;
  @state() private announcement = '';
  @state() private failure = '';
  @query('.popover') private choice!: HTMLElement;
  @query('.trigger') private trigger!: HTMLElement;
  @query('tessera-org-picker') private picker!: TesseraOrgPicker | null;

  readonly #text = new TextController(this, { organizationChoice: organizationChoiceWords });
  readonly #context = new ContextController(this);
  readonly #organization = new ResourceController<Organization>(this, () => {
    const { client, organization } = this.#context;
    return client && organization && organizationQuery(client, organization.organizationId);
  });

  /** Of the person, where the one in view is managed by it. */
  readonly #own = new ResourceController<Organization>(this, () => {
    const { client, organization } = this.#context;
    const from = organization?.actingFrom;
    return client && from ? organizationQuery(client, from) : undefined;
  });
  readonly #person = new ResourceController<Me>(this, () => {
    const { client, organization } = this.#context;
    return client && this.personal && !organization ? personQuery(client) : undefined;
  });

  #turn: object = {};

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.open = false;
  }

  override render() {
    const { words } = this.#text;
    const { name, known } = this.#shown;
    const acting = this.#context.organization?.actingFrom !== undefined;
    const { actingFor } = words.organizationChoice;
    const spoken = acting ? `${actingFor} ${name}` : name;
    return html`
      <button
        class="trigger"
        part="trigger"
        type="button"
        popovertarget="popover"
        aria-label=${known ? words.organizations.switchFrom(spoken) : name}
        aria-busy=${this.switching}
        title=${spoken}
      >
        ${this.#face()}
        ${acting ? html`<span class="chip info" part="acting">${actingFor}</span>` : nothing}
        <bdi class="truncated">${name}</bdi>
        ${chevronsUpDownIcon}
      </button>
      <div class="popover" id="popover" part="popover" popover @toggle=${this.#toggled}>
        ${this.failure ? this.#failure() : nothing} ${acting ? this.#actingNote() : nothing}
        ${this.open ? this.#picker() : nothing} ${this.#entries()}
      </div>
      <p class="hidden" role="status">${this.announcement}</p>
    `;
  }

  /** What the button says, and whether that is a name. */
  get #shown(): { name: string; known: boolean } {
    const { common, errors, organizations, organizationChoice } = this.#text.words;
    const { client, organization } = this.#context;
    const { value, error } = organization ? this.#organization : this.#person;
    if (value) return { name: value.name, known: true };
    if (error) return { name: errors[error.code], known: false };
    if (!client || organization) return { name: common.loading, known: false };
    return this.personal
      ? { name: organizationChoice.personal, known: true }
      : { name: organizations.choose, known: false };
  }

  #face() {
    const { organization } = this.#context;
    const { value: me } = this.#person;
    const { value, error } = this.#organization;
    if (organization && value) {
      const { organizationId: id, name, logoUrl: picture } = value;
      return avatar({ id, name, picture }, 'square');
    }
    if (!organization && me) return avatar({ id: me.userId, name: me.name, picture: me.picture });
    return organization && error ? circleAlertIcon : building2Icon;
  }

  #picker() {
    const { client, organization } = this.#context;
    const personal = this.personal && client ? '' : undefined;
    return html`<tessera-org-picker
      exportparts="search, option, notice, offers"
      offers
      ?personal=${this.personal}
      .value=${organization?.actingFrom ? undefined : (organization?.organizationId ?? personal)}
      @tessera-organization-chosen=${this.#choose}
    ></tessera-org-picker>`;
  }

  /** On whose behalf one looks after what is in view, and the way back. */
  #actingNote() {
    const { organizationChoice: words } = this.#text.words;
    const { value: own } = this.#own;
    const { value } = this.#organization;
    const back = this.#context.organization?.actingFrom ?? '';
    return html`<div class="acting">
      ${
        own && value
          ? html`<p>${words.actingHint(isolated(value.name), isolated(own.name))}</p>`
          : nothing
      }
      <button class="button" type="button" @click=${() => void this.#switch(back)}>
        ${undo2Icon}
        <bdi class="truncated">${own ? words.backTo(isolated(own.name)) : words.back}</bdi>
      </button>
    </div>`;
  }

  #entries() {
    const { organizationChoice: words } = this.#text.words;
    const link = (href: string | undefined, icon: typeof plusIcon, label: string) =>
      href === undefined
        ? nothing
        : html`<a class="entry" part="entry" href=${href}>${icon} ${label}</a>`;
    return html`<div class="entries">
      ${link(this.createHref, plusIcon, words.create)}
      ${this.#context.organization ? link(this.manageHref, building2Icon, words.manage) : nothing}
      <slot name="entries"></slot>
    </div>`;
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
    // Whoever shows the switcher may load what is in it only now.
    await customElements.whenDefined('tessera-org-picker');
    await this.picker?.updateComplete;
    this.picker?.focus();
  }

  /** The browser gives the focus back by itself only where it had not gone into a further root. */
  #keepFocus(): void {
    if (!isFocusElsewhere(this)) this.trigger.focus();
  }

  #choose(event: OrganizationChosenEvent): void {
    // The choice inside is a matter of this element; what leaves it is the provider's announcement.
    event.stopPropagation();
    void this.#switch(event.organizationId);
  }

  async #switch(organizationId: string): Promise<void> {
    const { organization, switching } = this.#context;
    const { organizations, errors } = this.#text.words;
    const changes =
      organizationId !== (organization?.organizationId ?? '') ||
      organization?.actingFrom !== undefined;
    // Of several choices in a row only the last one says how it went.
    const turn = (this.#turn = {});
    this.failure = '';
    this.switching = changes;
    try {
      await (switching ?? organization)?.switchTo(organizationId);
      if (turn !== this.#turn) return;
      if (this.open) this.choice.hidePopover();
      if (!isFocusElsewhere(this)) this.trigger.focus();
      await this.updateComplete;
      const { name, known } = this.#shown;
      if (known && changes) this.announcement = organizations.switched(name);
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
