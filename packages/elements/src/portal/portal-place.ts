import type { ReactiveController, ReactiveElement } from 'lit';
import { ownPaths, pagePaths, type PathRouter, type Router } from '../data/router.js';
import { pathOf, placeOf, type Place, type Section } from './sections.js';

/** What people do before something else comes into view because of them. */
const acts = ['pointerdown', 'keydown', 'click'] as const;

/** Where a portal is: in the address of the page, in the host's own router, or nowhere but here. */
export class PortalPlace implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #went: () => void;
  readonly #led: () => void;
  #router: PathRouter = ownPaths();
  #chosen: unknown;
  #end: (() => void) | undefined;
  #place: Place | undefined = placeOf('');
  /** The address as it was read or written last. */
  #seen = '';
  /** A step in the history has led here, and nobody has done anything since. */
  #isStep = false;
  /** The place stands in the address only when the update is over. */
  #isToldLater = false;
  readonly #views = new Set<() => void>();

  /** The parameters of a screen; it is told of them also when the portal itself goes there. */
  readonly view: Router = {
    read: () => this.#router.read(),
    write: (parameters) => {
      this.#router.write(parameters);
      this.#seen = this.#address;
    },
    follow: (went) => {
      const end = this.#router.follow(went);
      this.#views.add(went);
      return () => {
        end();
        this.#views.delete(went);
      };
    },
  };

  /**
   * @param went a person came to another place.
   * @param led they were led to another, because the one before is not that of the organization in view.
   */
  constructor(host: ReactiveElement, went: () => void, led: () => void) {
    this.#host = host;
    this.#went = went;
    this.#led = led;
    host.addController(this);
  }

  get router(): PathRouter {
    return this.#router;
  }

  /** `undefined` where the path leads nowhere. */
  get now(): Place | undefined {
    return this.#place;
  }

  /** Where that is in the address, with the parameters of the screen; `undefined` outside of the portal. */
  get path(): string | undefined {
    const path = this.#router.path();
    const own = [...this.#router.read()].filter(([name]) => name.includes('.'));
    const parameters = own.length > 0 ? `?${new URLSearchParams(own).toString()}` : '';
    return path === undefined ? undefined : path + parameters;
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
    void this.#host.updateComplete.then(() => this.#tellViews());
  }

  /**
   * Another organization is shown: what was looked at of the former one is none of its own. Unless a step in
   * the history has led here, which brings its own place along with its organization.
   */
  enter(): void {
    const { section } = this.#place ?? {};
    const isStep = this.#isStep;
    this.#isStep = false;
    if (section && !isStep) this.#be({ section, detail: [] });
  }

  /** What is here is not to be found any more. */
  leaveFor(section: Section): void {
    this.#be({ section, detail: [] });
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    for (const act of acts) document.addEventListener(act, this.#acted, true);
    if (this.#chosen === undefined) return;
    this.#follow();
    this.#read();
  }

  hostDisconnected(): void {
    for (const act of acts) document.removeEventListener(act, this.#acted, true);
    this.#end?.();
    this.#end = undefined;
  }

  readonly #acted = (): void => {
    this.#isStep = false;
  };

  #follow(): void {
    this.#end?.();
    this.#end = undefined;
    // An element that was taken out may still draw once; it does not listen again.
    if (!this.#host.isConnected) return;
    this.#end = this.#router.follow(() => {
      // A step to another part of the same page leads nowhere else.
      if (this.#address === this.#seen) return;
      const former = this.#place;
      this.#read();
      this.#isStep = true;
      if (JSON.stringify(former) !== JSON.stringify(this.#place)) this.#went();
    });
  }

  #read(): void {
    this.#isToldLater = false;
    this.#place = placeOf(this.#router.path());
    this.#seen = this.#address;
  }

  #be(place: Place): void {
    this.#place = place;
    if (this.#isToldLater) return;
    this.#isToldLater = true;
    // The host's address gets the other organization first: then the former one's entry stays as it was.
    void this.#host.updateComplete.then(() => this.#tell());
  }

  /** Writes where the portal is by now, unless that stands in the address. */
  #tell(): void {
    const isToBe = this.#isToldLater && this.#host.isConnected;
    this.#isToldLater = false;
    if (!isToBe || !this.#place) return;
    const path = pathOf(this.#place.section, ...this.#place.detail);
    // Parameters without a dot are the host's.
    const isKept = ![...this.#router.read().keys()].some((name) => name.includes('.'));
    const isOther = !isKept || this.#router.path() !== path;
    if (isOther) this.#router.go(path, true);
    this.#seen = this.#address;
    if (isOther) this.#led();
    this.#tellViews();
  }

  /** Those that are still there read what the address says now. */
  #tellViews(): void {
    for (const went of this.#views) went();
  }

  get #address(): string {
    return JSON.stringify([this.#router.path(), this.#router.read().toString()]);
  }
}
