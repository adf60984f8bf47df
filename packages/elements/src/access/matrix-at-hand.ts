import type { AccessRow } from '@tesserakit/contract';
import {
  spread,
  type AccessAtHand,
  type AccessView,
  type Given,
  type MatrixRows,
} from './matrix-source.js';

/** How long before its end something is said to expire, in milliseconds. */
const soon = 30 * 86_400_000;

/**
 * Members that are all in memory, filtered here. Nothing is done for each of them before somebody
 * filters.
 */
export class MatrixAtHand implements MatrixRows {
  readonly #all: readonly AccessRow[];
  #asked = '{}';
  #found: readonly AccessRow[];

  constructor({ members }: AccessAtHand) {
    this.#all = this.#found = members;
  }

  /** Narrows to what a view asks for. */
  look({ search, role, standing, application }: AccessView): void {
    const asked = JSON.stringify({ search, role, standing, application });
    if (asked === this.#asked) return;
    this.#asked = asked;
    const said = search?.toLowerCase().split(/\s+/) ?? [];
    this.#found = this.#all.filter(
      (member) =>
        isCalled(member, said) &&
        (role === undefined || holds(member, role)) &&
        (standing === undefined || stands(member, standing, application)),
    );
  }

  get total(): number {
    return this.#found.length;
  }

  member(row: number): AccessRow | undefined {
    return this.#found[row];
  }

  fill(row: number, columns: ReadonlyMap<string, number>, into: Given[]): void {
    into.fill(undefined, 0, columns.size);
    const member = this.#found[row];
    if (member) spread(member, columns, into);
  }
}

function isCalled({ name, email }: AccessRow, words: readonly string[]): boolean {
  const text = `${name} ${email}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function holds({ cells }: AccessRow, role: string): boolean {
  return cells.some(({ roles }) =>
    roles.some(({ roleId, inForce }) => roleId === role && inForce !== 'no_access'),
  );
}

function stands({ cells }: AccessRow, standing: string, application: string | undefined): boolean {
  const about = cells.filter(
    ({ applicationId, inForce }) =>
      inForce && (application === undefined || applicationId === application),
  );
  switch (standing) {
    case 'given':
      return about.length > 0;
    case 'none':
      return about.length === 0;
    case 'outside_ceiling':
      return about.some(({ roles }) => roles.some(isOutside));
    default:
      return about.some((cell) =>
        [cell, ...cell.roles].some(({ expiresAt }) => endsSoon(expiresAt)),
      );
  }
}

export function isOutside({ inForce }: { readonly inForce: true | string }): boolean {
  return inForce === 'role_outside_ceiling';
}

/** Whether something ends within thirty days, and has not yet. */
export function endsSoon(expiresAt: string | undefined): boolean {
  if (expiresAt === undefined) return false;
  const left = Date.parse(expiresAt) - Date.now();
  return left > 0 && left <= soon;
}
