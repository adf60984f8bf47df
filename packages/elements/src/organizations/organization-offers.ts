import type { List } from '@tesserakit/client';
import type { OwnInvitation } from '@tesserakit/contract';
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { ContextController } from '../data/context-controller.js';
import { DeedController } from '../data/deed.js';
import { refresh } from '../data/query.js';
import { ResourceController } from '../data/resource.js';
import { addStyles } from '../theme/add-styles.js';
import { actionWords } from '../text/actions.js';
import { isolated } from '../text/open-words.js';
import { organizationOffersWords } from '../text/organization-offers.js';
import { TextController } from '../text/text-controller.js';
import { avatar } from '../theme/avatar.js';
import { triangleAlertIcon } from '../theme/icons.js';
import { refusal } from '../theme/refusal.js';
import { retryButton } from '../theme/retry.js';
import {
  BeforeInvitationAcceptEvent,
  InvitationAcceptedEvent,
  InvitationDeclinedEvent,
} from './offer-events.js';
import { styles } from './organization-offers.styles.js';

/** Codes with which nothing is missing: the backend has no invitations, or none for this person. */
const silent = new Set(['unsupported', 'forbidden', 'not_found']);

/** What is open to the person beside their organizations: invitations that wait for an answer. */
export class OrganizationOffers {
  readonly #host: ReactiveElement;
  readonly #context: ContextController;
  readonly #text: TextController<'actions' | 'organizationOffers'>;
  readonly #deed: DeedController;
  readonly #invitations: ResourceController<List<OwnInvitation>>;
  /** The invitation of which it is asked whether it is to be declined. */
  #declining: string | undefined;
  /** The invitation that was answered last. */
  #answered: string | undefined;
  #announcement = '';
  /** Gives the last answer again. */
  #again = (): void => {};
  #withheld = false;

