import type { Invitation } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { roleName } from '../members/role-name.js';
import type { Words } from '../text/catalogue.js';
import { spokenMoment } from '../text/moments.js';
import { inOneLine } from '../text/open-words.js';
import { spokenSpan } from '../text/spans.js';
import { avatar } from '../theme/avatar.js';
import { chips } from '../theme/chips.js';
import {
  banIcon,
  calendarClockIcon,
  circleAlertIcon,
  circleCheckIcon,
  circleXIcon,
  clockIcon,
  ellipsisIcon,
} from '../theme/icons.js';

type RowWords = Words<'invitationList' | 'roleNames'>;

/** How a row stands to what the person is doing. */
export interface RowState {
  readonly index: number;
  readonly busy: boolean;
  /** Whether its menu is open; `undefined` where there is nothing to do. */
  readonly menuOpen: boolean | undefined;
  readonly openMenu: (trigger: HTMLElement) => void;
}

const looks: Record<string, readonly [tint: string, icon: TemplateResult]> = {
  pending: ['info', clockIcon],
  accepted: ['success', circleCheckIcon],
  declined: ['', circleXIcon],
  revoked: ['', banIcon],
  expired: ['warning', calendarClockIcon],
  failed: ['danger', circleAlertIcon],
};

const columns = ['email', 'status', 'offer', 'invited', 'expiry'] as const;

/** The heads of the columns; the one of the actions is for those who do not see them. */
export function columnHeads({ invitationList }: RowWords, actions: boolean): TemplateResult {
  const names = invitationList.columns;
  return html`<tr role="row" aria-rowindex="1">
    ${columns.map(
      (column) =>
        html`<th role="columnheader" scope="col" data-column=${column}>${names[column]}</th>`,
    )}
    ${
      actions
        ? html`<th role="columnheader" scope="col" data-column="actions">
            <span class="hidden">${names.actions}</span>
          </th>`
        : nothing
    }
  </tr>`;
}

/** One invitation; the heads are the first row of the table. */
export function invitationRow(
  words: RowWords,
  invitation: Invitation,
  state: RowState,
  actions: boolean,
): TemplateResult {
  const { email, invitationId } = invitation;
  return html`<tr
    role="row"
    part="row"
    aria-rowindex=${state.index + 2}
    aria-busy=${state.busy}
    data-id=${invitationId}
  >
    <th role="rowheader" scope="row" data-column="email">
      <div class="identity" title=${email}>
        ${avatar({ id: email, name: email })}<bdi class="truncated name">${email}</bdi>
      </div>
    </th>
    <td role="cell" data-column="status">${statusChip(invitation.status, words)}</td>
    <td role="cell" data-column="offer">${offer(invitation, words)}</td>
    <td role="cell" data-column="invited">${invited(invitation, words)}</td>
    <td role="cell" data-column="expiry">${expiry(invitation, words)}</td>
    ${
      actions
        ? html`<td role="cell" data-column="actions">${menuButton(words, email, state)}</td>`
        : nothing
    }
  </tr>`;
}

function statusChip(status: string, { invitationList }: RowWords) {
  const [tint, icon] = (Object.hasOwn(looks, status) && looks[status]) || ['', nothing];
  const statuses: Record<string, string> = invitationList.statuses;
  const name = (Object.hasOwn(statuses, status) && statuses[status]) || status;
  return html`<span class="chip ${tint}">${icon}<bdi class="truncated">${name}</bdi></span>`;
}

/** What the person gets who accepts: two chips have room, the rest is a number that can be read out. */
function offer({ organizationRoles, access }: Invitation, words: RowWords) {
  const names = [
    ...organizationRoles.map((role) => roleName(words, role)),
    ...access.map(({ name, roles }) => inOneLine([name, ...roles.map((role) => role.name)])),
  ];
  if (names.length === 0) return html`<span class="muted">${words.invitationList.noRole}</span>`;
  return chips(names, 2);
}

function invited({ invitedBy, createdAt }: Invitation, words: RowWords) {
  const name = invitedBy.name?.trim();
  const sent = spokenMoment(createdAt, words.language);
  return html`<bdi class="truncated" title=${name || nothing}>${name || words.common.unknown}</bdi>
    ${
      sent
        ? html`<time class="truncated muted" datetime=${createdAt} title=${sent.absolute}
            >${sent.relative}</time
          >`
        : nothing
    }`;
}

/** When the life of an invitation ends, as long as nobody has answered or withdrawn it. */
function expiry({ status, expiresAt }: Invitation, { invitationList, language }: RowWords) {
  const open = status === 'pending' || status === 'expired' || status === 'failed';
  const seconds = (Date.parse(expiresAt) - Date.now()) / 1000;
  // Of one that has expired for the server, but not by the clock of this machine, nothing is said.
  if (!open || Number.isNaN(seconds) || (status === 'expired' && seconds > 0)) return nothing;
  const { expires, expired } = invitationList;
  const words = (seconds > 0 ? expires : expired)(spokenSpan(seconds, language));
  const { absolute } = spokenMoment(expiresAt, language) ?? {};
  return html`<time datetime=${expiresAt} title=${absolute ?? nothing}>${words}</time>`;
}

function menuButton({ invitationList }: RowWords, email: string, { menuOpen, openMenu }: RowState) {
  if (menuOpen === undefined) return nothing;
  const label = invitationList.actionsFor(email);
  return html`<button
    type="button"
    class="button quiet icon-only"
    aria-label=${label}
    aria-haspopup="menu"
    aria-expanded=${menuOpen}
    @click=${(event: Event) => openMenu(event.currentTarget as HTMLElement)}
  >
    ${ellipsisIcon}
  </button>`;
}
