import type { LoginStep } from '@tesserakit/contract';

type StepName = LoginStep['step'];

/**
 * Lets the browser's back button lead from the later steps to the first one, and from there to where
 * the person came from. Going back only asks for the first step; nothing is ever sent again.
 */
export class StepHistory {
  readonly #restart: () => void;
  readonly #page: Window;
  #leaving: string | undefined;

  /** @param restart leads the sign-in back to its first step. */
  constructor(restart: () => void, page: Window = window) {
    this.#restart = restart;
    this.#page = page;
    page.addEventListener('popstate', () => this.#wentBack());
  }

  /** Notes that a step is on the screen. */
  reached(step: StepName): void {
    const { history } = this.#page;
    if (step === 'identifier') {
      if (this.#isBeyond) history.back();
    } else if (step === 'password' && !this.#isBeyond) {
      history.pushState({ beyondFirstStep: true }, '', '#later');
    }
  }

  /** Leaves for another address, so that the way back from there skips these pages. */
  leaveFor(address: string): void {
    if (!this.#isBeyond) return this.#page.location.replace(address);
    this.#leaving = address;
    this.#page.history.back();
  }

  get #isBeyond(): boolean {
    const state = this.#page.history.state as { beyondFirstStep?: boolean } | null;
    return state?.beyondFirstStep === true;
  }

  #wentBack(): void {
    if (this.#leaving) this.#page.location.replace(this.#leaving);
    else if (!this.#isBeyond) this.#restart();
  }
}
