/** An element of a strip, and which one of the list it shows. */
export interface Slot {
  readonly element: HTMLElement;
  index: number;
}

/** What a {@link Strip} asks of its owner. */
export interface StripOf<S extends Slot> {
  readonly container: HTMLElement;
  make(): S;
  /** Writes what belongs at its index into a slot, over what was there. */
  put(slot: S): void;
}

/**
 * The few elements of a long list that are in sight, in the order of the list; those that leave are
 * written anew for those that come. One more, the pinned one, is always there, wherever it is.
 */
export class Strip<S extends Slot> {
  readonly #of: StripOf<S>;
  #slots: S[] = [];
  #first = 0;
  #end = 0;
  #pinned = -1;

  constructor(of: StripOf<S>) {
    this.#of = of;
  }

  /** All that is there, in order. */
  get slots(): readonly S[] {
    return this.#slots;
  }

  at(index: number): S | undefined {
    const place = index - this.#first + (this.#pinned >= 0 && this.#pinned < this.#first ? 1 : 0);
    const slot = this.#slots[index === this.#pinned && index < this.#first ? 0 : place];
    return slot?.index === index ? slot : this.#slots.find((one) => one.index === index);
  }

  /** Shows these, and the pinned one; `-1` pins none. @returns whether anything was changed. */
  show(first: number, end: number, pinned: number): boolean {
    const aside = pinned >= 0 && (pinned < first || pinned >= end) ? pinned : -1;
    if (first === this.#first && end === this.#end && aside === this.#pinned) return false;
    const kept = new Array<S | undefined>(end - first);
    const free: S[] = [];
    let pin: S | undefined;
    for (const slot of this.#slots) {
      const { index } = slot;
      if (index >= first && index < end) kept[index - first] = slot;
      else if (index === aside) pin = slot;
      else free.push(slot);
    }
    [this.#first, this.#end, this.#pinned] = [first, end, aside];
    this.#slots = this.#arranged(kept, pin, free);
    for (const slot of free) slot.element.remove();
    return true;
  }

  /** Writes all of them again. */
  again(): void {
    for (const slot of this.#slots) this.#of.put(slot);
  }

  clear(): void {
    for (const { element } of this.#slots) element.remove();
    [this.#slots, this.#first, this.#end, this.#pinned] = [[], 0, 0, -1];
  }

  #arranged(kept: (S | undefined)[], pin: S | undefined, free: S[]): S[] {
    const slots: S[] = [];
    let next: Element | null = null;
    const settle = (slot: S | undefined, index: number): void => {
      const settled = slot ?? this.#taken(free, index, next);
      slots.push(settled);
      next = settled.element;
    };
    if (this.#pinned >= this.#end) settle(pin, this.#pinned);
    for (let place = kept.length - 1; place >= 0; place -= 1) {
      settle(kept[place], this.#first + place);
    }
    if (this.#pinned >= 0 && this.#pinned < this.#first) settle(pin, this.#pinned);
    return slots.reverse();
  }

  /** What stays is never moved: it would lose the focus. */
  #taken(free: S[], index: number, next: Element | null): S {
    const slot = free.pop() ?? this.#of.make();
    slot.index = index;
    const { element } = slot;
    if (!element.parentNode || element.nextElementSibling !== next) {
      this.#of.container.insertBefore(element, next);
    }
    this.#of.put(slot);
    return slot;
  }
}
