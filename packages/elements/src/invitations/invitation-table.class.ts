import type { Capabilities, Invitation, InvitationStatus } from '@tesserakit/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { isFocusNowhere } from '../data/focus.js';
import { PagesController } from '../data/pages.js';
import { Pause } from '../data/pause.js';
import { ResourceController } from '../data/resource.js';
import { actionWords } from '../text/actions.js';
import { invitationListWords } from '../text/invitation-list.js';
import { roleNames } from '../text/role-names.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { dialogStyles } from '../theme/dialog.js';
import { menuStyles } from '../theme/menu.js';
import { noticeStyles, partly } from '../theme/notice.js';
import { outcomeStyles } from '../theme/outcome.js';
import { tableStyles } from '../theme/table.js';
import { tokens } from '../theme/tokens.js';
import { moreBar, tableBody } from './invitation-table-body.js';
import { InvitationDeeds, type InvitationVerb } from './invitation-table-deeds.js';
import { invitationChoices, menuPopover, RowMenu } from './invitation-table-menu.js';
import { emptyNotice, forbiddenNotice, notLoaded } from './invitation-table-notices.js';
import { failureStrip, progress } from './invitation-table-outcome.js';
import { revokeDialog } from './invitation-table-revoke.js';
import { styles } from './invitation-table.styles.js';
import { toolbar } from './invitation-table-toolbar.js';

/**
 * Those who were asked to join the organization in view, newest first: what each was offered, by whom,
 * until when, and what became of it. Sends again, and withdraws, what the signed-in person may.
 *
 * @slot action - The one obvious next thing to do, at the end of the toolbar: a `tessera-invite-dialog`.
 * @csspart toolbar - Search and filter.
 * @csspart viewport - The part that scrolls.
 * @csspart row - One invitation.
 * @csspart menu - What can be done with one invitation.
 * @csspart dialog - Asks before an invitation is withdrawn.
 * @csspart failure - Why something could not be done.
 * @csspart notice - What stands in place of an empty, refused or failed list.
 * @cssprop --tessera-table-block-size - The greatest height of the part that scrolls.
 * @cssstate loading - The first invitations are on their way.
 * @fires {BeforeInvitationResendEvent} tessera-before-invitation-resend - An invitation is about to be sent again; cancelable.
 * @fires {InvitationResentEvent} tessera-invitation-resent - An invitation was sent again.
 * @fires {BeforeInvitationRevokeEvent} tessera-before-invitation-revoke - An invitation is about to be withdrawn; cancelable.
 * @fires {InvitationRevokedEvent} tessera-invitation-revoked - An invitation was withdrawn.
 */
export class TesseraInvitationTable extends LitElement {
  static override styles = [
    tokens,
    controls,
    avatarStyles,
    noticeStyles,
    dialogStyles,
    menuStyles,
    outcomeStyles,
    tableStyles,
    styles,
  ];

