import { ContextProvider } from '@lit/context';
import { TesseraError, type DirectoryClient } from '@tesserakit/client';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PageReturn } from '../data/page-return.js';
import { askAnew, load } from '../data/query.js';
import {
  BeforeOrganizationSwitchEvent,
  OrganizationSwitchedEvent,
} from '../organizations/events.js';
import { organizationQuery } from '../organizations/organization-query.js';
import { personQuery } from '../organizations/person-query.js';
import type { Spoken } from '../text/catalogue.js';
import { en } from '../text/en.js';
import { catalogueOf } from '../text/language.js';
import { controls } from '../theme/controls.js';
import { tokens } from '../theme/tokens.js';
import { actingClient } from './acting-client.js';
import { clientContext } from './client-context.js';
import { LanguageWatch } from './language-watch.js';
import { languageContext } from './language-context.js';
import { organizationContext, switchingContext } from './organization-context.js';
import { styles } from './provider.styles.js';

/**
 * Gives everything inside it a backend, the organization in view, and a language. Two providers on
 * one page, or in two tabs, know nothing of each other.
 *
 * @slot - The application's own content with the elements in it.
 * @csspart demo - The line that says that the data is made up.
 * @fires {BeforeOrganizationSwitchEvent} tessera-before-organization-switch - Another organization is about to be put in view; cancelable.
 * @fires {OrganizationSwitchedEvent} tessera-organization-switched - Another organization is in view.
 */
export class TesseraProvider extends LitElement {
  static override styles = [tokens, controls, styles];

  /** The backend. */
  @property({ attribute: false }) client: DirectoryClient | undefined;

  /** The organization in view. Setting it shows that organization at once, without asking anybody. */
  @property({ attribute: 'organization-id', reflect: true }) organizationId: string | undefined;

  /**
   * The organization of the person where the one in view is managed by it: everything is done on its
   * behalf, with its token.
   */
  @property({ attribute: 'acting-from', reflect: true }) actingFrom: string | undefined;

  /** Fills the elements with made-up people and organizations that live in the page. */
  @property({ type: Boolean }) demo = false;

  /** Keeps what becomes of the demo in this browser, under this name, for every tab; read when the demo starts. */
  @property({ attribute: 'keep-demo' }) keepDemo: string | undefined;

  @state() private catalogue: Spoken = en;
  @state() private failure: string | undefined;

  readonly #client = new ContextProvider(this, { context: clientContext });
  readonly #organization = new ContextProvider(this, { context: organizationContext });
  readonly #language = new ContextProvider(this, { context: languageContext, initialValue: en });
  readonly #internals = this.attachInternals();
  #switching: AbortController | undefined;
  #demoClient: DirectoryClient | undefined;
  /** The language that was asked for last; one that loads more slowly comes too late. */
  #wanted = 'en';
  #ownsDirection = false;

