import type { ReactiveController, ReactiveElement } from 'lit';

/** Whether an element has so little room that a list is shown instead of a grid, also before it is drawn for the first time. */
export class Narrow implements ReactiveController {
  readonly #host: ReactiveElement;
  // What is shown then changes what is being observed, which an observer may not do at once.
  readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#look()));
  matches = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
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
    const matches = offsetWidth > 0 && offsetWidth < 640;
    if (matches === this.matches) return;
    this.matches = matches;
    this.#host.requestUpdate();
  }
}
