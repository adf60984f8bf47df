import type { AccessRow } from '@tesserakit/contract';
import type { AccessView } from './matrix-source.js';
import { endsSoon, isOutside } from './matrix-standing.js';

/** The members that a view asks for, in their order. */
export function matching(
  members: readonly AccessRow[],
  { search, role, standing, application }: AccessView,
): readonly AccessRow[] {
  const said = search?.trim().toLowerCase().split(/\s+/) ?? [];
  return members.filter(
    (member) =>
      isCalled(member, said) &&
      (role === undefined || holds(member, role)) &&
      (standing === undefined || stands(member, standing, application)),
  );
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
