import type { ReactiveController, ReactiveElement } from 'lit';
import { ownPaths, pagePaths, type PathRouter } from '../data/router.js';
import { pathOf, placeOf, type Place } from './sections.js';

/** Where a portal is: in the address of the page, in the host's own router, or nowhere but here. */
export class PortalPlace implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #went: () => void;
  #router: PathRouter = ownPaths();
  #chosen: unknown;
  #end: (() => void) | undefined;
  #place: Place | undefined = placeOf('');
  #visit = 0;
  #isStep = false;

  /** @param went a person came to another place. */
  constructor(host: ReactiveElement, went: () => void) {
    this.#host = host;
    this.#went = went;
    host.addController(this);
  }

  get router(): PathRouter {
    return this.#router;
  }

  /** `undefined` where the path leads nowhere. */
  get now(): Place | undefined {
    return this.#place;
  }

  /** Another number each time that somebody goes somewhere. */
  get visit(): number {
    return this.#visit;
  }

  /** The host's own router counts before a base, and a base before paths of one's own. */
  use(router: PathRouter | undefined, base: string | undefined): void {
    const chosen = router ?? base;
    if (chosen === this.#chosen) return;
    this.#chosen = chosen;
    this.#router = router ?? (base === undefined ? ownPaths() : pagePaths(base));
    this.#follow();
    this.#read();
  }

  go(path: string): void {
    this.#isStep = false;
    this.#router.go(path);
    this.#read();
    this.#went();
  }

  /**
   * Another organization is shown: what was looked at of the former one is none of its own. Unless a step in
   * the history has led here, which brings its own place along with its organization.
   */
  enter(): void {
    const { section, detail } = this.#place ?? {};
    const isStep = this.#isStep;
    this.#isStep = false;
    if (!section || isStep) return;
    this.#visit += 1;
    this.#place = { section, detail: [] };
    const path = pathOf(section);
    const isKept = detail?.length === 0 && [...this.#router.read().keys()].length === 0;
    // Afterwards, because the host's address may get the other organization first.
    if (!isKept) void this.#host.updateComplete.then(() => this.#router.go(path, true));
  }

  /** What is here is not to be found any more. */
  leaveFor(path: string): void {
    this.#router.go(path, true);
    this.#read();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#host.addEventListener('pointerdown', this.#acted);
    this.#host.addEventListener('keydown', this.#acted);
    if (this.#chosen === undefined) return;
    this.#follow();
    this.#read();
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('pointerdown', this.#acted);
    this.#host.removeEventListener('keydown', this.#acted);
    this.#end?.();
    this.#end = undefined;
  }

  readonly #acted = (): void => {
    this.#isStep = false;
  };

  #follow(): void {
    this.#end?.();
    this.#end = this.#router.follow(() => {
      const former = this.#place;
      this.#read();
      this.#isStep = true;
      if (JSON.stringify(former) !== JSON.stringify(this.#place)) this.#went();
    });
  }

  #read(): void {
    this.#place = placeOf(this.#router.path());
    this.#visit += 1;
  }
}
