import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells the language of an element, from the nearest `lang` around it, and each time it changes. */
export class LanguageWatch implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #tell: (tag: string) => void;
  readonly #observer = new MutationObserver(() => this.#look());

  constructor(host: ReactiveControllerHost & HTMLElement, tell: (tag: string) => void) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  hostConnected(): void {
    // The language stands on the element itself or on the page in practice; what lies between is
    // read when one of the two changes.
    for (const place of [this.#host, document.documentElement]) {
      this.#observer.observe(place, { attributeFilter: ['lang'] });
    }
    this.#look();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #look(): void {
    this.#tell(this.#host.closest<HTMLElement>('[lang]')?.lang || 'en');
  }
}
