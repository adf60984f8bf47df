import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Countdown } from './countdown.js';
import { problemText, submitButton } from './form-parts.js';

/** What a form for one code says. */
export interface CodeWords {
  readonly label: string;
  readonly next: string;
  readonly missing: string;
  readonly wait: (seconds: number) => string;
}

/**
 * A form for one code. Light DOM, because whatever fills in one-time passwords does not look into
 * shadow roots.
 */
export class TesseraCodeForm extends LitElement {
  /** Of the field and, with `-form`, of the form. */
  @property() name = '';
  @property({ attribute: false }) words: CodeWords | undefined;
  /** Whether it is a one-time password of digits. */
  @property({ type: Boolean }) digits = false;
  @property({ type: Boolean }) busy = false;
  /** What the server said of the code before. */
  @property({ attribute: false }) refusal: string | undefined;
  /** Seconds until another code is looked at. */
  @property({ attribute: false }) retryAfter: number | undefined;
  /** The answer that said so; each one begins the wait anew. */
  @property({ attribute: false }) answer: object | undefined;
  @property({ attribute: false }) send: ((code: string) => void) | undefined;

  @state() private missing = false;
  @query('input') private field!: HTMLInputElement;
  readonly #wait = new Countdown(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('answer')) this.#wait.start(this.retryAfter ?? 0);
  }

  override render() {
    const { words, name } = this;
    if (!words) return nothing;
    const problem = this.#problem(words);
    const problemId = `${name}-problem`;
    const { left } = this.#wait;
    return html`<form
      class="form"
      id="${name}-form"
      method="post"
      novalidate
      @submit=${this.#submit}
    >
      <div class="group">
        <label for=${name}>${words.label}</label>
        <input
          class="field code"
          id=${name}
          name=${name}
          type="text"
          inputmode=${this.digits ? 'numeric' : 'text'}
          autocomplete=${this.digits ? 'one-time-code' : 'off'}
          autocapitalize=${this.digits ? 'none' : 'characters'}
          autocorrect="off"
          spellcheck="false"
          enterkeyhint="go"
          dir="ltr"
          maxlength="40"
          required
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${problem ? problemId : nothing}
        />
        ${problemText(problemId, problem)}
        ${left > 0 ? html`<p class="wait"><span>${words.wait(left)}</span></p>` : nothing}
      </div>
      ${submitButton(words.next, this.busy, left > 0)}
    </form>`;
  }

  #problem({ missing }: CodeWords): string | undefined {
    if (this.missing) return missing;
    const waited = this.retryAfter !== undefined && this.#wait.left === 0;
    return this.busy || waited ? undefined : this.refusal;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.#wait.left > 0) return;
    const code = this.field.value.trim();
    this.missing = code === '';
    if (this.missing) this.field.focus();
    else this.send?.(code);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-code-form': TesseraCodeForm;
  }
}
