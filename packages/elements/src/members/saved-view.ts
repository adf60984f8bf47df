import { pageAddress, type Router } from '../data/router.js';
import { viewOf, writeView, type MemberView } from './member-view.js';

/** The view of a table as an address keeps it. */
export class SavedView {
  readonly #router: Router;
  #end: (() => void) | undefined;

  constructor(router: Router = pageAddress) {
    this.#router = router;
  }

  read(): MemberView {
    return viewOf(this.#router.read());
  }

  write(view: MemberView): void {
    this.#router.write(writeView(this.#router.read(), view));
  }

  /** Goes where the address goes, until it is told to stay. */
  follow(show: (view: MemberView) => void): void {
    this.#end ??= this.#router.follow?.(() => show(this.read()));
  }

  stay(): void {
    this.#end?.();
    this.#end = undefined;
  }
}
