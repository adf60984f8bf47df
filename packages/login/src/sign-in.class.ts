import { TesseraError } from '@tesserakit/client';
import type { LoginClient } from '@tesserakit/client/login';
import type { LoginAction, LoginStep } from '@tesserakit/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { carryOver } from './early-form.js';
import { SignInEndedEvent, SignInStepChangedEvent } from './events.js';
import { alertIcon } from './steps/form-parts.js';
import type { Application, Screen, StepView } from './steps/screen.js';
import { viewOf } from './steps/table.js';
import type { LoginCatalogue } from './text/catalogue.js';
import { en } from './text/en.js';
import { webAddress } from '@tesserakit/domain';

interface Failure {
  readonly error: TesseraError;
  readonly retry: () => void;
}

/** Steps of a form, which is sent again with what stands in it by then. */
const formActions: readonly string[] = [
  ...['identify', 'verify_password', 'enter_user_code'],
  ...['verify_totp', 'verify_recovery_code', 'enroll_totp', 'verify_code'],
];

/**
 * One sign-in, step by step, as the server decides. Renders into the document itself, because
 * password managers do not look into shadow roots. It knows nothing of the address bar: the page
 * takes the title, and leaves, by the events.
 *
 * A form marked `data-early` inside the element stands in for the first step until the server has
 * answered; what was typed there is carried over.
 *
 * @fires {SignInStepChangedEvent} tessera-sign-in-step-changed - Another step is on the screen.
 * @fires {SignInEndedEvent} tessera-sign-in-ended - The browser should leave for the application.
 */
export class TesseraSignIn extends LitElement {
  /** The server's side. */
  @property({ attribute: false }) client: LoginClient | undefined;

  /** Names the sign-in. Without one the element says that there is none here. */
  @property({ attribute: 'transaction-id' }) transactionId: string | undefined;

  /** The sentences to show. */
  @property({ attribute: false }) words: LoginCatalogue = en;

  @state() private step: LoginStep | undefined;
  @state() private pending: LoginAction['action'] | undefined;
  @state() private failure: Failure | undefined;

  #view: StepView | undefined;
  #application: Application | undefined;
  /** Whether the step follows from what the person did here. */
  #moved = false;
  #asking: AbortController | undefined;

  protected override createRenderRoot(): HTMLElement {
    // What stands here early stays below what is said about it.
    this.renderOptions.renderBefore = this.firstChild;
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client') || changed.has('transactionId')) this.reload();
  }

  protected override updated(changed: PropertyValues): void {
    const isNew = changed.has('step');
    if (isNew) void this.#arrive();
    if (this.step && this.#view && (isNew || changed.has('words'))) {
      const title = this.#view.title(this.words, this.#application);
      this.dispatchEvent(new SignInStepChangedEvent(this.step.step, title));
    }
    const next = isNew && this.step && leavesFor(this.step, this.#moved);
    if (next) this.dispatchEvent(new SignInEndedEvent(next));
  }

  /** Asks the server anew where the sign-in stands. What it is busy with is given up. */
  reload(): void {
    const { client, transactionId } = this;
    if (!client) return;
    void this.#ask(
      undefined,
      transactionId
        ? (signal) => client.open(transactionId, { signal })
        : () => Promise.resolve(noTransaction),
      () => this.reload(),
    );
  }

  /** Goes back to the first step. What is under way is given up, and nothing is sent twice. */
  restart(): void {
    if (this.step?.step === 'identifier') return;
    this.pending = undefined;
    this.#act({ action: 'restart' });
  }

  override render() {
    return html`${this.failure ? this.#alert(this.failure) : nothing}
      ${
        this.step && this.#view
          ? html`<div class="step" data-step=${this.step.step}>
              ${this.#view.render(this.#screen(this.step))}
            </div>`
          : nothing
      }
      <p class="hidden" role="status">${this.pending ? this.words.common.working : nothing}</p>`;
  }

  #alert({ error, retry }: Failure) {
    const { errors, common } = this.words;
    return html`<div class="alert" role="alert">
      ${alertIcon}
      <p>
        ${errors[error.code]}
        ${
          error.requestId
            ? html`<small>${common.requestId} <code dir="ltr">${error.requestId}</code></small>`
            : nothing
        }
      </p>
      <button class="link" type="button" @click=${retry}>${common.retry}</button>
    </div>`;
  }

