import type { Member } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { spokenDay, spokenMoment } from '../text/moments.js';
import { inOneLine } from '../text/open-words.js';
import { avatar } from '../theme/avatar.js';
import { chips } from '../theme/chips.js';
import { folderSyncIcon } from '../theme/icons.js';
import { furtherCell, type MemberColumns, type ShownColumn } from './member-columns.js';
import { statusChip } from './member-status.js';
import type { MemberTools } from './member-tools.js';
import { roleName } from './role-name.js';

/** How rows are drawn now: the same for all of them. */
export interface RowLook {
  readonly words: Words<'members' | 'roleNames'>;
  readonly columns: MemberColumns;
  /** Absent where nothing can be done to anybody. */
  readonly tools?: MemberTools | undefined;
  /** Absent where nobody listens. */
  readonly open?: ((member: Member) => void) | undefined;
}

/** The cells of one member's row, in the order of the columns. */
export function memberCells(member: Member, look: RowLook): TemplateResult {
  const { words, columns, tools } = look;
  // One template for what is shown almost everywhere: a list of cells takes longer to draw.
  if (columns.areUsual && !tools) return usualCells(member, look);
  if (columns.areUsual && tools) {
    return html`${tools.box(member, words)}${usualCells(member, look)}${tools.more(member, words)}`;
  }
  return html`${tools?.box(member, words) ?? nothing}${columns.shown.map((column) => cell(column, member, look))}${tools?.more(member, words) ?? nothing}`;
}

function usualCells(member: Member, { words, open }: RowLook): TemplateResult {
  return html`<td role="cell" data-column="name">${identity(member, words, open)}</td>
    <td role="cell" data-column="status">${status(member, words)}</td>
    <td role="cell" data-column="organizationRoles">${roles(member, words)}</td>
    <td role="cell" data-column="access">${access(member, words)}</td>
    <td role="cell" data-column="lastSignInAt">${moment(member.lastSignInAt, words)}</td>`;
}

function cell(column: ShownColumn, member: Member, { words, open }: RowLook): TemplateResult {
  const { name, title } = column;
  const known: Record<string, () => unknown> = {
    name: () => identity(member, words, open),
    status: () => status(member, words),
    organizationRoles: () => roles(member, words),
    access: () => access(member, words),
    lastSignInAt: () => moment(member.lastSignInAt, words),
  };
  if (!column.own && Object.hasOwn(known, name)) {
    return html`<td role="cell" data-column=${name}>${known[name]!()}</td>`;
  }
  return html`<td role="cell" data-column=${name} data-title=${title}>
    ${furtherCell(column, member, words)}
  </td>`;
}

function identity(
  member: Member,
  words: Words<'members'>,
  open: ((member: Member) => void) | undefined,
) {
  const name = member.name.trim() || member.email;
  const hint = `${name}\n${member.email}`;
  const face = avatar({ id: member.userId, name, picture: member.picture });
  const badge = managedBadge(member, words);
  // Two templates, because a part within a part takes longer to draw in every row.
  if (!open) {
    return html`<div class="identity" title=${hint}>
      ${face}
      <span>
        <bdi class="truncated name">${name}</bdi>
        <bdi class="truncated muted email">${member.email}</bdi>
      </span>
      ${badge}
    </div>`;
  }
  return html`<div class="identity" title=${hint}>
    ${face}
    <span>
      <button class="name open-member" type="button" @click=${() => open(member)}>
        <bdi class="truncated">${name}</bdi>
      </button>
      <bdi class="truncated muted email">${member.email}</bdi>
    </span>
    ${badge}
  </div>`;
}

function managedBadge({ source }: Member, { members }: Words<'members'>) {
  if (source !== 'scim' && source !== 'sso') return nothing;
  return html`<span class="chip managed" title=${members.managed}
    >${folderSyncIcon}<span class="hidden">${members.managed}</span></span
  >`;
}

function roles(member: Member, words: Words<'roleNames'>) {
  return chips(
    member.organizationRoles.map((role) => roleName(words, role)),
    1,
  );
}

function status(member: Member, words: Words<'members' | 'roleNames'>) {
  const chip = statusChip(member.status, words);
  const end =
    member.expiresAt === undefined ? undefined : spokenDay(member.expiresAt, words.language);
  if (!end) return chip;
  const until = words.members.until(end);
  return html`<span class="chips standing"
    >${chip}<span class="chip" title=${until}><bdi class="truncated">${until}</bdi></span></span
  >`;
}

function access(member: Member, words: Words<'members' | 'roleNames'>) {
  if (member.access.length === 0) return html`<span class="muted">${words.members.noAccess}</span>`;
  return chips(
    member.access.map(({ name, roles }) => inOneLine([name, ...roles.map((role) => role.name)])),
    3,
  );
}

function moment(iso: string | undefined, words: Words<'members' | 'roleNames'>) {
  if (iso === undefined) return html`<span class="muted">${words.common.never}</span>`;
  const spoken = spokenMoment(iso, words.language);
  if (!spoken) return html`<span class="muted">${words.common.unknown}</span>`;
  return html`<time datetime=${iso} title=${spoken.absolute}>${spoken.relative}</time>`;
}
