import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back when the browser shows a page again that it had kept while it was away. */
export class PageReturn implements ReactiveController {
  readonly #returned: () => void;

  constructor(host: ReactiveControllerHost, returned: () => void) {
    this.#returned = returned;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pageshow', this.#shown);
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this.#shown);
  }

  readonly #shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#returned();
  };
}
