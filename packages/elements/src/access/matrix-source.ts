import type { AccessRow, AccessStanding, Application } from '@tesserakit/contract';
import type { Cell } from './matrix-holdings.js';

/** A cell that is not known yet. */
export const awaited = Symbol('awaited');

export type Given = Cell | typeof awaited;

/** Members and applications that a host has at hand. */
export interface AccessAtHand {
  readonly applications: readonly Application[];
  readonly members: readonly AccessRow[];
}

/** How members may stand to applications; beside the contract's, so that no schema is loaded for it. */
export const accessStandingsKnown = [
  'given',
  'none',
  'outside_ceiling',
  'expiring',
] as const satisfies readonly AccessStanding[];

/** Which members, and how they stand to applications. */
export interface AccessView {
  readonly search?: string | undefined;
  readonly application?: string | undefined;
  readonly role?: string | undefined;
  readonly standing?: AccessStanding | undefined;
}

/** The rows of the matrix, wherever they are. */
export interface MatrixRows {
  readonly total: number;
  member(row: number): AccessRow | undefined;
  /** Writes what is known of a row into a list, one for each of these columns. */
  fill(row: number, columns: ReadonlyMap<string, number>, into: Given[]): void;
}

/** The columns of applications, by id. */
export function columnsOf(applications: readonly Application[]): ReadonlyMap<string, number> {
  return new Map(applications.map(({ applicationId }, column) => [applicationId, column]));
}

/** Writes the cells of a member where their columns are. */
export function spread(
  { cells }: AccessRow,
  columns: ReadonlyMap<string, number>,
  into: Given[],
): void {
  for (const cell of cells) {
    const column = columns.get(cell.applicationId);
    if (column !== undefined) into[column] = cell;
  }
}

/** How many seats of an application nobody sits in. */
export function seatsOf({ onboarding: { seats } }: Application): number {
  return seats?.limit == null ? Infinity : seats.limit - seats.used;
}
