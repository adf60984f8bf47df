/** Higher than this no browser draws an element truly; longer lists are scrolled in larger steps. */
export const greatestHeight = 16_000_000;

/** How high a list is, in pixels: all of its rows, and the part that a person sees at a time. */
export interface Heights {
  readonly total: number;
  readonly shown: number;
}

/** Where a scroll bar stands, and what part of the list that is. */
export interface Place {
  readonly top: number;
  /** How much of the list, in pixels, lies above what is seen. */
  readonly offset: number;
}

/** The height of the element that is scrolled. */
export function scrolledHeight({ total }: Heights): number {
  return Math.min(total, greatestHeight);
}

/**
 * The place after a scroll bar was moved. In a list higher than an element can be, a small movement
 * moves the rows by as much, like everywhere; a large one goes to the same share of the list; and
 * towards an end both come to it together, so that no row is out of reach.
 */
export function moved(from: Place, top: number, heights: Heights): Place {
  const { total, shown } = heights;
  const lastOffset = Math.max(0, total - shown);
  const lastTop = Math.max(0, scrolledHeight(heights) - shown);
  if (lastOffset === lastTop) return { top, offset: top };
  const step = top - from.top;
  if (Math.abs(step) > 2 * shown) {
    return { top, offset: Math.min(1, top / lastTop) * lastOffset };
  }
  const room = step < 0 ? from.top : lastTop - from.top;
  const rest = step < 0 ? from.offset : lastOffset - from.offset;
  const speed = room < 40 * shown ? rest / Math.max(room, 1) : 1;
  const offset = from.offset + step * speed;
  return { top, offset: Math.min(lastOffset, Math.max(0, offset)) };
}

/** Rows by their numbers; `end` is the first that no longer belongs. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

/** The rows to draw: those in sight and `spare` ones on each side, equally many wherever one is. */
export function rangeAt(
  offset: number,
  shown: number,
  rowSize: number,
  count: number,
  spare: number,
): Range {
  const length = Math.ceil(shown / rowSize) + 1 + 2 * spare;
  const wanted = Math.floor(offset / rowSize) - spare;
  const first = Math.max(0, Math.min(wanted, count - length));
  return { first, end: Math.min(count, first + length) };
}
