import type { AccessExplanation, Capabilities, Member } from '@tesserakit/contract';
import type { AccessScope, TesseraError } from '@tesserakit/client';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { secondsLeft } from '../data/countdown.js';
import { DeedController } from '../data/deed.js';
import { askedIn, questionIn, type Asked } from '../data/in-view.js';
import { refresh } from '../data/query.js';
import { ResourceController } from '../data/resource.js';
import { accessReasonWords } from '../text/access-reasons.js';
import { actionWords } from '../text/actions.js';
import { TextController } from '../text/text-controller.js';
import { controls } from '../theme/controls.js';
import { noticeStyles } from '../theme/notice.js';
import { refusal, refusalStyles } from '../theme/refusal.js';
import { skeletonStyles } from '../theme/skeleton.js';
import { tokens } from '../theme/tokens.js';
import { isAboutRoles, taskOf, type ShownRemedy } from './access-explainer-deeds.js';
import { AccessOpenedEvent, BeforeAccessOpenEvent } from './access-explainer-events.js';
import { explainerSkeleton, withoutReasons } from './access-explainer-notices.js';
import {
  allPermissions,
  conditionList,
  openings,
  roleList,
  verdict,
} from './access-explainer-parts.js';
import { styles } from './access-explainer.styles.js';

/** Codes that also take away what was shown before. */
const closed = new Set(['not_found', 'forbidden', 'unsupported']);

/**
 * Why one member may or may not enter one application: each condition, where each role comes from and
 * what rests on it alone, and what would open the door, by whom. What the signed-in person may do about
 * it can be done here.
 *
 * @csspart verdict - Whether the door is open, and the first reason against it.
 * @csspart section - What would open it, the conditions, the roles.
 * @csspart remedy - One act that would open it.
 * @csspart condition - One condition, met or not.
 * @csspart role - One role.
 * @csspart notice - What stands in place of reasons that cannot be shown.
 * @cssstate loading - The reasons are on their way.
 * @fires {BeforeAccessOpenEvent} tessera-before-access-open - An act that opens the door is about to be taken; cancelable.
 * @fires {AccessOpenedEvent} tessera-access-opened - The server has taken it.
 */
export class TesseraAccessExplainer extends LitElement {
  static override styles = [tokens, controls, noticeStyles, skeletonStyles, refusalStyles, styles];

  /** The member whose access is explained. */
  @property({ attribute: 'user-id' }) userId: string | undefined;

  /** The application that they want to enter. */
  @property({ attribute: 'application-id' }) applicationId: string | undefined;

