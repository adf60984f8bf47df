import type { TesseraError } from '@tesserakit/client';
import { html, nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { secondsLeft } from '../data/countdown.js';
import { Pause } from '../data/pause.js';
import type { Catalogue } from '../text/catalogue.js';
import { spokenSpan } from '../text/spans.js';

/** What a button that tries again needs to know. */
export interface Retry {
  /** Why it did not work; where the server asked for patience, the button counts down to it. */
  readonly error: TesseraError | undefined;
  readonly run: () => void;
  /** In place of the usual words. */
  readonly label?: string;
  readonly look?: string;
  /** It is on its way. */
  readonly busy?: boolean;
}

class RetryButton extends AsyncDirective {
  readonly #second = new Pause(1000);
  #drawn: [Catalogue, Retry] | undefined;

  render(words: Catalogue, retry: Retry): TemplateResult {
    this.#drawn = [words, retry];
    const { error, run, label = words.common.retry, look = '', busy = false } = retry;
    const wait = secondsLeft(error);
    this.#second.end();
    if (wait > 0) this.#second.after(() => this.#tick());
    // Within an alert it would be read out with every second.
    return html`<button
      class="button ${look}"
      type="button"
      aria-live="off"
      aria-disabled=${wait > 0 || busy ? 'true' : nothing}
      @click=${() => {
        if (secondsLeft(error) === 0 && !busy) run();
      }}
    >
      ${wait > 0 ? words.common.retryIn(spokenSpan(wait, words.language)) : label}
    </button>`;
  }

  protected override disconnected(): void {
    this.#second.end();
  }

  protected override reconnected(): void {
    this.#tick();
  }

  #tick(): void {
    if (this.#drawn && this.isConnected) this.setValue(this.render(...this.#drawn));
  }
}

/**
 * The button that tries again. Where the server said when, it says so too, and can be pressed no
 * sooner.
 */
export const retryButton = directive(RetryButton);
