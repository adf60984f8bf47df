import type { LoginStepOf } from '@tesserakit/contract';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { factorWords } from '../text/factor-words.js';
import { head } from './head.js';
import type { Screen } from './screen.js';

/** Shows recovery codes for the only time, to be copied or printed. */
export class TesseraRecoveryCodes extends LitElement {
  @property({ attribute: false }) screen: Screen<LoginStepOf<'recovery_codes'>> | undefined;

  @state() private outcome: 'copied' | 'notCopied' | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    if (!this.screen) return nothing;
    const { application, step, pending, words } = this.screen;
    const { codes } = factorWords(words);
    return html`${head(application, codes.title, codes.sentence)}
      <ul class="codes" aria-label=${codes.list}>
        ${step.codes.map((code) => html`<li><code dir="ltr">${code}</code></li>`)}
      </ul>
      <div class="beside">
        <button class="button" type="button" @click=${() => void this.#copy(step.codes)}>
          ${codes.copy}
        </button>
        <button class="button" type="button" @click=${() => print()}>${codes.print}</button>
      </div>
      <p class="wait" role="status">
        ${this.outcome ? html`<span>${codes[this.outcome]}</span>` : nothing}
      </p>
      <div class="actions">
        <button
          class="button wide primary"
          type="button"
          aria-busy=${pending === 'keep_codes' ? 'true' : nothing}
          aria-disabled=${pending ? 'true' : nothing}
          @click=${() => this.screen?.act({ action: 'keep_codes' })}
        >
          <span>${codes.next}</span>
        </button>
      </div>`;
  }

  async #copy(codes: readonly string[]): Promise<void> {
    this.outcome = undefined;
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      this.outcome = 'copied';
    } catch {
      this.outcome = 'notCopied';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-recovery-codes': TesseraRecoveryCodes;
  }
}
