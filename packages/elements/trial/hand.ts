import { turn } from './clock.js';

/** All elements below a place, through every root. */
function everything(place: ParentNode): Element[] {
  return [...place.querySelectorAll('*')].flatMap((one) => [
    one,
    ...(one.shadowRoot ? everything(one.shadowRoot) : []),
  ]);
}

/** A text in one line, without what keeps the direction of the names in it. */
export function plain(text: string | null | undefined): string {
  return (text ?? '')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a person does on a screen, by the words that stand there. */
export interface Hand {
  press(words: RegExp): Promise<void>;
  /** Presses a button of a dialog, once it has opened. */
  confirm(words: RegExp): Promise<void>;
  /** Opens the menu of the row in which these words stand. */
  menu(words: string): Promise<void>;
  type(label: RegExp, text: string): Promise<void>;
  tick(name: RegExp): Promise<void>;
  choose(label: RegExp, option: RegExp): Promise<void>;
  /** Presses what was pressed last once more, if it is still there. */
  twice(): void;
}

/** What a person finds on a screen, and an assistive technology tells of it. */
export class Sight {
  readonly #place: HTMLElement;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  /** Every text that stands anywhere. */
  get text(): string {
    const roots = this.#all.flatMap(({ shadowRoot }) =>
      shadowRoot ? [...shadowRoot.children] : [],
    );
    return plain(
      roots
        .filter((one) => !one.matches('style'))
        .map(({ textContent }) => textContent)
        .join(' '),
    );
  }

  /**
   * What is told: what stands in a live region, describes a control, or is where the focus was put;
   * as far as it can be reached, for behind a dialog or out of the tree nothing is told.
   */
  get told(): string {
    const described = this.#all.flatMap((one) => {
      const ids = one.getAttribute('aria-describedby')?.split(/\s+/) ?? [];
      const root = one.getRootNode() as Document | ShadowRoot;
      return isReached(one) ? ids.flatMap((id) => root.getElementById(id) ?? []) : [];
    });
    const live = this.#all.filter(
      (one) => one.matches('[role="alert"], [role="status"]') || isGivenFocus(one),
    );
    return plain(
      [...live, ...described]
        .filter(isReached)
        .map(({ textContent }) => textContent)
        .join(' '),
    );
  }

  /** Texts of which a code of a failure is part, or all. */
  codes(code: string): string[] {
    return this.#all
      .flatMap((one) => [...one.childNodes])
      .filter((node) => node instanceof Text && !(node.parentNode instanceof HTMLStyleElement))
      .map(({ textContent }) => plain(textContent))
      .filter((text) => text === code || (code.includes('_') && text.includes(code)));
  }

  button(words: RegExp): HTMLButtonElement | undefined {
    return this.#all.find(
      (one): one is HTMLButtonElement =>
        one instanceof HTMLButtonElement && words.test(nameOf(one)) && isReached(one),
    );
  }

  /** Whether a dialog stands over everything else. */
  get isAsked(): boolean {
    return topDialog() !== undefined;
  }

  /** A field, by its label. */
  field(label: RegExp): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | undefined {
    return this.#all.find(
      (one): one is HTMLInputElement =>
        one.matches('input, textarea, select') &&
        isReached(one) &&
        [
          one.getAttribute('aria-label'),
          ...[...((one as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent),
        ].some((text) => text !== null && label.test(plain(text))),
    );
  }

  isTicked(label: RegExp): boolean {
    const field = this.field(label);
    return field instanceof HTMLInputElement && field.checked;
  }

  get #all(): Element[] {
    return everything(this.#place);
  }
}

/** A hand on the controls that a sight finds. */
export function handOn(sight: Sight): Hand {
  let last: HTMLElement | undefined;
  const press = async (words: RegExp) => {
    last = await until(() => sight.button(words), `a button ${String(words)}`);
    last.click();
  };
  return {
    press,
    confirm: async (words) => {
      await until(() => sight.isAsked, 'a dialog');
      await press(words);
    },
    menu: (words) => press(new RegExp(`^Actions .*${words}`)),
    type: async (label, text) => {
      const field = await until(() => sight.field(label), `a field ${String(label)}`);
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: text }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    tick: async (name) => (await until(() => sight.field(name), `a box ${String(name)}`)).click(),
    choose: async (label, option) => {
      const chosen = () => {
        const field = sight.field(label);
        const options = field instanceof HTMLSelectElement ? [...field.options] : [];
        const one = options.find((one) => option.test(plain(one.textContent)) && !one.disabled);
        return one && { field: field!, value: one.value };
      };
      const { field, value } = await until(chosen, `a choice ${String(option)}`);
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    twice: () => {
      if (last?.isConnected && isReached(last)) last.click();
    },
  };
}

/** Waits until a question has an answer, however fast the clock of the page goes. */
export async function until<T>(
  question: () => T | null | undefined | false,
  missing: string,
  patience = 2500,
): Promise<T> {
  for (const end = performance.now() + patience; ; await turn(4)) {
    const answer = question();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (performance.now() > end) throw new Error(`There never was ${missing}.`);
  }
}

function nameOf(button: Element): string {
  return plain(button.getAttribute('aria-label') ?? button.textContent);
}

/** Whether the focus was put on something that cannot be reached by tabbing: on what is to be read. */
function isGivenFocus(one: Element): boolean {
  const { activeElement } = one.getRootNode() as Document | ShadowRoot;
  return one === activeElement && one.getAttribute('tabindex') === '-1';
}

/** Whether something is in the accessibility tree, and not behind a dialog. */
function isReached(one: Element): boolean {
  if (!one.checkVisibility({ visibilityProperty: true })) return false;
  const above = [...ancestors(one)];
  if (above.some((place) => place.matches('[inert], [aria-hidden="true"]'))) return false;
  const dialog = topDialog();
  return !dialog || above.includes(dialog);
}

function topDialog(): Element | undefined {
  return everything(document)
    .filter((place) => place.matches('dialog:modal'))
    .at(-1);
}

function* ancestors(one: Element): Generator<Element> {
  for (let place: Element | null = one; place;) {
    yield place;
    const root: Node = place.getRootNode();
    place =
      place.assignedSlot ?? place.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
}
