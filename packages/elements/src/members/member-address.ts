import { pageAddress, type Router } from '../data/router.js';
import { viewOf, writeView, type MemberView } from './member-view.js';

/** A view of the members in an address. */
export class MemberAddress {
  readonly #router: Router;

  constructor(router: Router = pageAddress) {
    this.#router = router;
  }

  read(): MemberView {
    return viewOf(this.#router.read());
  }

  write(view: MemberView): void {
    this.#router.write(writeView(this.#router.read(), view));
  }

  /** @returns what ends it; `undefined` where the router does not say where people go. */
  follow(went: () => void): (() => void) | undefined {
    return this.#router.follow?.(went);
  }
}
