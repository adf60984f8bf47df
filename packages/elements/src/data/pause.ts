/** Calls back once, when nobody has asked again for a while: for typing that should become a search. */
export class Pause {
  readonly #milliseconds: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  after(run: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      run();
    }, this.#milliseconds);
  }

  /** Whether something is still to come. */
  get isPending(): boolean {
    return this.#timer !== undefined;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
