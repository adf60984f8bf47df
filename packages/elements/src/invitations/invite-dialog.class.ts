import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { actionWords } from '../text/actions.js';
import { invitingWords } from '../text/inviting.js';
import { roleNames } from '../text/role-names.js';
import { TextController } from '../text/text-controller.js';
import { controls } from '../theme/controls.js';
import { dialogFrame, dialogStyles } from '../theme/dialog.js';
import { noticeStyles } from '../theme/notice.js';
import { tokens } from '../theme/tokens.js';
import { draftActions, outcomeActions } from './invite-actions.js';
import { addressField } from './invite-addresses.js';
import { addressStyles } from './invite-addresses.styles.js';
import { styles } from './invite-dialog.styles.js';
import { isBlank } from './invite-draft.js';
import { InviteDrafts } from './invite-drafts.js';
import { InviteFacts } from './invite-facts.js';
import { offerFields } from './invite-form.js';
import { spokenLife } from './invite-life.js';
import { draftNote, failureBanner, inviteRefusal, isolated } from './invite-notices.js';
import { outcome } from './invite-outcome.js';
import { roleStyles } from './invite-roles.styles.js';
import { InviteSending } from './invite-sending.js';

/**
 * Invites people to the organization in view: many at once, typed, pasted or from a CSV file, each
 * address judged before anything is sent. What was entered stays until it is sent or discarded,
 * whatever fails and however the dialog is closed.
 *
 * @slot trigger - A button that opens the dialog; absent where the server invites nobody.
 * @csspart dialog - The dialog.
 * @csspart addresses - The field with the addresses.
 * @csspart invited - The people who were invited.
 * @csspart refused - The people who were not, with the reasons.
 * @csspart notice - What stands in place of the form when nobody can be invited.
 * @fires {BeforeMembersInviteEvent} tessera-before-members-invite - People are about to be invited; cancelable.
 * @fires {MembersInvitedEvent} tessera-members-invited - The server has invited people.
 * @cssstate loading - What there is to hand out is on its way.
 * @cssstate sending - Invitations are on their way.
 */
export class TesseraInviteDialog extends LitElement {
  static override styles = [
    tokens,
    controls,
    dialogStyles,
    noticeStyles,
    addressStyles,
    roleStyles,
    styles,
  ];

