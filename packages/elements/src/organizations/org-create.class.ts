import type { Application, Capabilities, Organization } from '@tesserakit/contract';
import type { Page } from '@tesserakit/client';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { actingClient } from '../context/acting-client.js';
import { ContextController } from '../data/context-controller.js';
import { DeedController } from '../data/deed.js';
import { refresh } from '../data/query.js';
import { ResourceController, type Query } from '../data/resource.js';
import { actionWords } from '../text/actions.js';
import { isolated, reasonFor } from '../text/open-words.js';
import { organizationCreationWords } from '../text/organization-creation.js';
import { organizationProfileWords } from '../text/organization-profile.js';
import { TextController } from '../text/text-controller.js';
import { controls } from '../theme/controls.js';
import { circleCheckIcon, lockIcon } from '../theme/icons.js';
import { failureNotice, notice, noticeStyles } from '../theme/notice.js';
import { refusal } from '../theme/refusal.js';
import { retryButton } from '../theme/retry.js';
import { skeletonStyles } from '../theme/skeleton.js';
import { tokens } from '../theme/tokens.js';
import { creationFields, isComplete, type CreationView } from './creation-form.js';
import { styles } from './org-create.styles.js';
import { BeforeOrganizationCreateEvent, OrganizationCreatedEvent } from './organization-events.js';
import {
  createManaged,
  createRoot,
  inviteFirst,
  type NewOrganization,
  type OrganizationCreator,
} from './organization-creator.js';
import { organizationQuery } from './organization-query.js';
import { SlugCheck, slugFrom } from './slug-check.js';

const blank: NewOrganization = { name: '', slug: '', roleGroupIds: [], email: '' };

interface Created {
  readonly organizationId: string;
  readonly name: string;
  readonly email: string;
  /** For which it is managed. */
  readonly applicationId: string | undefined;
}

/**
 * Makes an organization: one that the organization in view manages, for one of its applications; with
 * `creator` one of the person's own; with `root` one that nobody manages, as platform administrators
 * make them. Its slug is looked at while one types.
 *
 * @csspart form - The fields.
 * @csspart created - What was made, and what to do next.
 * @csspart notice - What stands in place of the form where none can be made.
 * @cssstate loading - What there is to choose from is on its way.
 * @fires {BeforeOrganizationCreateEvent} tessera-before-organization-create - An organization is about to be made; cancelable.
 * @fires {OrganizationCreatedEvent} tessera-organization-created - There is another organization.
 */
export class TesseraOrgCreate extends LitElement {
  static override styles = [tokens, controls, noticeStyles, skeletonStyles, styles];

  /** Makes organizations of people's own, where the directory is not what does. */
  @property({ attribute: false }) creator: OrganizationCreator | undefined;

  /** Nobody manages what is made; for platform administrators. */
  @property({ type: Boolean, reflect: true }) root = false;

  /** The organization that is to manage it, where that is one below the organization in view. */
  @property({ attribute: 'parent-id' }) parentId: string | undefined;

