import type { LoginAction } from '@tesserakit/contract';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { problemText } from './form-parts.js';

/** Asks the browser for a passkey, or for a new one, when it is pressed; says so when there is none. */
export class TesseraPasskeyButton extends LitElement {
  @property() label = '';
  /** What is said when the browser gives none. */
  @property() stopped = '';
  /** What the server said of the one before. */
  @property({ attribute: false }) problem: string | undefined;
  @property({ type: Boolean }) primary = false;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) ask: (() => Promise<LoginAction>) | undefined;
  @property({ attribute: false }) act: ((action: LoginAction) => void) | undefined;

  @state() private asking = false;
  @state() private wasStopped = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const busy = this.busy || this.asking;
    const problem = busy ? undefined : this.wasStopped ? this.stopped : this.problem;
    return html`<button
        class="button wide ${this.primary ? 'primary' : ''}"
        type="button"
        aria-busy=${busy ? 'true' : nothing}
        aria-disabled=${busy ? 'true' : nothing}
        aria-describedby=${problem ? 'passkey-problem' : nothing}
        @click=${() => void this.#start()}
      >
        <span>${this.label}</span>
      </button>
      <div role="status">${problemText('passkey-problem', problem)}</div>`;
  }

  async #start(): Promise<void> {
    if (this.asking || this.busy || !this.ask) return;
    this.asking = true;
    this.wasStopped = false;
    try {
      const action = await this.ask();
      if (this.isConnected) this.act?.(action);
    } catch {
      this.wasStopped = true;
    }
    this.asking = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-passkey-button': TesseraPasskeyButton;
  }
}