  #screen(step: LoginStep): Screen {
    return {
      step,
      application: this.#application,
      words: this.words,
      pending: this.pending,
      act: (action) => this.#act(action),
      organizations: (query, signal) => {
        const { client, transactionId } = this;
        if (!client || !transactionId) throw new TesseraError('not_found');
        return client.organizations(transactionId, query, { signal });
      },
    };
  }

  #act(action: LoginAction): void {
    const { client, transactionId } = this;
    if (this.pending || !client || !transactionId) return;
    void this.#ask(
      action.action,
      (signal) => client.submit(transactionId, action, { signal }),
      () => {
        const form = formActions.includes(action.action) && this.querySelector('form');
        if (form) form.requestSubmit();
        else this.#act(action);
      },
    );
  }

  /** Asks the server and shows its answer, unless something else was asked in the meantime. */
  async #ask(
    pending: LoginAction['action'] | undefined,
    ask: (signal: AbortSignal) => Promise<LoginStep>,
    retry: () => void,
  ): Promise<void> {
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    this.pending = pending;
    this.failure = undefined;
    try {
      const step = checked(await ask(signal));
      const view = await loaded(viewOf(step));
      if (signal.aborted) return;
      this.#moved = pending !== undefined;
      this.#show(step, view);
    } catch (thrown) {
      if (!signal.aborted) this.failure = { error: TesseraError.from(thrown), retry };
    }
    if (!signal.aborted) this.pending = undefined;
  }

  #show(step: LoginStep, view: StepView): void {
    const former = this.step;
    if ('application' in step && step.application) this.#application = step.application;
    this.#view = view;
    // Whoever goes back from the password mends what they typed, rather than typing it again.
    this.step =
      step.step === 'identifier' && former?.step === 'password'
        ? { identifier: former.identifier, ...step }
        : step;
  }

  /** Gives the focus to the new step, once it is there, and the early form its leave. */
  async #arrive(): Promise<void> {
    const { step } = this;
    const shown = this.querySelector<HTMLElement>(':scope > [data-step]');
    if (!step || !shown) return;
    for (const element of shown.querySelectorAll('*')) {
      if (element instanceof LitElement) await element.updateComplete;
    }
    if (this.step !== step || !this.isConnected) return;
    const early = this.querySelector('[data-early]');
    if (early && step.step === 'identifier') carryOver(early, shown);
    const isTyping = early !== null && shown.contains(document.activeElement);
    early?.remove();
    if (!isTyping) this.#focusIn(shown);
  }

  #focusIn(shown: HTMLElement): void {
    // Where there is much to read before anything can be typed, it is read first.
    const reads = shown.dataset['step'] === 'mfa_enroll';
    const field = shown.querySelector<HTMLElement>('input:not([readonly]), tessera-org-picker');
    const isFirst = !reads || field?.getAttribute('aria-invalid') === 'true';
    const place = (isFirst && field) || shown.querySelector<HTMLElement>('h1');
    place?.focus();
    if (place instanceof HTMLInputElement) place.select();
  }
}

const noTransaction: LoginStep = { step: 'error', code: 'transaction_expired', requestId: '' };

/**
 * Where the browser leaves for at once: the application, or the identity provider for whoever has
 * just said who they are. Whoever comes back from there, or was refused, is not sent there again.
 */
function leavesFor(step: LoginStep, moved: boolean): string | undefined {
  if (step.step === 'done') return step.redirectTo;
  return step.step === 'federated' && moved && !step.refusal ? step.redirectTo : undefined;
}

/** Refuses to be sent to what is not an address of the web. */
function checked(step: LoginStep): LoginStep {
  if ('redirectTo' in step && !webAddress(step.redirectTo)) {
    throw new TesseraError('invalid_response');
  }
  return step;
}

/** A part of the pages that cannot be loaded is a failure of the network. */
function loaded(view: Promise<StepView>): Promise<StepView> {
  return view.catch((cause: unknown) => {
    throw new TesseraError('network', { cause });
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-sign-in': TesseraSignIn;
  }
}
