import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { rangeAt, type Range } from './row-range.js';

/** Out of sight on each side, so that scrolling does not outrun what is drawn. */
const spare = 6;

/**
 * Which options of a long list are drawn: those in sight and a few around them, so that a page with
 * a hundred thousand is as small as one with thirty. Options are equally high.
 */
export class OptionWindow implements ReactiveController {
  /** How many options there are; set by the element while it draws itself. */
  count = 0;

  readonly #host: ReactiveControllerHost;
  readonly #list: () => HTMLElement | null;
  #top = 0;
  #shown = 420;
  #size = 56;

  /** @param list what scrolls; `null` while there is no list. */
  constructor(host: ReactiveControllerHost, list: () => HTMLElement | null) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
  }

  get range(): Range {
    return rangeAt(this.#top, this.#shown, this.#size, this.count, spare);
  }

  /** Room in place of the options that are not drawn, for the style of the list. */
  get room(): string {
    const { first, end } = this.range;
    return `--_before:${first * this.#size}px;--_after:${(this.count - end) * this.#size}px`;
  }

  /** The list was scrolled. @returns whether its end is near. */
  scrolled(): boolean {
    const list = this.#list();
    if (!list) return false;
    const former = this.range;
    this.#top = list.scrollTop;
    const { first, end } = this.range;
    if (first !== former.first || end !== former.end) this.#host.requestUpdate();
    return this.#top + this.#shown > this.count * this.#size - 5 * this.#size;
  }

  /** Brings an option into sight. */
  reveal(index: number): void {
    const list = this.#list();
    if (!list) return;
    const [start, end] = [index * this.#size, (index + 1) * this.#size];
    if (start < list.scrollTop) list.scrollTop = start;
    else if (end > list.scrollTop + list.clientHeight) list.scrollTop = end - list.clientHeight;
    this.scrolled();
  }

  toStart(): void {
    const list = this.#list();
    this.#top = 0;
    if (list) list.scrollTop = 0;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const list = this.#list();
    const size = list?.querySelector<HTMLElement>('[role="option"]')?.offsetHeight;
    if (!list || !size) return;
    // A list that is short now may be long after the next answer.
    const shown = Math.max(this.#shown, list.clientHeight);
    if (size === this.#size && shown === this.#shown) return;
    const former = this.range;
    [this.#size, this.#shown] = [size, shown];
    if (this.range.end > former.end) this.#host.requestUpdate();
  }
}
