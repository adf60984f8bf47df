import type { LoginAction, LoginStepOf } from '@tesserakit/contract';
import { LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { identifierForm } from './identifier-form.js';
import type { Screen } from './screen.js';

/** Asks who signs in. Light DOM, because password managers do not look into shadow roots. */
export class TesseraIdentifierStep extends LitElement {
  @property({ attribute: false }) screen: Screen<LoginStepOf<'identifier'>> | undefined;

  @state() private missing = false;
  @query('#identifier') private field!: HTMLInputElement;

  /** Ends what the browser offers in the field. */
  #left = new AbortController();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#left.abort();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const asked = this.screen?.step.passkey;
    if (!asked || !changed.has('screen') || changed.get('screen')?.step.passkey === asked) return;
    this.#left.abort();
    const { signal } = (this.#left = new AbortController());
    if (!('PublicKeyCredential' in window)) return;
    const act = (action: LoginAction) => this.screen?.act(action);
    // The field works without it.
    void import('./passkey-autofill.js').then(
      ({ fillIn }) => fillIn(asked, act, signal),
      () => {},
    );
  }

  override render() {
    if (!this.screen) return nothing;
    const { words, application, pending, step } = this.screen;
    return identifierForm({
      words,
      application,
      identifier: step.identifier,
      problem: this.missing ? words.identifier.missing : undefined,
      busy: pending === 'identify',
      send: this.#send,
    });
  }

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    const identifier = this.field.value.trim();
    this.missing = identifier === '';
    if (this.missing) this.field.focus();
    else this.screen?.act({ action: 'identify', identifier });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-identifier-step': TesseraIdentifierStep;
  }
}
