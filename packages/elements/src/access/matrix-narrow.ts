import type { ReactiveController, ReactiveElement } from 'lit';

/** Whether an element has less room than so many pixels, also before it is drawn for the first time. */
export class Narrow implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #least: number;
  readonly #sizes = new ResizeObserver(() => this.#look());
  matches = false;

  constructor(host: ReactiveElement, least: number) {
    this.#host = host;
    this.#least = least;
    host.addController(this);
  }

  hostConnected(): void {
    this.#look();
    this.#sizes.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
  }

  #look(): void {
    const { offsetWidth } = this.#host;
    const matches = offsetWidth > 0 && offsetWidth < this.#least;
    if (matches === this.matches) return;
    this.matches = matches;
    this.#host.requestUpdate();
  }
}
