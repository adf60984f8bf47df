import type { Organization } from '@tesserakit/contract';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { actionWords } from '../text/actions.js';
import { isolated, reasonFor } from '../text/open-words.js';
import { organizationProfileWords } from '../text/organization-profile.js';
import { TextController } from '../text/text-controller.js';
import { avatar, avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { dialogStyles } from '../theme/dialog.js';
import { building2Icon, circlePauseIcon, lockIcon } from '../theme/icons.js';
import { failureNotice, notice, noticeStyles } from '../theme/notice.js';
import { panelStyles } from '../theme/panel.js';
import { skeletonStyles } from '../theme/skeleton.js';
import { tokens } from '../theme/tokens.js';
import { styles } from './org-profile.styles.js';
import { brandingStyles } from './profile-branding.styles.js';
import { endingStyles } from './profile-endings.styles.js';
import { OrganizationInHand } from './organization-in-hand.js';
import { ProfileBranding, type LogoStore } from './profile-branding.js';
import { ProfileEndings } from './profile-endings.js';
import { ProfileIdentity } from './profile-identity.js';
import { ProfileNotes } from './profile-notes.js';
import { ProfilePolicy } from './profile-policy.js';

/**
 * The organization in view, and what the signed-in person may change about it: name and slug, look,
 * sign-in policy, metadata; and what ends something: leaving, handing over, suspending, deleting.
 *
 * @csspart header - Which organization it is.
 * @csspart section - One part of the screen.
 * @csspart preview - What members will see where they sign in.
 * @csspart conflict - Says that somebody else has saved the same meanwhile.
 * @csspart notice - What stands in place of an organization that cannot be shown.
 * @cssstate loading - The organization is on its way.
 * @fires {BeforeOrganizationUpdateEvent} tessera-before-organization-update - Something is about to be saved; cancelable.
 * @fires {OrganizationUpdatedEvent} tessera-organization-updated - The server has saved it.
 * @fires {BeforeOrganizationLeaveEvent} tessera-before-organization-leave - The person is about to leave; cancelable.
 * @fires {OrganizationLeftEvent} tessera-organization-left - The person is no member any more.
 * @fires {BeforeOwnershipTransferEvent} tessera-before-ownership-transfer - The administration is about to be handed over; cancelable.
 * @fires {OwnershipTransferredEvent} tessera-ownership-transferred - Another member is the administrator now.
 * @fires {BeforeOrganizationSuspendEvent} tessera-before-organization-suspend - The organization is about to be shut out; cancelable.
 * @fires {OrganizationSuspendedEvent} tessera-organization-suspended - The server has shut the organization out.
 * @fires {BeforeOrganizationReactivateEvent} tessera-before-organization-reactivate - The organization is about to be let in again; cancelable.
 * @fires {OrganizationReactivatedEvent} tessera-organization-reactivated - The server has let the organization in again.
 * @fires {BeforeOrganizationDeleteEvent} tessera-before-organization-delete - The organization is about to be deleted; cancelable.
 * @fires {OrganizationDeletedEvent} tessera-organization-deleted - The organization is gone.
 */
export class TesseraOrgProfile extends LitElement {
  static override styles = [
    tokens,
    controls,
    avatarStyles,
    noticeStyles,
    dialogStyles,
    skeletonStyles,
    panelStyles,
    styles,
    brandingStyles,
    endingStyles,
  ];

  /** Keeps pictures that a person chooses for a logo; without it, they give a web address. */
  @property({ attribute: false }) storeLogo: LogoStore | undefined;

  @state() private announcement = '';

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, {
    actions: actionWords,
    organizationProfile: organizationProfileWords,
  });
  readonly #context = new ContextController(this);
  readonly #view = new OrganizationInHand(
    this,
    this.#context,
    (outcome) => (this.announcement = outcome),
  );
  readonly #identity = new ProfileIdentity(this, this.#view);
  readonly #branding = new ProfileBranding(this, this.#view);
  readonly #policy = new ProfilePolicy(this, this.#view);
  readonly #notes = new ProfileNotes(this, this.#view);
  readonly #endings = new ProfileEndings(this, this.#view);
  #shown: string | undefined;

  protected override willUpdate(): void {
    const { client, organizationId } = this.#view.asked ?? {};
    const shown = client && `${client.identity()} ${organizationId}`;
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#forget();
    }
    const { organization, error } = this.#view;
    if (organization ?? error) this.#internals.states.delete('loading');
    else this.#internals.states.add('loading');
  }

  /** Asks the backend again for the organization and what can be done. */
  reload(): void {
    this.#view.reload();
  }

  override render() {
    return html`${this.#content()}
      <p class="hidden" role="status">${this.announcement}</p>`;
  }

  #content() {
    const { organization, can, error } = this.#view;
    if (this.#endings.ending || error) return this.#absence();
    if (!organization || !can) return this.#skeleton();
    const { words } = this.#text;
    const { actions } = organization;
    const may = can.organizations.update && actions['organization.update'] === true;
    const sets = actions['organization.setAuthentication'] === true;
    const knowsNotes = organization.metadata !== undefined || may;
    return html`<article class="panel" aria-labelledby="title">
      ${this.#header(organization)} ${this.#identity.render(words, organization, may === true)}
      ${
        can.organizations.branding
          ? this.#branding.render(words, organization, may === true)
          : nothing
      }
      ${can.organizations.update && sets ? this.#policy.render(words, organization) : nothing}
      ${knowsNotes ? this.#notes.render(words, organization, may === true) : nothing}
      ${this.#endings.render(words, organization)}
    </article>`;
  }

  #header({
    organizationId: id,
    name,
    logoUrl: picture,
    status,
    managedBy,
    actions,
  }: Organization) {
    const { words } = this.#text;
    const { organizationProfile: own } = words;
    const reason = reasonFor(words, actions['organization.update'] ?? 'forbidden');
    const isReadOnly = reason && this.#view.can?.organizations.update;
    return html`<header part="header">
        ${avatar({ id, name, picture }, 'square')}
        <div class="who">
          <h2 id="title"><bdi>${name}</bdi></h2>
          ${managedBy ? html`<p class="muted">${own.managedBy(isolated(managedBy.name))}</p>` : nothing}
        </div>
        ${
          status === 'suspended'
            ? html`<span class="chip warning">${circlePauseIcon} ${own.suspendedChip}</span>`
            : nothing
        }
      </header>
      ${
        isReadOnly
          ? html`<p class="why">${lockIcon} <span>${own.readOnly} ${reason}</span></p>`
          : nothing
      }`;
  }

  /** What stands in place of an organization: left, deleted, not there, out of sight, or failed. */
  #absence() {
    const { words } = this.#text;
    const { organizationProfile: own } = words;
    const { ending } = this.#endings;
    const { error } = this.#view;
    const about = (title: string, sentence: string) =>
      html`<div class="panel gone" tabindex="-1">
        ${notice({ icon: building2Icon, title, sentence })}
      </div>`;
    if (ending?.how === 'left') return about(own.left(isolated(ending.name)), own.leftHint);
    if (ending) return about(own.gone(isolated(ending.name)), own.goneHint);
    if (error?.code === 'not_found') return about(own.notFound, own.notFoundHint);
    return html`<div class="panel gone" tabindex="-1">
      ${error ? failureNotice(words, own.failed, error, () => this.#retry()) : nothing}
    </div>`;
  }

  #skeleton() {
    return html`<div class="panel waiting" aria-busy="true">
      <span class="hidden">${this.#text.words.common.loading}</span>
      <div class="skeleton">${[1, 2, 3, 4, 5, 6].map(() => html`<i></i>`)}</div>
    </div>`;
  }

  /** The button that was pressed goes away, so the focus stays at its place. */
  #retry(): void {
    this.reload();
    this.#view.focusOn('.panel');
  }

  #forget(): void {
    this.announcement = '';
    for (const part of [this.#identity, this.#branding, this.#policy, this.#notes, this.#endings]) {
      part.forget();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-org-profile': TesseraOrgProfile;
  }
}
