import type { LoginStepOf } from '@tesserakit/contract';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { problemText, submitButton } from './form-parts.js';
import { head } from './head.js';
import { refusalSentence } from './refusal.js';
import type { Screen } from './screen.js';

/** Takes the code that a device shows, however it is written. */
export class TesseraDeviceStep extends LitElement {
  @property({ attribute: false }) screen: Screen<LoginStepOf<'device'>> | undefined;

  @state() private missing = false;
  @query('#user-code') private field!: HTMLInputElement;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    if (!this.screen) return nothing;
    const { application, words, step, pending } = this.screen;
    const refusal =
      step.refusal === 'not_found' ? words.device.unknown : refusalSentence(words, step.refusal);
    const problem = this.missing ? words.device.missing : pending ? undefined : refusal;
    return html`${head(application, words.device.title, words.device.sentence)}
      <form class="form" id="device-form" method="post" novalidate @submit=${this.#send}>
        <div class="group">
          <label for="user-code">${words.device.code}</label>
          <input
            class="field user-code"
            id="user-code"
            name="user-code"
            type="text"
            autocomplete="off"
            autocapitalize="characters"
            autocorrect="off"
            spellcheck="false"
            enterkeyhint="next"
            dir="ltr"
            maxlength="40"
            required
            value=${step.userCode ?? ''}
            aria-invalid=${problem ? 'true' : nothing}
            aria-describedby=${problem ? 'user-code-problem' : nothing}
          />
          ${problemText('user-code-problem', problem)}
        </div>
        ${submitButton(words.device.next, pending === 'enter_user_code')}
      </form>`;
  }

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    const userCode = this.field.value.trim();
    this.missing = userCode === '';
    if (this.missing) this.field.focus();
    else this.screen?.act({ action: 'enter_user_code', userCode });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-device-step': TesseraDeviceStep;
  }
}