  @state() private search = '';
  @state() private status: InvitationStatus | undefined;
  @state() private revoking: Invitation | undefined;
  @query('.viewport') private viewport!: HTMLElement | null;
  @query('.search input') private searchField!: HTMLInputElement | null;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, {
    actions: actionWords,
    invitationList: invitationListWords,
    roleNames,
  });
  readonly #context = new ContextController(this);
  readonly #deeds = new InvitationDeeds(this, this.#context);
  readonly #menu = new RowMenu(this);
  readonly #typing = new Pause(200);

  readonly #capabilities = new ResourceController<Capabilities>(this, () => {
    const { client, organization } = this.#context;
    if (!client || !organization) return undefined;
    const { organizationId } = organization;
    return {
      owner: client,
      key: [client.identity(), organizationId, 'capabilities'],
      fetch: (signal) => client.capabilities({ organizationId }, { signal }),
    };
  });

  readonly #invitations = new PagesController<Invitation>(this, () => {
    const { client, organization } = this.#context;
    if (!client || !organization) return undefined;
    const { organizationId } = organization;
    const asked = { search: this.search || undefined, status: this.status };
    return {
      owner: client,
      key: [client.identity(), organizationId, 'invitations', asked],
      fetch: (cursor, signal) =>
        client.invitations.list({ organizationId, ...asked, cursor, limit: 50 }, { signal }),
    };
  });

  #organizationId: string | undefined;
  #focusLost = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#typing.end();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { organizationId } = this.#context.organization ?? {};
    const entered = organizationId !== this.#organizationId;
    if (entered) this.#enter(organizationId);
    const filtered = changed.has('search') || changed.has('status');
    if ((filtered || entered) && this.viewport) this.viewport.scrollTop = 0;
    const { ready, error } = this.#invitations;
    if (ready || error) this.#internals.states.delete('loading');
    else this.#internals.states.add('loading');
    const active = this.shadowRoot?.activeElement;
    this.#focusLost = !!active?.closest('tr, .more, .outcome, .notice');
  }

  /** What had the focus may be gone with its row; the person goes on where the list is. */
  protected override updated(): void {
    if (this.#focusLost && isFocusNowhere()) (this.viewport ?? this.searchField)?.focus();
  }

  /** Asks the backend again for everything that is shown. */
  reload(): void {
    this.#capabilities.reload();
    this.#invitations.reload();
  }

  override render() {
    const { words } = this.#text;
    const { ready, error, failedMore, items, outdated, total } = this.#invitations;
    const can = this.#capabilities.value?.invitations;
    // What the backend cannot do is absent.
    if (this.#capabilities.value && !can?.list) return nothing;
    if (error?.code === 'forbidden' && !failedMore) return forbiddenNotice(words);
    const filtered = this.search !== '' || this.status !== undefined;
    const told = progress(words, this.#deeds);
    const count = ready && !outdated && total !== null ? words.invitationList.count(total) : '';
    return html`
      ${toolbar(words, can, this.status, count, {
        type: this.#type,
        choose: (status) => (this.status = status),
      })}
      <div class=${told === nothing ? 'hidden' : 'outcome'} role="status">
        ${told === nothing ? count : told}
      </div>
      ${partly(words, [this.#capabilities])} ${this.#failure()}
      ${!ready && error ? notLoaded(words, error, () => this.#tryAgain()) : nothing}
      ${ready && items.length === 0 ? emptyNotice(words, filtered, () => this.#startOver()) : nothing}
      ${(ready && items.length > 0) || (!ready && !error) ? this.#table() : nothing}
      ${moreBar(words, this.#invitations)} ${this.#openMenu()}
      ${
        this.revoking
          ? revokeDialog(words, this.revoking, this.#deeds, {
              revoke: (invitation) => void this.#revoke(invitation),
              close: () => this.dialog?.close(),
              closed: this.#closed,
            })
          : nothing
      }
    `;
  }

  #failure() {
    const { matter, error } = this.#deeds;
    if (!error || (this.revoking && matter?.verb === 'revoke')) return nothing;
    return failureStrip(
      this.#text.words,
      this.#deeds,
      () => void this.#deeds.retry(),
      () => this.#deeds.forget(),
    );
  }

  #table() {
    const { busy, matter } = this.#deeds;
    return tableBody(this.#text.words, this.#invitations, {
      choices: this.#choices(),
      menu: this.#menu,
      busyId: busy ? matter?.invitation.invitationId : undefined,
    });
  }

  /** What can be done with each invitation, by its id. */
  #choices() {
    const { items } = this.#invitations;
    const can = this.#capabilities.value?.invitations;
    const renewed = new Set(items.map(({ renews }) => renews));
    return new Map(
      items.map((invitation) => [
        invitation.invitationId,
        invitationChoices(this.#text.words, can, invitation, renewed.has(invitation.invitationId)),
      ]),
    );
  }

  #openMenu() {
    const { words } = this.#text;
    const { rowId } = this.#menu;
    const invitation = this.#invitations.items.find(({ invitationId }) => invitationId === rowId);
    if (!invitation) return nothing;
    const { matter, busy } = this.#deeds;
    const wait = busy && matter && words.invitationList.doing[matter.verb](matter.invitation.email);
    const items = (this.#choices().get(invitation.invitationId) ?? []).map((item) =>
      wait ? { ...item, reason: wait } : item,
    );
    return menuPopover(words, this.#menu, invitation, items, (verb) =>
      this.#choose(verb, invitation),
    );
  }

  #choose(verb: InvitationVerb, invitation: Invitation): void {
    this.#menu.close();
    if (verb === 'revoke') void this.#ask(invitation);
    else void this.#deeds.do(verb, invitation);
  }

  async #ask(invitation: Invitation): Promise<void> {
    this.#deeds.forget();
    this.revoking = invitation;
    await this.updateComplete;
    this.dialog?.showModal();
    this.dialog?.querySelector<HTMLElement>('.keep')?.focus();
  }

  /** A refusal stays in the dialog, unless the invitation is another one by now. */
  async #revoke(invitation: Invitation): Promise<void> {
    if (this.#deeds.wait > 0) return;
    await this.#deeds.do('revoke', invitation);
    const { error, busy } = this.#deeds;
    if (!busy && (!error || error.code === 'version_conflict')) this.dialog?.close();
  }

  readonly #closed = (): void => {
    this.revoking = undefined;
    const { error, busy } = this.#deeds;
    if (error && !busy && error.code !== 'version_conflict') this.#deeds.forget();
  };

  readonly #type = (typed: string): void => {
    this.#typing.after(() => (this.search = typed.trim()));
  };

  /** Nothing of the former organization stays. */
  #enter(organizationId: string | undefined): void {
    this.#organizationId = organizationId;
    this.#clear();
    this.#deeds.forget();
    this.revoking = undefined;
  }

  #clear(): void {
    this.#typing.end();
    this.search = '';
    this.status = undefined;
    if (this.searchField) this.searchField.value = '';
  }

  /** The button that was pressed goes away, so the focus goes to where one would go on. */
  #tryAgain(): void {
    this.reload();
    this.#focusOn();
  }

  #startOver(): void {
    this.#clear();
    this.#focusOn();
  }

  #focusOn(): void {
    void this.updateComplete.then(() => (this.searchField ?? this.viewport)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-invitation-table': TesseraInvitationTable;
  }
}
