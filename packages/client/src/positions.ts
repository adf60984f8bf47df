import type { ListQuery } from './calls.ts';
import { TesseraError } from './errors.ts';

/** The most items in one page. */
export const mostByPosition = 100;
const usualLimit = 50;

/** Which items a page holds, by their positions in the list. */
export interface Stretch {
  readonly offset: number;
  readonly limit: number;
  /** The cursor after this page, of so many items in all; `null` on the last one. */
  next(total: number): string | null;
}

/**
 * A page by its position, for an adapter to a backend that counts and has no cursors. The cursor holds everything that it is good
 * for, so that with another query it is refused; what is written in between moves the positions.
 *
 * @throws TesseraError `cursor_invalid`, `validation_failed` for a limit that is none
 */
export function stretchOf(
  { cursor, limit = usualLimit }: Pick<ListQuery, 'cursor' | 'limit'>,
  scope: readonly (string | undefined)[],
): Stretch {
  if (!Number.isSafeInteger(limit) || limit < 1) {
    const fields = [{ field: 'limit', message: 'This is no number of items.' }];
    throw new TesseraError('validation_failed', { fields });
  }
  const offset = cursor === undefined ? 0 : openCursor(cursor, scope);
  const shown = Math.min(limit, mostByPosition);
  const end = offset + shown;
  return {
    offset,
    limit: shown,
    next: (total) => (end < total ? sealCursor(end, scope) : null),
  };
}

function sealCursor(offset: number, scope: readonly unknown[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify([offset, ...scope]));
  return btoa(String.fromCharCode(...bytes));
}

function openCursor(cursor: string, scope: readonly unknown[]): number {
  const offset = offsetIn(cursor);
  if (offset !== undefined && sealCursor(offset, scope) === cursor) return offset;
  throw new TesseraError('cursor_invalid');
}

function offsetIn(cursor: string): number | undefined {
  try {
    const [offset] = JSON.parse(atob(cursor)) as [unknown];
    return typeof offset === 'number' && Number.isSafeInteger(offset) && offset > 0
      ? offset
      : undefined;
  } catch {
    return undefined;
  }
}