  constructor(host: ReactiveElement, context: ContextController) {
    this.#host = host;
    this.#context = context;
    this.#text = new TextController(host, {
      actions: actionWords,
      organizationOffers: organizationOffersWords,
    });
    this.#deed = new DeedController(host);
    this.#invitations = new ResourceController(host, () => {
      const { client, organization } = context;
      const organizationId = organization?.organizationId;
      return (
        client && {
          owner: client,
          key: [client.identity(), organizationId ?? '', 'own-invitations'],
          fetch: (signal) => client.invitations.listOwn({ organizationId }, { signal }),
        }
      );
    });
    addStyles(host, [styles]);
  }

  /** What became of the last answer, for a screen reader. */
  get announcement(): string {
    return this.#announcement;
  }

  render(): TemplateResult | typeof nothing {
    const { organizationOffers: words } = this.#text.words;
    const items = this.#invitations.value?.items ?? [];
    const failure = this.#failure();
    if (items.length === 0 && failure === nothing && !this.#withheld) return nothing;
    return html`<section class="offers" part="offers" aria-labelledby="offers-title">
      <h3 id="offers-title">${words.waiting}</h3>
      ${
        this.#withheld
          ? html`<p class="hint">${triangleAlertIcon} <span>${words.withheld}</span></p>`
          : nothing
      }
      ${failure}
      ${
        items.length > 0
          ? html`<ul>
              ${items.map((invitation) => this.#offer(invitation))}
            </ul>`
          : nothing
      }
    </section>`;
  }

  #offer(invitation: OwnInvitation) {
    const { organizationOffers: words } = this.#text.words;
    const { organization, invitedBy, invitationId } = invitation;
    const { organizationId: id, name, logoUrl: picture } = organization;
    const { error } = this.#deed;
    return html`<li>
      ${avatar({ id, name, picture }, 'square')}
      <span class="who">
        <bdi class="truncated name" title=${name}>${name}</bdi>
        <span class="truncated muted sub"
          >${invitedBy.name ? words.invitedBy(isolated(invitedBy.name)) : words.invited}</span
        >
      </span>
      ${this.#declining === invitationId ? this.#question(invitation) : this.#answers(invitation)}
      ${
        this.#answered === invitationId
          ? refusal(this.#text.words, { error, busy: this.#deed.busy, again: () => this.#again() })
          : nothing
      }
    </li>`;
  }

  #answers(invitation: OwnInvitation) {
    const { organizationOffers: words } = this.#text.words;
    const { name } = invitation.organization;
    return html`<span class="answers">
      <button
        type="button"
        class="button"
        aria-label=${words.acceptNamed(name)}
        aria-busy=${this.#deed.busy && this.#answered === invitation.invitationId}
        @click=${() => void this.#accept(invitation)}
      >
        ${words.accept}
      </button>
      <button
        type="button"
        class="button quiet"
        aria-label=${words.declineNamed(name)}
        @click=${() => this.#ask(invitation.invitationId)}
      >
        ${words.decline}
      </button>
    </span>`;
  }

  #question(invitation: OwnInvitation) {
    const { organizationOffers: words } = this.#text.words;
    return html`<span class="question">
      <span id="question">${words.declineQuestion(isolated(invitation.organization.name))}</span>
      <span class="answers">
        <button
          type="button"
          class="button keep"
          aria-describedby="question"
          @click=${() => this.#ask(undefined)}
        >
          ${words.keep}
        </button>
        <button
          type="button"
          class="button danger"
          aria-describedby="question"
          aria-busy=${this.#deed.busy}
          @click=${() => void this.#decline(invitation)}
        >
          ${words.decline}
        </button>
      </span>
    </span>`;
  }

  #failure() {
    const { words } = this.#text;
    const { error, value } = this.#invitations;
    if (!error || value || silent.has(error.code)) return nothing;
    return html`<p class="hint" role="alert">
      <span>${words.organizationOffers.waitingFailed} ${words.errors[error.code]}</span>
      ${retryButton(words, { error, run: () => this.#invitations.reload() })}
    </p>`;
  }

  #ask(invitationId: string | undefined): void {
    this.#declining = invitationId;
    this.#host.requestUpdate();
    this.#focusOn(invitationId ? '.offers .keep' : '.offers .button');
  }

  async #accept(invitation: OwnInvitation): Promise<void> {
    const { invitationId, organization } = invitation;
    const { organizationId, name } = organization;
    const asked = new BeforeInvitationAcceptEvent(invitationId, organizationId);
    if (this.#deed.busy || !this.#host.dispatchEvent(asked)) return;
    let withheld = false;
    this.#again = () => void this.#accept(invitation);
    const done = await this.#answer('accept', invitationId, async (client, scope, options) => {
      const answer = await client.invitations.accept({ ...scope, invitationId }, options);
      withheld = answer.withheld.organizationRoleIds.length + answer.withheld.access.length > 0;
      this.#host.dispatchEvent(new InvitationAcceptedEvent(invitationId, organizationId));
    });
    if (!done) return;
    this.#withheld = withheld;
    this.#announcement = this.#text.words.organizationOffers.joined(name);
  }

  async #decline(invitation: OwnInvitation): Promise<void> {
    const { invitationId, organization } = invitation;
    const { organizationId, name } = organization;
    this.#again = () => void this.#decline(invitation);
    const done = await this.#answer('decline', invitationId, async (client, scope, options) => {
      await client.invitations.decline({ ...scope, invitationId }, options);
      this.#host.dispatchEvent(new InvitationDeclinedEvent(invitationId, organizationId));
    });
    if (done) this.#announcement = this.#text.words.organizationOffers.declined(name);
  }

  async #answer(
    verb: 'accept' | 'decline',
    invitationId: string,
    task: (
      client: NonNullable<ContextController['client']>,
      scope: { organizationId?: string | undefined },
      options: object,
    ) => Promise<void>,
  ): Promise<boolean> {
    const { client, organization } = this.#context;
    if (!client) return false;
    this.#answered = invitationId;
    this.#announcement = '';
    const organizationId = organization?.organizationId;
    const done = await this.#deed.run(`${verb} ${invitationId}`, (options) =>
      task(client, { organizationId }, options),
    );
    // What nobody knows to be done stays, to be asked again.
    if (done) {
      refresh(
        client,
        [client.identity(), organizationId ?? ''],
        ['organizations', 'own-invitations'],
      );
      this.#declining = undefined;
      this.#focusOn('[role="combobox"], .list');
    }
    return done;
  }

  /** The button that was pressed is gone. */
  #focusOn(selector: string): void {
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }
}
