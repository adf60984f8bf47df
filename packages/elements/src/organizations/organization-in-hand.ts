import type { DirectoryClient, TesseraError, WriteOptions } from '@tesserakit/client';
import type { Capabilities, Organization } from '@tesserakit/contract';
import type { ReactiveControllerHost } from 'lit';
import type { ContextController } from '../data/context-controller.js';
import type { DeedController } from '../data/deed.js';
import { keepAnswer, load, refresh } from '../data/query.js';
import { ResourceController } from '../data/resource.js';
import { organizationQuery } from './organization-query.js';

/** The element that shows an organization; its parts draw and speak through it. */
export interface OrganizationHost extends ReactiveControllerHost {
  readonly shadowRoot: ShadowRoot | null;
  dispatchEvent(event: Event): boolean;
}

/** Of whom, and on behalf of which organization, is asked. */
export interface OrganizationAsked {
  readonly client: DirectoryClient;
  readonly organizationId: string;
}

/** What somebody does to the organization. */
export interface OrganizationDeed {
  /** Names the deed with all that is sent, as {@link DeedController.run} asks. */
  readonly subject: string;
  readonly before: Event;
  readonly after: Event;
  task(asked: OrganizationAsked, options: WriteOptions): Promise<unknown>;
  /** What is told to a screen reader when it was done. */
  readonly outcome: string;
}

/** Codes that also take away what was shown before. */
const closed = new Set(['not_found', 'forbidden']);

/** The organization in view with what the backend and the person can do: what all parts ask. */
export class OrganizationInHand {
  readonly #host: OrganizationHost;
  readonly #context: ContextController;
  readonly #say: (outcome: string) => void;
  readonly #organization: ResourceController<Organization>;
  readonly #capabilities: ResourceController<Capabilities>;

  constructor(host: OrganizationHost, context: ContextController, say: (outcome: string) => void) {
    this.#host = host;
    this.#context = context;
    this.#say = say;
    this.#organization = new ResourceController(host, () => {
      const { asked } = this;
      return asked && organizationQuery(asked.client, asked.organizationId);
    });
    this.#capabilities = new ResourceController(host, () => {
      const { asked } = this;
      return (
        asked && {
          owner: asked.client,
          key: [asked.client.identity(), asked.organizationId, 'capabilities'],
          fetch: (signal) =>
            asked.client.capabilities({ organizationId: asked.organizationId }, { signal }),
        }
      );
    });
  }

  get asked(): OrganizationAsked | undefined {
    const { client, organization } = this.#context;
    return client && organization && { client, organizationId: organization.organizationId };
  }

  /** Whether the person may change nothing of it, which the screen says once. */
  get isReadOnly(): boolean {
    return this.organization?.actions['organization.update'] === 'forbidden';
  }

  /** Whether the organization is looked after on behalf of another. */
  get isManaged(): boolean {
    return this.#context.organization?.actingFrom !== undefined;
  }

  get organization(): Organization | undefined {
    return this.#organization.value;
  }

  get can(): Capabilities | undefined {
    return this.#capabilities.value;
  }

  /** Why nothing can be shown. */
  get error(): TesseraError | undefined {
    const { error } = this.#organization;
    if (this.organization && this.can && !closed.has(error?.code ?? '')) return undefined;
    return error ?? this.#capabilities.error;
  }

  reload(): void {
    this.#organization.reload();
    this.#capabilities.reload();
  }

  /** The server's present word about the organization, which is shown then. @throws TesseraError */
  async latest(): Promise<Organization | undefined> {
    const { asked } = this;
    return asked && load(organizationQuery(asked.client, asked.organizationId));
  }

  /**
   * Does something to the organization, unless the host stops it. The fact is told even when another
   * one is shown by then.
   *
   * @returns whether it was done and is still of interest.
   */
  async change(
    deed: DeedController,
    { subject, before, after, task, outcome }: OrganizationDeed,
  ): Promise<boolean> {
    const { asked } = this;
    if (!asked || deed.busy || !this.#host.dispatchEvent(before)) return false;
    const { client, organizationId } = asked;
    this.say('');
    const done = await deed.run(`${organizationId} ${subject}`, async (options) => {
      const now = await task(asked, options);
      if (isOrganization(now)) keepAnswer(organizationQuery(client, organizationId), now);
      refresh(client, [client.identity(), organizationId]);
      this.#host.dispatchEvent(after);
    });
    if (done) this.say(outcome);
    else if (deed.error?.code === 'version_conflict') this.#organization.reload();
    return done;
  }

  /** Tells a screen reader how something went. */
  say(outcome: string): void {
    this.#say(outcome);
  }

  /** Puts the focus where a person goes on, once it is drawn. */
  focusOn(selector: string): void {
    void this.#host.updateComplete.then(() =>
      this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus(),
    );
  }
}

function isOrganization(answer: unknown): answer is Organization {
  return typeof answer === 'object' && answer !== null && 'organizationId' in answer;
}
