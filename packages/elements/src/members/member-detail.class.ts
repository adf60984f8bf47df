import type { Member } from '@tesserakit/contract';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { actionWords } from '../text/actions.js';
import { memberDetailWords } from '../text/member-detail.js';
import { memberWords } from '../text/members.js';
import { roleNames } from '../text/role-names.js';
import { TextController } from '../text/text-controller.js';
import { avatar, avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { dialogStyles } from '../theme/dialog.js';
import { calendarClockIcon, lockIcon, userXIcon, usersIcon } from '../theme/icons.js';
import { failureNotice, notice, noticeStyles } from '../theme/notice.js';
import { panelStyles } from '../theme/panel.js';
import { skeletonStyles } from '../theme/skeleton.js';
import { tokens } from '../theme/tokens.js';
import { FoldedSection } from './folded-section.js';
import { MemberAccessSection } from './member-access.js';
import { sectionStyles } from './member-section.styles.js';
import { styles } from './member-detail.styles.js';
import { MemberExpiry } from './member-expiry.js';
import { MemberInView, type MemberAsked } from './member-in-view.js';
import { Membership } from './member-membership.js';
import { MemberProfile } from './member-profile.js';
import { MemberRolesSection } from './member-roles-section.js';
import { ending, skeletonLines } from './member-section.js';
import { statusChip } from './member-status.js';

/**
 * One member of the organization in view: who they are, what they may do and why, what happened to
 * them, and what the signed-in person may do about it. Each part loads, and fails, on its own.
 *
 * @slot roles - In place of the kit's own screen for changing roles.
 * @csspart header - Who it is, and how the membership stands.
 * @csspart section - One part of the screen.
 * @csspart conflict - What somebody else has saved beside what was entered.
 * @csspart notice - What stands in place of a member who cannot be shown.
 * @cssstate loading - The member is on the way.
 * @fires {BeforeMemberUpdateEvent} tessera-before-member-update - Title, department or end are about to be saved; cancelable.
 * @fires {MemberUpdatedEvent} tessera-member-updated - The server has saved them.
 * @fires {BeforeMemberSessionsEndEvent} tessera-before-member-sessions-end - Sessions are about to be ended; cancelable.
 * @fires {MemberSessionsEndedEvent} tessera-member-sessions-ended - The server has ended them.
 * @fires {BeforeMemberSuspendEvent} tessera-before-member-suspend - The member is about to be shut out; cancelable.
 * @fires {MemberSuspendedEvent} tessera-member-suspended - The server has shut the member out.
 * @fires {BeforeMemberReactivateEvent} tessera-before-member-reactivate - The member is about to be let in again; cancelable.
 * @fires {MemberReactivatedEvent} tessera-member-reactivated - The server has let the member in again.
 * @fires {BeforeMemberRemoveEvent} tessera-before-member-remove - The membership is about to be ended; cancelable.
 * @fires {MemberRemovedEvent} tessera-member-removed - The server has ended the membership.
 * @fires {BeforeOwnershipTransferEvent} tessera-before-ownership-transfer - The administration is about to be handed over; cancelable.
 * @fires {OwnershipTransferredEvent} tessera-ownership-transferred - The member is the administrator now.
 * @fires {MembersChangedEvent} tessera-members-changed - Any of these facts has happened.
 */
export class TesseraMemberDetail extends LitElement {
  static override styles = [
    tokens,
    controls,
    avatarStyles,
    noticeStyles,
    dialogStyles,
    skeletonStyles,
    panelStyles,
    styles,
    sectionStyles,
  ];

  /** The member who is shown. */
  @property({ attribute: 'user-id' }) userId: string | undefined;

  @state() private announcement = '';

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, {
    actions: actionWords,
    memberDetail: memberDetailWords,
    members: memberWords,
    roleNames,
  });
  readonly #context = new ContextController(this);
  readonly #view = new MemberInView(
    this,
    () => this.#asked,
    (outcome) => (this.announcement = outcome),
  );
  readonly #profile = new MemberProfile(this, this.#view);
  readonly #access = new MemberAccessSection(this, this.#view);
  readonly #roles = new MemberRolesSection(this, this.#view, this.#access);
  readonly #expiry = new MemberExpiry(this, this.#view);
  readonly #sessions: FoldedSection = new FoldedSection(this, 'sessions', async () => {
    const { MemberSessions } = await import('./member-sessions.js');
    return new MemberSessions(this, this.#view, () => this.#sessions.isOpen);
  });
  readonly #history: FoldedSection = new FoldedSection(this, 'history', async () => {
    const { MemberHistory } = await import('./member-history.js');
    return new MemberHistory(this, this.#view, this.#access, () => this.#history.isOpen);
  });
  readonly #membership = new Membership(this, this.#view);
  #shown = '';

  protected override willUpdate(): void {
    const { organizationId, userId } = this.#asked ?? {};
    const shown = JSON.stringify([organizationId, userId]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#forget();
    }
    const { member, error } = this.#view;
    if (member ?? error ?? !userId) this.#internals.states.delete('loading');
    else this.#internals.states.add('loading');
  }

  /** Asks the backend again for the member and what can be done. */
  reload(): void {
    this.#membership.forget();
    this.#view.reload();
    this.#access.reload();
  }

  override render() {
    return html`${this.#content()}
      <p class="hidden" role="status">${this.announcement}</p>`;
  }

  #content() {
    const { member, error } = this.#view;
    if (!this.userId || this.#membership.removed !== undefined || error) return this.#absence();
    if (!member) return html`<div class="panel">${skeletonLines(this.#text.words, 6)}</div>`;
    const { words } = this.#text;
    const { can } = this.#view;
    return html`<article class="panel" aria-labelledby="name">
      ${this.#header(member)} ${this.#profile.render(words, member)}
      ${this.#roles.render(words, member)} ${can?.access ? this.#access.render(words) : nothing}
      ${can?.members.expiry ? this.#expiry.render(words, member) : nothing}
      ${can?.sessions?.list ? this.#sessions.render(words, member) : nothing}
      ${can?.audit?.list ? this.#history.render(words, member) : nothing}
      ${can ? this.#membership.render(words, member) : nothing}
    </article>`;
  }

  #header(member: Member) {
    const { words } = this.#text;
    const { userId, email, picture, expiresAt } = member;
    const name = member.name.trim() || email;
    return html`<header part="header">
      ${avatar({ id: userId, name, picture })}
      <div class="who">
        <h2 id="name"><bdi>${name}</bdi></h2>
        ${name === email ? nothing : html`<bdi class="muted">${email}</bdi>`}
      </div>
      <div class="chips">
        ${statusChip(member.status, words)}
        ${
          expiresAt
            ? html`<span class="chip warning"
                >${calendarClockIcon} ${ending(words, expiresAt)}</span
              >`
            : nothing
        }
      </div>
    </header>`;
  }

  /** What stands in place of a member: nobody chosen, removed, not there, out of sight, or failed. */
  #absence() {
    const { words } = this.#text;
    const { memberDetail } = words;
    const { removed } = this.#membership;
    const { error } = this.#view;
    const about = (icon: typeof usersIcon, title: string, sentence: string) =>
      html`<div class="panel gone" tabindex="-1">
        ${notice({ icon, title, sentence, urgent: error !== undefined })}
      </div>`;
    if (!this.userId) return about(usersIcon, memberDetail.nobody, memberDetail.nobodyHint);
    if (removed !== undefined) {
      return about(userXIcon, memberDetail.removed(removed), memberDetail.removedHint);
    }
    if (error?.code === 'not_found') {
      return about(userXIcon, memberDetail.notFound, memberDetail.notFoundHint);
    }
    if (error?.code === 'forbidden') {
      return about(lockIcon, memberDetail.forbidden, memberDetail.forbiddenHint);
    }
    return html`<div class="panel gone" tabindex="-1">
      ${error ? failureNotice(words, memberDetail.failed, error, () => this.#retry()) : nothing}
    </div>`;
  }

  /** The button that was pressed goes away, so the focus stays at its place. */
  #retry(): void {
    this.reload();
    this.#view.focusOn('.panel');
  }

  #forget(): void {
    this.announcement = '';
    for (const part of [
      this.#profile,
      this.#roles,
      this.#access,
      this.#expiry,
      this.#sessions,
      this.#history,
      this.#membership,
    ]) {
      part.forget();
    }
  }

  get #asked(): MemberAsked | undefined {
    const { client, organization } = this.#context;
    const { userId } = this;
    if (!client || !organization || !userId) return undefined;
    return { client, organizationId: organization.organizationId, userId };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-member-detail': TesseraMemberDetail;
  }
}
