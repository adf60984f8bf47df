import { html, nothing, render, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { inOneLine, isolated } from '../text/open-words.js';
import { avatar } from '../theme/avatar.js';
import { chevronRightIcon, circlePauseIcon, ellipsisIcon } from '../theme/icons.js';
import { retryButton } from '../theme/retry.js';
import type { TreeRow } from './tree-rows.js';

export type TreeWords = Words<'actions' | 'organizationTree' | 'impact'>;

/** What the rows of the tree need to draw themselves, and to be of use. */
export interface TreeLook {
  readonly words: TreeWords;
  /** The organization at whose row the keyboard is. */
  readonly active: string | undefined;
  /** Whether rows were found by a search, so that who manages them is said. */
  readonly isFound: boolean;
  /** The organization whose menu is open. */
  readonly opened: string | undefined;
  toggle(organizationId: string): void;
  open(button: HTMLElement, organizationId: string): void;
  retry(parentId: string): void;
}

export function treeHead({ organizationTree: own }: TreeWords): TemplateResult {
  const { columns } = own;
  return html`<tr role="row" aria-rowindex="1">
    <th role="columnheader" scope="col">${columns.name}</th>
    <th role="columnheader" scope="col" data-column="limits">${columns.limits}</th>
    <th role="columnheader" scope="col" data-column="below">${columns.below}</th>
    <th role="columnheader" scope="col" data-column="status">${columns.status}</th>
    <th role="columnheader" scope="col" class="more">
      <span class="hidden">${own.actions}</span>
    </th>
  </tr>`;
}

/** Writes one row of the tree, over whatever was in it. */
export function drawTreeRow(row: HTMLElement, of: TreeRow, look: TreeLook): void {
  const set = (name: string, value: string | number | undefined) => {
    if (value === undefined) row.removeAttribute(name);
    else row.setAttribute(name, String(value));
  };
  const isNode = of.kind === 'node';
  set('part', isNode ? 'row' : undefined);
  set('data-id', isNode ? of.id : undefined);
  set('aria-level', of.level);
  set('aria-posinset', isNode ? of.position : undefined);
  set('aria-setsize', isNode ? of.size : undefined);
  set('aria-expanded', isNode && of.expanded !== undefined ? String(of.expanded) : undefined);
  set('tabindex', isNode ? (of.id === look.active ? 0 : -1) : undefined);
  row.style.setProperty('--_level', String(of.level - 1));
  render(isNode ? nodeCells(of, look) : restCell(of, look), row);
}

function nodeCells(row: Extract<TreeRow, { kind: 'node' }>, look: TreeLook): TemplateResult {
  const { words, isFound } = look;
  const { organizationTree: own } = words;
  const { organization, childCount } = row.node;
  const { organizationId: id, name, logoUrl: picture, managedBy } = organization;
  const isRoot = row.parentId === undefined;
  return html`<td role="gridcell">
      <div class="identity">
        ${
          row.expanded === undefined
            ? html`<span class="leaf"></span>`
            : html`<button
                type="button"
                class="button quiet icon-only twist"
                tabindex="-1"
                aria-label=${row.expanded ? own.collapse(name) : own.expand(name)}
                @click=${() => look.toggle(id)}
              >
                ${chevronRightIcon}
              </button>`
        }
        ${avatar({ id, name, picture }, 'square')}
        <span class="who">
          <bdi class="truncated name" title=${name}>${name}</bdi>
          ${
            isRoot
              ? html`<span class="truncated muted sub">${own.own}</span>`
              : isFound && managedBy
                ? html`<span class="truncated muted sub"
                    >${own.within(isolated(managedBy.name))}</span
                  >`
                : nothing
          }
        </span>
      </div>
    </td>
    <td role="gridcell" data-column="limits">${limits(row, words)}</td>
    <td role="gridcell" data-column="below">
      ${childCount > 0 && !isRoot ? own.below(childCount) : nothing}
    </td>
    <td role="gridcell" data-column="status">${status(row, words)}</td>
    <td role="gridcell" class="more">
      <button
        type="button"
        class="button quiet icon-only"
        tabindex="-1"
        aria-haspopup="menu"
        aria-expanded=${look.opened === id}
        aria-label=${own.actionsFor(name)}
        title=${own.actionsFor(name)}
        @click=${({ currentTarget }: Event) => look.open(currentTarget as HTMLElement, id)}
      >
        ${ellipsisIcon}
      </button>
    </td>`;
}

/** What it may hand out, as far as those above hand it on. */
function limits(
  { node }: Extract<TreeRow, { kind: 'node' }>,
  { organizationTree: own }: TreeWords,
) {
  const all = node.applications.map(({ name, roleGroups }) =>
    own.limits(name, roleGroups.map((group) => group.name).join(', ') || own.noGroups),
  );
  return html`<bdi class="truncated" title=${all.join('\n')}>${inOneLine(all)}</bdi>`;
}

function status(
  { node, isShutOut }: Extract<TreeRow, { kind: 'node' }>,
  { organizationTree: own }: TreeWords,
) {
  if (node.organization.status === 'suspended') {
    return html`<span class="chip warning">${circlePauseIcon} ${own.suspended}</span>`;
  }
  return isShutOut
    ? html`<span class="chip warning" title=${own.suspendedAboveHint}
        >${circlePauseIcon} ${own.suspendedAbove}<span class="hidden"
          >. ${own.suspendedAboveHint}</span
        ></span
      >`
    : html`<span class="chip success">${own.active}</span>`;
}

function restCell({ error, parentId }: Extract<TreeRow, { kind: 'rest' }>, look: TreeLook) {
  const { words } = look;
  const { organizationTree: own, errors } = words;
  return html`<td role="gridcell" class="rest muted" colspan="5">
    ${
      error
        ? html`<span role="alert">${own.levelFailed} ${errors[error.code]}</span>
            ${retryButton(words, { error, run: () => look.retry(parentId) })}`
        : own.loading
    }
  </td>`;
}
