import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { Countdown } from './countdown.js';

/** A button that asks for another mail, once it is not too early for it. */
export class TesseraSendAgain extends LitElement {
  @property() label = '';
  @property({ attribute: false }) wait: ((seconds: number) => string) | undefined;
  @property({ type: Boolean }) busy = false;
  /** Seconds until another one may be asked for. */
  @property({ attribute: false }) seconds = 0;
  /** The answer that said so; each one begins the wait anew. */
  @property({ attribute: false }) answer: object | undefined;
  @property({ attribute: false }) send: (() => void) | undefined;

  readonly #wait = new Countdown(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('answer')) this.#wait.start(this.seconds);
  }

  override render() {
    const { left } = this.#wait;
    return html`<button
        class="link"
        type="button"
        aria-busy=${this.busy ? 'true' : nothing}
        aria-disabled=${left > 0 ? 'true' : nothing}
        @click=${() => this.#again()}
      >
        ${this.label}
      </button>
      ${left > 0 ? html`<p class="wait"><span>${this.wait?.(left)}</span></p>` : nothing}`;
  }

  #again(): void {
    if (this.#wait.left === 0) this.send?.();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-send-again': TesseraSendAgain;
  }
}
