import type { LoginStepOf } from '@tesserakit/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { named } from '../text/named.js';
import { Countdown } from './countdown.js';
import { problemText, submitButton } from './form-parts.js';
import { head } from './head.js';
import { otherWays } from './other-ways.js';
import { refusalSentence } from './refusal.js';
import type { Screen } from './screen.js';

type PasswordScreen = Screen<LoginStepOf<'password'>>;

/**
 * Asks for the password of the address that was typed. Whether the address is known does not show.
 * Light DOM, because password managers do not look into shadow roots.
 */
export class TesseraPasswordStep extends LitElement {
  @property({ attribute: false }) screen: PasswordScreen | undefined;

  @state() private problem: 'missing' | 'refused' | undefined;
  @state() private shown = false;
  @query('#password') private field!: HTMLInputElement;

  readonly #wait = new Countdown(this);
  #wasLocked = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const step = this.screen?.step;
    if (!step || !changed.has('screen') || changed.get('screen')?.step === step) return;
    this.problem = step.refusal ? 'refused' : undefined;
    this.#wasLocked = step.retryAfter !== undefined;
    this.#wait.start(step.retryAfter ?? 0);
  }

  override render() {
    if (!this.screen) return nothing;
    const { words, application, pending } = this.screen;
    return html`${head(
        application,
        words.password.title,
        application && named(words.common.continueTo, application.name),
      )}
      <form class="form" id="password-form" method="post" novalidate @submit=${this.#send}>
        ${this.#account(this.screen)} ${this.#password(this.screen)}
        ${submitButton(words.password.signIn, pending === 'verify_password', this.#wait.left > 0)}
      </form>
      ${otherWays(this.screen, this.#others(this.screen))}`;
  }

  #others({ step }: PasswordScreen): readonly string[] {
    return step.methods?.filter((method) => method !== 'password') ?? [];
  }

  #account({ words, step, pending }: PasswordScreen) {
    return html`<div class="account">
      <input
        id="username"
        name="identifier"
        type="text"
        autocomplete="username"
        aria-label=${words.identifier.email}
        title=${step.identifier}
        dir="ltr"
        readonly
        tabindex="-1"
        .value=${step.identifier}
      />
      <button
        class="link"
        type="button"
        aria-busy=${pending === 'restart' ? 'true' : nothing}
        @click=${this.#restart}
      >
        ${words.password.change}
      </button>
    </div>`;
  }

  #password(screen: PasswordScreen) {
    const { words } = screen;
    const problem = this.#problemIn(screen);
    return html`<div class="group">
      <label for="password">${words.password.password}</label>
      <div class="secret">
        <input
          class="field"
          id="password"
          name="password"
          type=${this.shown ? 'text' : 'password'}
          autocomplete="current-password"
          autocapitalize="none"
          autocorrect="off"
          spellcheck="false"
          enterkeyhint="go"
          dir="ltr"
          maxlength="1024"
          required
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${problem ? 'password-problem' : nothing}
        />
        <button
          class="reveal"
          type="button"
          aria-label=${this.shown ? words.password.hide : words.password.show}
          title=${this.shown ? words.password.hide : words.password.show}
          @click=${this.#reveal}
        >
          ${this.shown ? eyeOffIcon : eyeIcon}
        </button>
      </div>
      ${problemText('password-problem', problem)} ${this.#waiting(screen)}
    </div>`;
  }

  /** Ticks in silence; only its end is announced. */
  #waiting({ words }: PasswordScreen) {
    const { left } = this.#wait;
    return html`${left > 0 ? html`<p class="wait"><span>${words.password.wait(left)}</span></p>` : nothing}
      <p class="wait" role="status">
        ${this.#wasLocked && left === 0 ? html`<span>${words.password.waitOver}</span>` : nothing}
      </p>`;
  }

  #problemIn({ words, step }: PasswordScreen): string | undefined {
    if (this.problem === 'missing') return words.password.missing;
    if (this.problem !== 'refused' || (this.#wasLocked && this.#wait.left === 0)) return undefined;
    return refusalSentence(words, step.refusal);
  }

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    const { value } = this.field;
    if (this.#wait.left > 0) return;
    // Browsers offer to keep a password only from a field that hides it.
    this.shown = false;
    this.problem = value === '' ? 'missing' : this.problem;
    if (value === '') this.field.focus();
    else this.screen?.act({ action: 'verify_password', password: value });
  };

  #restart(): void {
    this.screen?.act({ action: 'restart' });
  }

  #reveal(): void {
    this.shown = !this.shown;
  }
}

const eyeIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M2 12s3.6-7 10-7 10 7 10 7-3.6 7-10 7-10-7-10-7z" />
  <circle cx="12" cy="12" r="3" />
</svg>`;

const eyeOffIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M2 12s3.6-7 10-7 10 7 10 7-3.6 7-10 7-10-7-10-7z" />
  <circle cx="12" cy="12" r="3" />
  <path d="m3 21 18-18" />
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'tessera-password-step': TesseraPasswordStep;
  }
}
