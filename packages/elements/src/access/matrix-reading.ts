import { TesseraError } from '@tesserakit/client';
import type { Application } from '@tesserakit/contract';
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { closeButton } from '../theme/close-button.js';
import { circleAlertIcon } from '../theme/icons.js';
import { retryButton } from '../theme/retry.js';
import type { Block } from './matrix-blocks.js';
import type { Target } from './matrix-rules.js';
import { cellsIn } from './matrix-selection.js';
import type { MatrixRows } from './matrix-source.js';
import { targetsAtHand, targetsOf, type Collect } from './matrix-targets.js';

/** Where cells are read. */
export interface ReadingPlace {
  readonly collect: Collect;
  rows(): MatrixRows;
  applications(): readonly Application[];
}

/** Reads the cells that a deed is about, wherever they are, and tells how far it has come. */
export class MatrixReading {
  readonly #host: ReactiveElement;
  readonly #of: ReadingPlace;
  #reading: { found: number; total: number; stop: AbortController } | undefined;
  #error: TesseraError | undefined;
  #again: (() => void) | undefined;

  constructor(host: ReactiveElement, of: ReadingPlace) {
    this.#host = host;
    this.#of = of;
  }

  reset(): void {
    this.#reading?.stop.abort();
    this.#reading = this.#error = this.#again = undefined;
  }

  /** Tells that something else could not be read, with the way to try again. */
  fail(error: unknown, again: () => void): void {
    this.#error = TesseraError.from(error);
    this.#again = again;
    this.#host.requestUpdate();
  }

  /** What could not be read is known by now from elsewhere. */
  forgive(): void {
    if (this.#again) this.#error = this.#again = undefined;
  }

  /** The cells of blocks; `undefined` when they could not be read, or somebody would not wait. */
  async read(blocks: readonly Block[]): Promise<readonly Target[] | undefined> {
    const applications = this.#of.applications();
    const atHand = targetsAtHand(this.#of.rows(), applications, blocks);
    if (atHand) return atHand;
    this.#reading?.stop.abort();
    const stop = new AbortController();
    const reading = { found: 0, total: cellsIn(blocks), stop };
    this.#reading = reading;
    this.#error = this.#again = undefined;
    this.#host.requestUpdate();
    const found = (count: number): void => {
      reading.found = count;
      this.#host.requestUpdate();
    };
    try {
      return await targetsOf(this.#of.collect, applications, blocks, found, stop.signal);
    } catch (error) {
      if (!stop.signal.aborted) this.#error = TesseraError.from(error);
      return undefined;
    } finally {
      if (reading === this.#reading) this.#reading = undefined;
      this.#host.requestUpdate();
    }
  }

  /** How far it has come, or why it could not. */
  told(words: Words<'accessEditing' | 'actions'>): TemplateResult | typeof nothing {
    const { accessEditing, actions, errors, language } = words;
    if (this.#reading) {
      const { found, total, stop } = this.#reading;
      const digits = new Intl.NumberFormat(language);
      return html`<div class="outcome" part="outcome">
        <p class="summary">
          <progress max=${total} value=${found}></progress
          ><span>${accessEditing.reading(digits.format(found), digits.format(total))}</span>
        </p>
        <button class="button" type="button" @click=${() => stop.abort()}>
          ${accessEditing.stop}
        </button>
      </div>`;
    }
    const [error, again] = [this.#error, this.#again];
    if (!error) return nothing;
    const end = () => {
      this.#error = this.#again = undefined;
      this.#host.requestUpdate();
    };
    const retry = () => {
      end();
      again?.();
    };
    return html`<div class="outcome" part="outcome" role="alert">
      <p class="refusal">
        ${circleAlertIcon}<span>${accessEditing.readingFailed} ${errors[error.code]}</span>
      </p>
      ${again ? retryButton(words, { error, run: retry }) : closeButton(actions.close, end)}
    </div>`;
  }
}