  constructor() {
    super();
    new ContextProvider(this, {
      context: switchingContext,
      initialValue: { switchTo: (id) => this.switchTo(id), actFor: (id) => this.actFor(id) },
    });
    new LanguageWatch(this, (tag) => void this.#speak(tag));
    // What the browser kept may belong to a session or a membership that has ended meanwhile.
    new PageReturn(this, () => this.#client.value && askAnew(this.#client.value));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#keepHostsTypeface();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('demo')) this.#setDemo();
    if (changed.has('client') || changed.has('actingFrom')) {
      // What was under way was another person's, another backend's, or asked on behalf of another.
      this.#switching?.abort();
      this.#client.setValue(this.#clientFrom(this.actingFrom));
    }
    if (changed.has('organizationId') || changed.has('actingFrom')) this.#putInView();
  }

  /**
   * Puts another organization in view, or for an empty id the person themselves: gets the token and
   * the data, and only then announces it. Of two calls the later one counts, unless the host prevents
   * it. Asking for what is in view gives up what is under way, and does nothing else.
   *
   * @throws TesseraError with the reason, `aborted` when a later call or another client overtook this
   *   one, or the host prevented it; what is in view stays.
   */
  switchTo(organizationId: string): Promise<void> {
    return this.#switch(organizationId, undefined);
  }

  /**
   * Puts an organization in view that one of the person manages, at whatever level, as `switchTo` does;
   * until the next `switchTo`, everything is done on behalf of the person's organization.
   *
   * @param actingFrom the organization of the person; without it, the present one.
   * @throws TesseraError as `switchTo`
   */
  actFor(organizationId: string, actingFrom?: string): Promise<void> {
    return this.#switch(organizationId, actingFrom ?? this.actingFrom ?? this.organizationId);
  }

  async #switch(organizationId: string, actingFrom: string | undefined): Promise<void> {
    if (!this.client) throw new TypeError('<tessera-provider> has no client yet');
    if (organizationId === (this.organizationId ?? '') && actingFrom === this.actingFrom) {
      return this.#switching?.abort();
    }
    if (!this.dispatchEvent(new BeforeOrganizationSwitchEvent(organizationId, actingFrom))) {
      throw new TesseraError('aborted');
    }
    this.#switching?.abort();
    const { signal } = (this.#switching = new AbortController());
    const client = this.#clientFrom(actingFrom) ?? this.client;
    await (organizationId
      ? load(organizationQuery(client, organizationId))
      : load(personQuery(client)));
    if (signal.aborted) throw new TesseraError('aborted');
    const former = this.organizationId;
    this.organizationId = organizationId || undefined;
    this.actingFrom = actingFrom;
    await this.updateComplete;
    this.dispatchEvent(new OrganizationSwitchedEvent(organizationId, former, actingFrom));
  }

  #clientFrom(actingFrom: string | undefined): DirectoryClient | undefined {
    return this.client && actingFrom ? actingClient(this.client, actingFrom) : this.client;
  }

  override render() {
    const shown = this.demo && (this.failure || this.client === this.#demoClient);
    return html`<slot></slot>${shown ? this.#badge() : nothing}`;
  }

  #badge() {
    const { demo, demoHint } = this.catalogue.common;
    return html`<p class="demo" part="demo" role=${this.failure ? 'alert' : nothing}>
      <span class="chip info">${demo}</span> ${this.failure ?? demoHint}
    </p>`;
  }

  #putInView(): void {
    this.#switching?.abort();
    this.#organization.setValue(
      this.organizationId
        ? {
            organizationId: this.organizationId,
            actingFrom: this.actingFrom,
            switchTo: (id) => this.switchTo(id),
          }
        : undefined,
    );
  }

  /** Made-up data never stands beside a client of the host's own. */
  #setDemo(): void {
    if (this.demo && !this.client) void this.#startDemo();
    if (this.demo || !this.#demoClient) return;
    if (this.client === this.#demoClient) {
      this.client = this.organizationId = this.actingFrom = undefined;
    }
    this.#demoClient = undefined;
  }

  async #startDemo(): Promise<void> {
    try {
      const { startDemo } = await import('./demo.js');
      if (!this.demo || this.client) return;
      const demo = startDemo(this.keepDemo);
      this.#demoClient = this.client = demo.client;
      this.organizationId ??= demo.organizationId;
    } catch (error) {
      this.failure = 'The demo needs @tesserakit/mock-server beside @tesserakit/elements.';
      console.error(this.failure, error);
    }
  }

  async #speak(tag: string): Promise<void> {
    this.#wanted = tag;
    const catalogue = await catalogueOf(tag);
    if (catalogue === this.catalogue || this.#wanted !== tag) return;
    this.catalogue = catalogue;
    this.#language.setValue(catalogue);
    if (this.#ownsDirection || !this.closest('[dir]')) {
      this.#ownsDirection = true;
      this.dir = catalogue.direction;
    }
  }

  /**
   * A page that sets no typeface would show the elements in the browser's book face: then the
   * system's is better. The application's own content keeps what the page has.
   */
  #keepHostsTypeface(): void {
    const probe = document.createElement('span');
    probe.style.setProperty('all', 'initial');
    this.renderRoot.append(probe);
    this.#internals.states.delete('plain');
    const plain = getComputedStyle(probe).fontFamily === getComputedStyle(this).fontFamily;
    probe.remove();
    if (plain) this.#internals.states.add('plain');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-provider': TesseraProvider;
  }
}
