import type { TesseraError } from '@tesserakit/client';
import type { Member, MemberOrder, MemberSort } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { arrowDownIcon, arrowUpIcon } from '../theme/icons.js';
import { memberCells } from './member-cells.js';

export type Column = keyof Words<'members'>['members']['columns'];

/** The columns of the table, in order. */
export const columns: readonly Column[] = [
  'name',
  'status',
  'organizationRoles',
  'access',
  'lastSignInAt',
];

/** The head of a column; a button where the backend can sort by it. */
export function columnHeader(
  { members }: Words<'members'>,
  column: Column,
  sorts: readonly string[],
  order: MemberOrder,
  sort: (order: MemberOrder) => void,
): TemplateResult {
  const title = members.columns[column];
  if (!sorts.includes(column)) {
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

/** One member; the head is the first row of the table. */
export function memberRow(
  words: Words<'members' | 'roleNames'>,
  member: Member,
  index: number,
): TemplateResult {
  return html`<tr role="row" part="row" aria-rowindex=${index + 2}>
    ${memberCells(member, words)}
  </tr>`;
}

/** The last row while there are more members: on their way, or not to be had now. */
export function restRow(
  words: Words<'members' | 'roleNames'>,
  index: number,
  error: TesseraError | undefined,
  retry: () => void,
): TemplateResult {
  return html`<tr role="row" aria-rowindex=${index + 2}>
    <td role="cell" colspan=${columns.length} class="rest muted">
      ${
        error
          ? html`${words.members.moreFailed} ${words.errors[error.code]}
              <button class="button" type="button" @click=${retry}>${words.common.retry}</button>`
          : words.members.loadingMore
      }
    </td>
  </tr>`;
}

/** Stands for the rows out of sight, by their height in pixels. */
export function spaceRow(size: number): TemplateResult | typeof nothing {
  if (size <= 0) return nothing;
  return html`<tr aria-hidden="true" class="space">
    <td colspan=${columns.length} .style=${`block-size:${size}px`}></td>
  </tr>`;
}

/** The shape of what is on its way. */
export function skeletonRows(): readonly TemplateResult[] {
  return [68, 52, 74, 60, 56].map(
    (width) =>
      html`<tr aria-hidden="true" class="skeleton">
        <td colspan=${columns.length}><i></i><span .style=${`inline-size:${width}%`}></span></td>
      </tr>`,
  );
}