  @state() private entered = blank;
  @state() private created: Created | undefined;
  @state() private announcement = '';

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, {
    actions: actionWords,
    organizationCreation: organizationCreationWords,
    organizationProfile: organizationProfileWords,
  });
  readonly #context = new ContextController(this);
  readonly #creating = new DeedController(this);
  readonly #inviting = new DeedController(this);
  readonly #organization = new ResourceController<Organization>(this, () => {
    const parent = this.#parent;
    return parent && organizationQuery(parent.client, parent.organizationId);
  });
  readonly #capabilities = new ResourceController<Capabilities>(this, () =>
    this.#question('capabilities', (client, scope, signal) =>
      client.capabilities(scope, { signal }),
    ),
  );
  readonly #applications = new ResourceController<Page<Application>>(this, () =>
    this.#question('applications', (client, scope, signal) =>
      client.applications.list(scope, { signal }),
    ),
  );
  readonly #slug = new SlugCheck(this, () => {
    const { client } = this.#context;
    if (client && this.root) return { client, organizationId: undefined };
    return this.#parent;
  });
  /** Whether the slug was chosen, and follows the name no more. */
  #ownSlug = false;
  #shown: string | undefined;

  protected override willUpdate(): void {
    const { client, organization } = this.#context;
    const shown = `${client?.identity()} ${organization?.organizationId} ${this.parentId}`;
    if (this.#shown !== undefined && shown !== this.#shown) this.#startOver();
    this.#shown = shown;
    const { value } = this.#applications;
    const [first] = value?.items.filter(({ onboarding }) => onboarding.status === 'active') ?? [];
    if (first && !this.entered.applicationId) {
      this.entered = { ...this.entered, applicationId: first.applicationId };
    }
    if (this.#isReady || this.#error) this.#internals.states.delete('loading');
    else this.#internals.states.add('loading');
  }

  override render() {
    return html`${this.#content()}
      <p class="hidden" role="status">${this.announcement}</p>`;
  }

  #content() {
    const { words } = this.#text;
    const { organizationCreation: own } = words;
    if (this.created) return this.#outcome(this.created);
    const error = this.#error;
    if (error) return failureNotice(words, own.impossible, error, () => this.#reload());
    if (!this.#isReady) {
      return html`<div class="skeleton" aria-busy="true">
        <span class="hidden">${words.common.loading}</span>
        ${[1, 2, 3, 4].map(() => html`<i></i>`)}
      </div>`;
    }
    const reason = this.#reason;
    return reason
      ? notice({ icon: lockIcon, title: own.impossible, sentence: reason })
      : this.#form();
  }

  #form() {
    const { words } = this.#text;
    const { organizationCreation: own } = words;
    const { value: parent } = this.#organization;
    const view = this.#view;
    const error = view.isUnknown ? undefined : this.#creating.error;
    const { busy } = this.#creating;
    return html`<form novalidate part="form" aria-labelledby="title" @submit=${this.#submit}>
      <h2 id="title">${parent ? own.titleBelow(isolated(parent.name)) : own.title}</h2>
      ${creationFields(words, view)} ${refusal(words, { error, kept: words.actions.kept })}
      <div class="buttons">
        ${retryButton(words, {
          error,
          run: () => void this.#create(),
          label: busy ? own.creating : own.create,
          look: 'primary',
          busy: busy || !isComplete(view),
        })}
      </div>
    </form>`;
  }

  #outcome({ organizationId, name, email }: Created) {
    const { words } = this.#text;
    const { organizationCreation: own } = words;
    const { error, busy } = this.#inviting;
    const manages = !this.creator && !this.root;
    const { switching } = this.#context;
    return html`<section class="created" part="created" tabindex="-1" aria-labelledby="title">
      <h2 id="title">${circleCheckIcon} <span>${own.created(isolated(name))}</span></h2>
      ${
        email && manages && !error && !busy
          ? html`<p>${own.invited(isolated(email))}</p>`
          : manages && !email
            ? html`<p class="muted">${own.alone}</p>`
            : nothing
      }
      ${
        error
          ? html`<p>${own.notInvited(isolated(email))}</p>
              ${refusal(words, { error, again: () => void this.#invite(), busy })}`
          : nothing
      }
      <div class="buttons">
        ${
          manages && switching
            ? html`<button
                type="button"
                class="button primary"
                @click=${() => void switching.actFor(organizationId).catch(() => undefined)}
              >
                <bdi class="truncated">${own.actFor(name)}</bdi>
              </button>`
            : nothing
        }
        <button type="button" class="button" @click=${() => this.#another()}>${own.another}</button>
      </div>
    </section>`;
  }

  get #view(): CreationView {
    const applications = this.#applications.value?.items.filter(
      ({ onboarding }) => onboarding.status === 'active',
    );
    const manages = !this.creator && !this.root;
    const { slug } = this.entered;
    const asks = !this.creator && (this.root || this.#capabilities.value?.organizations.slugs);
    // Of what nobody knows to be made, the slug may be taken by itself.
    const found = this.#creating.uncertain ? 'unknown' : this.#slug.state;
    const state = slug ? found : undefined;
    return {
      entered: this.entered,
      slug: state === 'checking' && !asks ? 'unknown' : state,
      applications: manages ? applications : undefined,
      administrator: this.root ? 'known' : manages && this.#invites ? 'invited' : undefined,
      isUnknown: this.root && this.#creating.error?.code === 'not_joined',
      enter: (patch) => this.#enter(patch),
    };
  }

  get #invites(): boolean {
    return this.#capabilities.value?.invitations !== undefined;
  }

  get #isReady(): boolean {
    if (this.creator) return true;
    if (this.root) return this.#context.client !== undefined;
    return !!(this.#organization.value && this.#capabilities.value && this.#applications.value);
  }

  get #error() {
    if (this.#isReady) return undefined;
    return this.#organization.error ?? this.#capabilities.error ?? this.#applications.error;
  }

  /** Why the person can make none here. */
  get #reason(): string {
    if (this.creator || this.root) return '';
    const { words } = this.#text;
    if (!this.#capabilities.value?.managedOrganizations?.create) return words.errors.unsupported;
    const { actions } = this.#organization.value!;
    return reasonFor(words, actions['managedOrganization.create'] ?? 'forbidden');
  }

  #enter(patch: Partial<NewOrganization>): void {
    if (patch.slug !== undefined) this.#ownSlug = patch.slug !== '';
    const follows = patch.name !== undefined && !this.#ownSlug;
    this.entered = {
      ...this.entered,
      ...patch,
      ...(follows && { slug: slugFrom(patch.name ?? '') }),
    };
    this.#slug.type(this.entered.slug.trim());
  }

  #submit(event: Event): void {
    event.preventDefault();
    if (isComplete(this.#view) && !this.#creating.error?.retryAfter) void this.#create();
  }

  async #create(): Promise<void> {
    const { client = this.#context.client, organizationId: parentId } = this.#parent ?? {};
    const { creator } = this;
    const wanted = {
      ...this.entered,
      name: this.entered.name.trim(),
      slug: this.entered.slug.trim(),
    };
    const { name, slug, email } = wanted;
    if (!isComplete(this.#view) || this.#creating.busy) return;
    if (!this.dispatchEvent(new BeforeOrganizationCreateEvent(name, slug, parentId))) return;
    let organizationId = '';
    const done = await this.#creating.run(JSON.stringify([parentId, wanted]), async (options) => {
      if (creator) ({ organizationId } = await creator.create({ name, slug }, options));
      else if (client && parentId) {
        ({ organizationId } = await createManaged(client, parentId, wanted, options));
        refresh(client, [client.identity(), parentId]);
      } else if (client) ({ organizationId } = await createRoot(client, wanted, options));
      this.dispatchEvent(new OrganizationCreatedEvent(organizationId, parentId));
    });
    if (!done) return;
    const { applicationId } = wanted;
    this.created = { organizationId, name, email, applicationId };
    this.announcement = this.#text.words.organizationCreation.created(isolated(name));
    if (parentId && email) await this.#invite();
    this.#focusOn('.created');
  }

  /** The first administrator of what was just made; on behalf of the organization that manages it. */
  async #invite(): Promise<void> {
    const { created } = this;
    const acting = this.#parent?.acting;
    if (!acting || !created) return;
    const { email } = created;
    const subject = `${created.organizationId} ${email}`;
    const done = await this.#inviting.run(subject, (options) =>
      inviteFirst(acting, created, options),
    );
    if (done) {
      this.announcement = this.#text.words.organizationCreation.invited(isolated(email));
    }
  }

  #another(): void {
    this.#startOver();
    this.#focusOn('#name-field');
  }

  #startOver(): void {
    this.entered = blank;
    this.created = undefined;
    this.announcement = '';
    this.#ownSlug = false;
    this.#creating.forget();
    this.#inviting.forget();
  }

  #reload(): void {
    for (const one of [this.#organization, this.#capabilities, this.#applications]) one.reload();
  }

  #focusOn(selector: string): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }

  /** The organization that is to manage what is made, with whom to ask about it and about those below. */
  get #parent() {
    const { client, organization } = this.#context;
    if (!client || !organization || this.creator || this.root) return undefined;
    const { organizationId: inView, actingFrom } = organization;
    const acting = actingFrom === undefined ? actingClient(client, inView) : client;
    const organizationId = this.parentId ?? inView;
    return { client: organizationId === inView ? client : acting, acting, organizationId };
  }

  #question<T>(
    name: string,
    fetch: (
      client: NonNullable<ContextController['client']>,
      scope: { organizationId: string },
      signal: AbortSignal,
    ) => Promise<T>,
  ): Query<T> | undefined {
    const parent = this.#parent;
    if (!parent) return undefined;
    const { client, organizationId } = parent;
    return {
      owner: client,
      key: [client.identity(), organizationId, name],
      fetch: (signal) => fetch(client, { organizationId }, signal),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-org-create': TesseraOrgCreate;
  }
}