  /** Whether the dialog is open; it closes itself when a person is done. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** Whether what is shown was entered before the dialog was opened. */
  @state() private restored = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, {
    inviting: invitingWords,
    actions: actionWords,
    roleNames,
  });
  readonly #context = new ContextController(this);
  readonly #facts = new InviteFacts(
    this,
    this.#context,
    () => this.#text.words,
    () => this.open,
  );
  readonly #drafts = new InviteDrafts(
    this,
    () => this.#text.words.inviting,
    (list) => this.#facts.judge(list),
  );
  readonly #sending = new InviteSending(this, this.#context, this.#facts, this.#drafts);

  /** Where a press began: who marks a text and lets go beside the dialog does not leave it. */
  #pressed: EventTarget | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.open = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { client, organization } = this.#context;
    const key = client && organization ? `${client.identity()} ${organization.organizationId}` : '';
    if (key !== this.#drafts.key) this.#enter(key);
    if (changed.has('open') && this.open) this.restored = !isBlank(this.#drafts.draft);
  }

  protected override updated(): void {
    this.#state('loading', this.open && this.#facts.loading);
    this.#state('sending', this.#sending.busy);
    if (!this.isConnected) return;
    if (this.open && !this.dialog.open) {
      this.dialog.showModal();
      this.#focusField();
    } else if (!this.open && this.dialog.open) this.dialog.close();
  }

  /** Opens the dialog, with what was entered before. */
  show(): void {
    this.open = true;
  }

  /** Closes the dialog; what was entered stays. */
  close(): void {
    this.open = false;
  }

  override render() {
    return html`${
        this.#facts.impossible
          ? nothing
          : html`<slot name="trigger" @click=${() => this.show()}></slot>`
      }
      <dialog
        class="dialog wide"
        part="dialog"
        aria-labelledby="title"
        @close=${this.#closed}
        @pointerdown=${({ target }: Event) => (this.#pressed = target)}
        @click=${this.#leave}
      >
        ${this.open ? this.#content() : nothing}
      </dialog>
      <p class="hidden" role="status">${this.open ? nothing : this.#drafts.said}</p>`;
  }

  #content() {
    const { words } = this.#text;
    const { inviting, actions } = words;
    const name = this.#facts.organization.value?.name;
    const refusal = inviteRefusal(words, this.#facts);
    return html`<form novalidate @submit=${this.#submit}>
      ${dialogFrame({
        titleId: 'title',
        title: name === undefined ? inviting.title : inviting.titleFor(isolated(name)),
        body: html`${refusal ?? (this.#sending.told ? this.#outcome() : this.#form())}
          <p class="hidden" role="status">${this.#drafts.said}</p>`,
        actions: this.#actions(refusal),
        closeLabel: actions.close,
        close: () => this.close(),
      })}
    </form>`;
  }

  #form() {
    const { words } = this.#text;
    const { draft, missing, whole } = this.#drafts;
    const view = {
      people: this.#facts.judge(draft.invitees),
      typed: draft.typed,
      most: this.#facts.most,
      whole,
      missing,
      roleName: (role: string) => this.#facts.roleNamed(role),
    };
    const count = this.#sending.people.length;
    return html`${draftNote(words, this.#drafts, this.restored)} ${this.#failure()}
    ${addressField(words, view, this.#drafts)}
    ${offerFields(words, this.#facts, draft, count, (change) => this.#drafts.change(change))}`;
  }

  #outcome() {
    const { words } = this.#text;
    const { draft } = this.#drafts;
    const { capabilities, most } = this.#facts;
    const life = draft.life ?? capabilities.value?.invitations?.life?.usual;
    const others = this.#facts.judge(draft.invitees);
    return html`${this.#failure()}
    ${outcome(words, draft.invited, others, life ? spokenLife(life, words.language) : '', most)}`;
  }

  #actions(refusal: TemplateResult | undefined) {
    const { words } = this.#text;
    const { busy, told, people } = this.#sending;
    const { draft } = this.#drafts;
    const deeds = {
      discard: () => this.#discard(),
      again: () => this.#again(),
      close: () => this.close(),
    };
    const view = { busy, count: people.length };
    if (told && !refusal) {
      return outcomeActions(words, { ...view, done: draft.invitees.length === 0 }, deeds);
    }
    if (!refusal) {
      const unable = !this.#facts.knowsRoles;
      return draftActions(words, { ...view, blank: isBlank(draft), unable }, deeds);
    }
    return html`<button type="button" class="button" @click=${deeds.close}>
      ${words.actions.close}
    </button>`;
  }

  #failure() {
    const { problem, draft } = this.#drafts;
    return failureBanner(this.#text.words, problem, this.#sending, draft.invited.length > 0);
  }

  #enter(key: string): void {
    // Nobody shall invite into another organization than the one they opened the dialog for.
    if (this.#drafts.key) this.open = false;
    this.#sending.forget();
    this.#drafts.enter(key);
    this.restored = false;
  }

  #state(name: string, holds: boolean): void {
    if (holds) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.#sending.send()) this.#focusOutcome();
  }

  #discard(): void {
    this.#drafts.discard();
    this.#sending.forget();
  }

  #again(): void {
    this.#drafts.startOver();
    this.#sending.told = false;
    void this.updateComplete.then(() => this.#focusField());
  }

  #focusField(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  /** The button that was pressed may be gone: one goes on at what failed, or is done. */
  #focusOutcome(): void {
    void this.updateComplete.then(() => {
      const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
      (find('.result.danger') ?? find('footer .primary'))?.focus();
    });
  }

  #leave({ target }: Event): void {
    if (target === this.dialog && this.#pressed === this.dialog) this.close();
  }

  #closed(): void {
    // It may have been opened again in the meantime.
    if (this.dialog.open) return;
    this.open = this.restored = false;
    if (this.#sending.busy) return;
    this.#drafts.leave();
    // What nobody knows to be done stays known, so that the next press does it once.
    this.#sending.told = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-invite-dialog': TesseraInviteDialog;
  }
}
