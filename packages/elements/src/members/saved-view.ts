import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Router } from '../data/router.js';
import type { MemberAddress } from './member-address.js';
import type { MemberView } from './member-view.js';

/** Keeps the view of a table in an address, once it is asked to, and follows where the address goes. */
export class SavedView implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #show: (view: MemberView) => void;
  #address: MemberAddress | undefined;
  #end: (() => void) | undefined;
  #isAwaited = false;

  /** @param show shows what the address says. */
  constructor(host: ReactiveControllerHost, show: (view: MemberView) => void) {
    this.#host = host;
    this.#show = show;
    host.addController(this);
  }

  /** Whether nobody knows yet what is to be shown. */
  get isAwaited(): boolean {
    return this.#isAwaited;
  }

  async open(router: Router | undefined): Promise<void> {
    this.#isAwaited = true;
    try {
      const { MemberAddress } = await import('./member-address.js');
      this.#address = new MemberAddress(router);
      this.#show(this.#address.read());
      this.#follow();
    } catch {
      // Without it the members are shown as everywhere.
    }
    this.#isAwaited = false;
    this.#host.requestUpdate();
  }

  write(view: MemberView): void {
    if (!this.#isAwaited) this.#address?.write(view);
  }

  hostConnected(): void {
    if (this.#address) this.#follow();
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = undefined;
  }

  #follow(): void {
    const address = this.#address;
    this.#end ??= address?.follow(() => this.#show(address.read()));
  }
}
