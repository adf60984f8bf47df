import type { Member } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { spokenMoment } from '../text/moments.js';
import { avatar } from '../theme/avatar.js';
import { circleCheckIcon, circlePauseIcon, clockIcon } from '../theme/icons.js';
import { roleName } from './role-name.js';

const looks: Record<string, readonly [tint: string, icon: TemplateResult]> = {
  active: ['success', circleCheckIcon],
  pending: ['info', clockIcon],
  suspended: ['warning', circlePauseIcon],
};

/** The cells of one member's row, in the order of the columns. */
export function memberCells(member: Member, words: Words<'members' | 'roleNames'>): TemplateResult {
  return html`<td role="cell" data-column="name">${identity(member)}</td>
    <td role="cell" data-column="status">${statusChip(member.status, words)}</td>
    <td role="cell" data-column="organizationRoles">
      ${chips(
        member.organizationRoles.map((role) => roleName(words, role)),
        1,
      )}
    </td>
    <td role="cell" data-column="access">${access(member, words)}</td>
    <td role="cell" data-column="lastSignInAt">${moment(member.lastSignInAt, words)}</td>`;
}

function identity(member: Member) {
  const name = member.name.trim() || member.email;
  return html`<div class="identity" title=${`${name}\n${member.email}`}>
    ${avatar({ id: member.userId, name, picture: member.picture })}
    <span>
      <bdi class="truncated name">${name}</bdi>
      <bdi class="truncated muted email">${member.email}</bdi>
    </span>
  </div>`;
}

function statusChip(status: string, words: Words<'members' | 'roleNames'>) {
  const [tint, icon] = (Object.hasOwn(looks, status) && looks[status]) || ['', nothing];
  const statuses: Record<string, string> = words.members.statuses;
  const name = (Object.hasOwn(statuses, status) && statuses[status]) || status;
  return html`<span class="chip ${tint}">${icon}<bdi class="truncated">${name}</bdi></span>`;
}

function access(member: Member, words: Words<'members' | 'roleNames'>) {
  if (member.access.length === 0) return html`<span class="muted">${words.members.noAccess}</span>`;
  return chips(
    member.access.map(({ name, roles }) => [name, ...roles.map((role) => role.name)].join(' · ')),
    3,
  );
}

/** As many chips as have room; the rest as a number whose names the pointer and the reader get. */
function chips(names: readonly string[], room: number) {
  const rest = names.slice(room);
  return html`<span class="chips">
    ${names
      .slice(0, room)
      .map(
        (name) =>
          html`<span class="chip" title=${name}><bdi class="truncated">${name}</bdi></span>`,
      )}
    ${
      rest.length > 0
        ? html`<span class="chip" title=${rest.join('\n')}
            ><bdi dir="ltr">+${rest.length}</bdi
            ><span class="hidden"> ${rest.join(', ')}</span></span
          >`
        : nothing
    }
  </span>`;
}

function moment(iso: string | undefined, words: Words<'members' | 'roleNames'>) {
  if (iso === undefined) return html`<span class="muted">${words.common.never}</span>`;
  const spoken = spokenMoment(iso, words.language);
  if (!spoken) return html`<span class="muted">${words.common.unknown}</span>`;
  return html`<time datetime=${iso} title=${spoken.absolute}>${spoken.relative}</time>`;
}
