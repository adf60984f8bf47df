import type { AccessRow, Application } from '@tesserakit/contract';
import type { Range } from '../data/row-range.js';
import type { Block } from './matrix-blocks.js';
import type { Target } from './matrix-rules.js';
import { apart } from './matrix-selection.js';
import { awaited, columnsOf, spread, type Given, type MatrixRows } from './matrix-source.js';

/** Reads rows that are not at hand. */
export type Collect = (
  rows: Range,
  applications: readonly Application[],
  found: (members: readonly AccessRow[], first: number) => void,
  signal: AbortSignal,
) => Promise<void>;

/** The cells of blocks with all that is known of them; `undefined` where some are not at hand. */
export function targetsAtHand(
  rows: MatrixRows,
  applications: readonly Application[],
  blocks: readonly Block[],
): Target[] | undefined {
  const columns = columnsOf(applications);
  const given = new Array<Given>(columns.size);
  const targets: Target[] = [];
  for (const { top, bottom, start, end } of apart(blocks)) {
    for (let row = top - 1; row < bottom; row += 1) {
      const member = rows.member(row);
      if (!member) return undefined;
      rows.fill(row, columns, given);
      for (let column = start - 1; column < end; column += 1) {
        const cell = given[column];
        if (cell === awaited) return undefined;
        targets.push({ member, application: applications[column]!, cell });
      }
    }
  }
  return targets;
}

/**
 * The same, asking for what is not at hand.
 *
 * @throws TesseraError
 */
export async function targetsOf(
  collect: Collect,
  applications: readonly Application[],
  blocks: readonly Block[],
  found: (count: number) => void,
  signal: AbortSignal,
): Promise<Target[]> {
  const targets: Target[] = [];
  for (const { top, bottom, start, end } of apart(blocks)) {
    const some = applications.slice(start - 1, end);
    const columns = columnsOf(some);
    const given = new Array<Given>(columns.size);
    const take = (members: readonly AccessRow[]): void => {
      for (const member of members) {
        given.fill(undefined);
        spread(member, columns, given);
        for (const [column, application] of some.entries()) {
          const cell = given[column];
          if (cell !== awaited) targets.push({ member, application, cell });
        }
      }
      found(targets.length);
    };
    await collect({ first: top - 1, end: bottom }, some, take, signal);
  }
  return targets;
}