  @state() private announcement = '';
  @state() private choosing = false;
  @state() private rolesFailed = false;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, {
    accessReasons: accessReasonWords,
    actions: actionWords,
  });
  readonly #context = new ContextController(this);
  readonly #capabilities = new ResourceController<Capabilities>(
    this,
    () =>
      this.#asked &&
      questionIn(this.#context, ['capabilities'], ({ client, organizationId }, signal) =>
        client.capabilities({ organizationId }, { signal }),
      ),
  );
  readonly #explanation = new ResourceController<AccessExplanation>(this, () => {
    const { userId = '', applicationId = '' } = this;
    if (!this.#asked || !this.#can?.access?.explain) return undefined;
    const name = ['access', userId, applicationId];
    return questionIn(this.#context, name, ({ client, organizationId }, signal) =>
      client.access.explain({ organizationId, userId, applicationId }, { signal }),
    );
  });
  readonly #member = new ResourceController<Member>(this, () => {
    const { userId = '' } = this;
    if (!this.#asked) return undefined;
    return questionIn(this.#context, ['members', userId], ({ client, organizationId }, signal) =>
      client.members.get({ organizationId, userId }, { signal }),
    );
  });
  readonly #deed = new DeedController(this);
  #last: ShownRemedy | undefined;
  #shown = '';

  protected override willUpdate(): void {
    const { client: _, ...scope } = this.#asked ?? {};
    const shown = JSON.stringify(scope);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.announcement = '';
    this.choosing = this.rolesFailed = false;
    this.#deed.forget();
  }

  protected override updated(): void {
    const isLoading = this.#asked !== undefined && !this.#explanation.value && !this.#error;
    if (isLoading) this.#internals.states.add('loading');
    else this.#internals.states.delete('loading');
  }

  /** Asks the backend again for the reasons. */
  reload(): void {
    for (const one of [this.#capabilities, this.#explanation, this.#member]) one.reload();
  }

  override render() {
    return html`${this.#content()}
      <p class="hidden" role="status">${this.announcement}</p>`;
  }

  #content() {
    const { words } = this.#text;
    const error = this.#error;
    const { value } = this.#explanation;
    if (!this.userId || !this.applicationId || error) {
      return html`<div class="panel gone" tabindex="-1">
        ${withoutReasons(words, error, () => this.#retry())}
      </div>`;
    }
    if (!value) return html`<div class="panel">${explainerSkeleton(words)}</div>`;
    return html`<article class="panel" aria-labelledby="title">
      ${verdict(words, value, this.#name)}
      ${value.remedies.length > 0 ? this.#openings(value.remedies) : nothing}
      ${conditionList(words, value)} ${roleList(words, value)} ${allPermissions(words, value)}
    </article>`;
  }

  #openings(remedies: readonly ShownRemedy[]) {
    const { words } = this.#text;
    return openings(words, remedies, {
      can: this.#can,
      busy: this.#deed.busy,
      choosing: this.choosing,
      run: (remedy) => void this.#open(remedy),
      below: html`${refusal(words, {
        error: this.#deed.error,
        busy: this.#deed.busy,
        again: () => this.#last && void this.#open(this.#last),
      })}
      ${
        this.rolesFailed
          ? html`<p class="refusal" role="alert">${words.accessReasons.rolesFailed}</p>`
          : nothing
      }
      ${
        this.choosing
          ? html`<tessera-role-assigner user-id=${this.userId ?? nothing}></tessera-role-assigner>`
          : nothing
      }`,
    });
  }

  /** Nobody was named, and an address says as little as an id of whose door it is. */
  get #name(): string | undefined {
    const { name = '', email } = this.#member.value ?? {};
    return name.trim() || email;
  }

  get #can(): Capabilities | undefined {
    return this.#capabilities.value;
  }

  get #error(): TesseraError | 'unsupported' | undefined {
    const { value, error } = this.#explanation;
    if (error && (!value || closed.has(error.code))) return error;
    if (this.#can && !this.#can.access?.explain) return 'unsupported';
    return this.#can ? undefined : this.#capabilities.error;
  }

  get #asked(): (Asked & AccessScope) | undefined {
    const asked = askedIn(this.#context);
    const { userId, applicationId } = this;
    return asked && userId && applicationId ? { ...asked, userId, applicationId } : undefined;
  }

  async #open(remedy: ShownRemedy): Promise<void> {
    const asked = this.#asked;
    const task = taskOf(remedy);
    if (!asked || this.#deed.busy) return;
    if (isAboutRoles(remedy)) return this.#choose();
    if (!task || secondsLeft(this.#deed.error) > 0) return;
    const { client, ...scope } = asked;
    const about = { ...scope, version: this.#member.value?.version };
    const opening = { ...scope, remedy: remedy.name };
    if (!this.dispatchEvent(new BeforeAccessOpenEvent(opening))) return;
    this.announcement = '';
    this.#last = remedy;
    const done = await this.#deed.run(JSON.stringify([opening, about.version]), async (options) => {
      await task(client, about, options);
      refresh(client, [client.identity(), scope.organizationId]);
      this.dispatchEvent(new AccessOpenedEvent(opening));
    });
    if (this.#deed.error?.code === 'version_conflict') this.#member.reload();
    if (!done) return;
    const { done: some, opened } = this.#text.words.accessReasons;
    this.announcement = (this.#explanation.value?.remedies.length ?? 0) > 1 ? some : opened;
    await this.updateComplete;
    // The button goes with what it did.
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  async #choose(): Promise<void> {
    this.rolesFailed = false;
    try {
      if (!this.choosing) await import('../roles/role-assigner.js');
      this.choosing = !this.choosing;
    } catch {
      this.rolesFailed = true;
    }
  }

  #retry(): void {
    this.reload();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.gone')?.focus(),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-access-explainer': TesseraAccessExplainer;
  }
}
