import type { AccessRow, Application } from '@tesserakit/contract';
import { html, render, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { seen } from '../text/open-words.js';
import { avatar } from '../theme/avatar.js';
import { lockIcon } from '../theme/icons.js';
import { endsSoon, isOutside } from './matrix-standing.js';
import { holdingOf, type Cell, type Holding } from './matrix-holdings.js';
import { awaited, type Given } from './matrix-source.js';
import type { CellSlot } from './matrix-slots.js';
import { isolated, rolesIn } from './matrix-words.js';

type MatrixWords = Words<'accessMatrix'>;

/** What is to become of a cell, or became of it. */
export interface EditMark {
  readonly chosen: Holding;
  /** Names of its look. */
  readonly look: string;
  /** The same in words. */
  readonly told: string;
}

/** How a cell stands at the moment. */
export interface CellLook {
  readonly words: MatrixWords;
  readonly application: Application;
  readonly given: Given;
  readonly edit: EditMark | undefined;
  readonly selected: boolean;
  /** The code of the reason why nothing at all can be changed about the member. */
  readonly shut: boolean;
  /** Whether there is room for words. */
  readonly wide: boolean;
}

/** Writes one cell over what was in its slot. */
export function drawCell({ element, drawn }: CellSlot, cell: CellLook): void {
  const { given, edit, selected } = cell;
  const isKnown = given !== awaited;
  const holding = edit?.chosen ?? (isKnown ? holdingOf(given) : undefined);
  const look = holding ? lookOf(cell, isKnown ? given : undefined, holding) : 'cell awaited';
  const outside = look.includes('outside');
  const text = holding ? textOf(cell, isKnown ? given : undefined, holding) : '';
  const title = holding ? titleOf(cell, isKnown ? given : undefined, holding) : '';
  const whole = selected ? `${look} selected` : look;
  if (whole !== drawn.look) {
    element.className = drawn.look = whole;
    element.setAttribute('aria-selected', String(selected));
  }
  const mark = element.firstElementChild!;
  if (text !== drawn.text) (mark.firstChild as Text).data = drawn.text = text;
  if (title !== drawn.title) element.title = drawn.title = title;
  if (outside === drawn.lock) return;
  drawn.lock = outside;
  if (outside) element.append(newLock());
  else element.lastElementChild?.remove();
}

/** The code of how a cell looks: what is held, what is to become of it, what became of it. */
function lookOf({ edit, shut }: CellLook, cell: Cell, holding: Holding): string {
  let look = 'cell';
  const { roleIds } = holding;
  if (holding.granted) look += isByDefault(cell, holding) ? ' given default' : ' given';
  if (cell?.inForce && cell.roles.some(isOutside) && roleIds.some((id) => isOutsideIn(cell, id))) {
    look += ' outside';
  }
  if (holding.granted && isEnding(cell)) look += ' ending';
  if (shut) look += ' shut';
  return edit ? `${look} ${edit.look}` : look;
}

function isByDefault(cell: Cell, { roleIds }: Holding): boolean {
  if (!cell?.inForce || roleIds.length === 0) return false;
  return roleIds.every((roleId) =>
    cell.roles.some((role) => role.roleId === roleId && role.source === 'default'),
  );
}

function isOutsideIn({ roles }: NonNullable<Cell>, roleId: string): boolean {
  return roles.some((role) => role.roleId === roleId && isOutside(role));
}

function isEnding(cell: Cell): boolean {
  if (!cell?.inForce) return false;
  return endsSoon(cell.expiresAt) || cell.roles.some(({ expiresAt }) => endsSoon(expiresAt));
}

function textOf({ words, application, wide }: CellLook, cell: Cell, holding: Holding): string {
  const { granted, roleIds } = holding;
  if (!granted) return '';
  if (wide) return rolesIn(words, application, holding);
  if (isByDefault(cell, holding)) return '';
  return roleIds.length > 0 ? String(roleIds.length) : '✓';
}

/** What the mark stands for, in words: it is what a pointer and a screen reader get. */
function titleOf({ words, application, edit }: CellLook, cell: Cell, holding: Holding): string {
  const { accessMatrix } = words;
  let title = rolesIn(words, application, holding);
  if (
    cell?.inForce &&
    cell.roles.some((role) => isOutside(role) && holding.roleIds.includes(role.roleId))
  ) {
    title += `\n${words.errors.role_outside_ceiling}`;
  }
  if (holding.granted && isEnding(cell)) title += `\n${accessMatrix.endsSoon}`;
  return edit ? `${title}\n${edit.told}` : title;
}

let lock: Element | null | undefined;

function newLock(): Node {
  if (!lock) {
    const place = document.createElement('div');
    render(lockIcon, place);
    lock = place.firstElementChild;
  }
  return lock!.cloneNode(true);
}

/** The head of a row. */
export function drawMember(
  head: HTMLElement,
  member: AccessRow | undefined,
  { accessMatrix, common }: MatrixWords,
): void {
  render(
    member
      ? identity(member, accessMatrix.statuses)
      : html`<span class="muted">${common.loading}</span>`,
    head,
  );
}

function identity(
  { userId, name, email, picture, status }: AccessRow,
  statuses: Readonly<Record<string, string>>,
): TemplateResult {
  const called = name.trim() || email;
  const said = status === 'active' ? undefined : (statuses[status] ?? status);
  return html`${avatar({ id: userId, name: called, picture })}<span title=${`${called}\n${email}`}
      ><bdi class="truncated name">${called}</bdi
      ><bdi class="truncated muted email"
        >${said ? `${said} · ${isolated(email)}` : email}</bdi
      ></span
    >`;
}

/** The head of a column. */
export function drawApplication(
  cell: HTMLElement,
  { name, applicationId, logoUrl }: Application,
  { accessMatrix }: MatrixWords,
  selected: boolean,
  seatsLeft: number,
): void {
  cell.classList.toggle('selected', selected);
  const seats = seatsLeft < Infinity && accessMatrix.seatsLeft(Math.max(0, seatsLeft));
  const called = seen(name, applicationId);
  cell.title = seats ? `${isolated(called)}\n${seats}` : called;
  render(
    html`${avatar({ id: applicationId, name, picture: logoUrl }, 'square')}<bdi class="truncated"
        >${called}</bdi
      >`,
    cell,
  );
}
