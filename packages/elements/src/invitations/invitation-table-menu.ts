import type { Capabilities, Invitation } from '@tesserakit/contract';
import { webAddress } from '@tesserakit/domain';
import { html, type LitElement, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { banIcon, linkIcon, sendIcon } from '../theme/icons.js';
import { menuItems, moveInMenu, openMenu } from '../theme/menu.js';
import type { InvitationVerb } from './invitation-table-deeds.js';

/** One thing that can be done with an invitation, or why it cannot. */
export interface InvitationChoice {
  readonly verb: InvitationVerb;
  readonly reason: string | undefined;
}

/**
 * What can be done with an invitation: nothing that the backend cannot do, or does not tell of.
 *
 * @param renewed whether a newer invitation was sent in its place.
 */
export function invitationChoices(
  words: Words<'invitationList'>,
  can: Capabilities['invitations'],
  invitation: Invitation,
  renewed: boolean,
): readonly InvitationChoice[] {
  const { actions, link } = invitation;
  const items: InvitationChoice[] = [];
  const offer = (verb: 'resend' | 'revoke') => {
    const verdict = actions[`invitation.${verb}`];
    if (!can?.[verb] || verdict === undefined) return;
    const reason =
      verdict === true ? undefined : reasonOf(words, String(verdict), invitation, renewed);
    items.push({ verb, reason });
  };
  offer('resend');
  if (webAddress(link)) items.push({ verb: 'copy', reason: undefined });
  offer('revoke');
  return items;
}

function reasonOf(
  { errors, invitationList }: Words<'invitationList'>,
  code: string,
  { status }: Invitation,
  renewed: boolean,
): string {
  if (code === 'invitation_revoked' && status === 'declined') return invitationList.declined;
  if (code === 'invitation_expired' && renewed) return invitationList.renewed;
  const sentences: Record<string, string> = errors;
  return (Object.hasOwn(sentences, code) && sentences[code]) || errors.forbidden;
}

const icons = { resend: sendIcon, copy: linkIcon, revoke: banIcon };

/** The menu of one row; an item with a reason stays within reach, so that the reason is read. */
export function menuPopover(
  { invitationList }: Words<'invitationList'>,
  { press, leave }: RowMenu,
  { email }: Invitation,
  items: readonly InvitationChoice[],
  choose: (verb: InvitationVerb) => void,
): TemplateResult {
  const names = {
    resend: invitationList.resend,
    copy: invitationList.copyLink,
    revoke: `${invitationList.revoke}…`,
  };
  return html`<div
    class="popover menu"
    part="menu"
    popover="manual"
    role="menu"
    aria-label=${invitationList.actionsFor(email)}
    @keydown=${press}
    @focusout=${leave}
  >
    ${menuItems(
      items.map(({ verb, reason }) => ({
        icon: icons[verb],
        name: names[verb],
        reason,
        grave: verb === 'revoke',
        choose: () => choose(verb),
      })),
    )}
  </div>`;
}

/** Opens and closes the one menu of a table for the row that asks, by pointer and by keys. */
export class RowMenu {
  readonly #host: LitElement;
  #rowId: string | undefined;
  #trigger: HTMLElement | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** The row that the menu is open for. */
  get rowId(): string | undefined {
    return this.#rowId;
  }

  async toggle(rowId: string, trigger: HTMLElement): Promise<void> {
    if (this.#rowId === rowId) return this.close();
    this.#rowId = rowId;
    this.#trigger = trigger;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    openMenu(this.#menu);
  }

  /** Closes it; the focus goes back to where it was opened. */
  close(): void {
    if (this.#rowId === undefined) return;
    this.#rowId = undefined;
    this.#trigger?.focus();
    this.#host.requestUpdate();
  }

  readonly press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') this.close();
    else if (!moveInMenu(event)) return;
    // Tab goes on from the button that opened the menu.
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };

  /** The person has gone on elsewhere; the button itself closes by being pressed. */
  readonly leave = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget === this.#trigger || this.#menu?.contains(relatedTarget as Node)) return;
    this.#rowId = undefined;
    this.#host.requestUpdate();
  };

  get #menu(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.menu');
  }
}
