import { ContextProvider } from '@lit/context';
import { TesseraError, type DirectoryClient } from '@tesserakit/client';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { load } from '../data/query.js';
import {
  BeforeOrganizationSwitchEvent,
  OrganizationSwitchedEvent,
} from '../organizations/events.js';
import { organizationQuery } from '../organizations/organization-query.js';
import type { Spoken } from '../text/catalogue.js';
import { en } from '../text/en.js';
import { catalogueOf } from '../text/language.js';
import { controls } from '../theme/controls.js';
import { tokens } from '../theme/tokens.js';
import { clientContext } from './client-context.js';
import { LanguageWatch } from './language-watch.js';
import { languageContext } from './language-context.js';
import { organizationContext } from './organization-context.js';
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
    new LanguageWatch(this, (tag) => void this.#speak(tag));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#keepHostsTypeface();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('demo')) this.#setDemo();
    if (changed.has('client')) {
      // What was under way was another person's, or another backend's.
      this.#switching?.abort();
      this.#client.setValue(this.client);
    }
    if (changed.has('organizationId')) this.#putInView();
  }

  /**
   * Puts another organization in view: gets its token and its data, and only then announces it. Of
   * two calls the later one counts, unless the host prevents it. Asking for the organization that is
   * in view gives up what is under way, and does nothing else.
   *
   * @throws TesseraError with the reason, `aborted` when a later call or another client overtook this
   *   one, or the host prevented it; what is in view stays.
   */
  async switchTo(organizationId: string): Promise<void> {
    if (!this.client) throw new TypeError('<tessera-provider> has no client yet');
    if (organizationId === this.organizationId) return this.#switching?.abort();
    if (!this.dispatchEvent(new BeforeOrganizationSwitchEvent(organizationId))) {
      throw new TesseraError('aborted');
    }
    this.#switching?.abort();
    const { signal } = (this.#switching = new AbortController());
    await load(organizationQuery(this.client, organizationId));
    if (signal.aborted) throw new TesseraError('aborted');
    const former = this.organizationId;
    this.organizationId = organizationId;
    await this.updateComplete;
    this.dispatchEvent(new OrganizationSwitchedEvent(organizationId, former));
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
        ? { organizationId: this.organizationId, switchTo: (id) => this.switchTo(id) }
        : undefined,
    );
  }

  /** Made-up data never stands beside a client of the host's own. */
  #setDemo(): void {
    if (this.demo && !this.client) void this.#startDemo();
    if (this.demo || !this.#demoClient) return;
    if (this.client === this.#demoClient) this.client = this.organizationId = undefined;
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
