import type { TesseraError } from '@tesserakit/client';
import type { Member, MemberOrder, MemberSort } from '@tesserakit/contract';
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { arrowDownIcon, arrowUpIcon } from '../theme/icons.js';
import { retryButton } from '../theme/retry.js';
import { memberCells, type RowLook } from './member-cells.js';
import type { ShownColumn } from './member-columns.js';

/** The head of the table, with what picks all where anything can be done. */
export function headRow(
  { words, columns, tools }: RowLook,
  sorts: readonly string[],
  order: MemberOrder | undefined,
  sort: (order: MemberOrder) => void,
): TemplateResult {
  return html`<tr role="row" aria-rowindex="1">
    ${tools?.headBox(words) ?? nothing}
    ${columns.shown.map((column) => columnHeader(column, sorts, order, sort))}
    ${
      tools
        ? html`<th role="columnheader" scope="col" class="more">
            <span class="hidden">${words.members.actions}</span>
          </th>`
        : nothing
    }
  </tr>`;
}

/** The head of a column; a button where the backend can sort by it. */
function columnHeader(
  { name: column, title, own }: ShownColumn,
  sorts: readonly string[],
  order: MemberOrder | undefined,
  sort: (order: MemberOrder) => void,
): TemplateResult {
  if (own || !sorts.includes(column)) {
    return html`<th role="columnheader" scope="col" data-column=${column}>${title}</th>`;
  }
  const key = column as MemberSort;
  const sorted = order === key ? 'ascending' : order === `-${key}` ? 'descending' : 'none';
  return html`<th role="columnheader" scope="col" data-column=${column} aria-sort=${sorted}>
    <button type="button" class="sort" @click=${() => sort(order === key ? `-${key}` : key)}>
      ${title} ${sorted === 'descending' ? arrowDownIcon : arrowUpIcon}
    </button>
  </th>`;
}

/** Writes one member into a row, over whoever was in it. */
export function drawMember(row: HTMLElement, member: Member, look: RowLook): void {
  row.setAttribute('part', 'row');
  if (look.tools) row.classList.toggle('selected', look.tools.has(member.userId));
  render(memberCells(member, look), row);
}

/**
 * Draws a row that nobody sees, while members are on their way: what a browser does for the first
 * time takes it several times as long as from then on.
 */
export function rehearse({ words, columns }: RowLook): void {
  const role = { roleId: 'role', name: 'Role' };
  const member = {
    userId: 'user',
    organizationId: 'organization',
    email: 'user@example.com',
    name: 'Name',
    status: 'active',
    organizationRoles: [role, role],
    access: [{ applicationId: 'application', name: 'Application', roles: [role] }],
    lastSignInAt: '2026-01-01T00:00:00Z',
    actions: {},
  };
  drawMember(document.createElement('tr'), member, { words, columns });
}

/** Writes the row that is the last while there are more: on their way, or not to be had now. */
export function drawRest(
  row: HTMLElement,
  words: Words<'members' | 'roleNames'>,
  error: TesseraError | undefined,
  retry: () => void,
): void {
  row.removeAttribute('part');
  row.classList.remove('selected');
  const failure = () =>
    html`${words.members.moreFailed} ${words.errors[error!.code]}
    ${retryButton(words, { error, run: retry })}`;
  const cell = html`<td role="cell" class="rest muted">
    ${error ? failure() : words.members.loadingMore}
  </td>`;
  render(cell, row);
}
