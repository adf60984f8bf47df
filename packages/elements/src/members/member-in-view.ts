import type { DirectoryClient, TesseraError, WriteOptions } from '@tesserakit/client';
import type { Capabilities, Member, Organization } from '@tesserakit/contract';
import type { ReactiveControllerHost } from 'lit';
import { Countdown } from '../data/countdown.js';
import type { DeedController } from '../data/deed.js';
import { load, refresh } from '../data/query.js';
import { ResourceController, type Query } from '../data/resource.js';
import { MembersChangedEvent } from './member-events.js';

/** The element that shows a member; the parts of it draw and speak through it. */
export interface MemberHost extends ReactiveControllerHost {
  readonly shadowRoot: ShadowRoot | null;
  dispatchEvent(event: Event): boolean;
}

/** Which member is asked for, and of whom. */
export interface MemberAsked {
  readonly client: DirectoryClient;
  readonly organizationId: string;
  readonly userId: string;
}

/** What somebody does to the member. */
export interface MemberDeed {
  /** Names the deed with all that is sent, as {@link DeedController.run} asks. */
  readonly subject: string;
  readonly before: Event;
  readonly after: Event;
  task(asked: MemberAsked, options: WriteOptions): Promise<unknown>;
  /** What is told to a screen reader when it was done. */
  readonly outcome: string;
}

/** Codes that also take away what was shown before. */
const closed = new Set(['not_found', 'forbidden']);

/** One member with what the backend and the signed-in person can do: what all parts of the screen ask. */
export class MemberInView {
  readonly #host: MemberHost;
  readonly #ask: () => MemberAsked | undefined;
  readonly #say: (outcome: string) => void;
  readonly #capabilities: ResourceController<Capabilities>;
  readonly #member: ResourceController<Member>;
  readonly #organization: ResourceController<Organization>;
  readonly #wait: Countdown;

  constructor(
    host: MemberHost,
    ask: () => MemberAsked | undefined,
    say: (outcome: string) => void,
  ) {
    this.#host = host;
    this.#ask = ask;
    this.#say = say;
    this.#wait = new Countdown(host);
    this.#capabilities = new ResourceController(host, () =>
      this.question(['capabilities'], ({ client, organizationId }, signal) =>
        client.capabilities({ organizationId }, { signal }),
      ),
    );
    this.#member = new ResourceController(host, () => this.#memberQuestion());
    this.#organization = new ResourceController(host, () =>
      this.can?.organizations.transferOwnership
        ? this.question(['organization'], ({ client, organizationId }, signal) =>
            client.organizations.get({ organizationId }, { signal }),
          )
        : undefined,
    );
  }

  get asked(): MemberAsked | undefined {
    return this.#ask();
  }

  get member(): Member | undefined {
    return this.#member.value;
  }

  get can(): Capabilities | undefined {
    return this.#capabilities.value;
  }

  /** Known where the backend lets ownership be transferred. */
  get organization(): Organization | undefined {
    return this.#organization.value;
  }

  /** Why the organization is not known. */
  get organizationError(): TesseraError | undefined {
    return this.organization ? undefined : this.#organization.error;
  }

  /** Why nothing can be shown. */
  get error(): TesseraError | undefined {
    const { error } = this.#member;
    if (this.member && this.can && !closed.has(error?.code ?? '')) return undefined;
    return error ?? this.#capabilities.error;
  }

  /** Seconds until what was refused last can be tried again. */
  get wait(): number {
    return this.#wait.seconds;
  }

  reload(): void {
    for (const one of [this.#capabilities, this.#member, this.#organization]) one.reload();
  }

  /** The server's present word about the member, which every part then shows. @throws TesseraError */
  async latest(): Promise<Member | undefined> {
    const question = this.#memberQuestion();
    return question && load(question);
  }

  /**
   * Does something to the member, unless the host stops it; then everything shown is asked for again.
   * The fact is told even when somebody else is shown by then.
   *
   * @returns whether it was done and is still of interest.
   */
  async change(
    deed: DeedController,
    { subject, before, after, task, outcome }: MemberDeed,
  ): Promise<boolean> {
    const { asked } = this;
    if (!asked || deed.busy || !this.#host.dispatchEvent(before)) return false;
    const { client, organizationId, userId } = asked;
    this.say('');
    const done = await deed.run(`${organizationId} ${userId} ${subject}`, async (options) => {
      await task(asked, options);
      refresh(client, [client.identity(), organizationId]);
      this.#host.dispatchEvent(after);
      this.#host.dispatchEvent(new MembersChangedEvent(organizationId, [userId]));
    });
    this.#wait.begin(done ? 0 : deed.error?.retryAfter);
    if (done) this.say(outcome);
    else if (deed.error?.code === 'version_conflict') {
      for (const one of [this.#member, this.#organization]) one.reload();
    }
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

  /** A question about the organization in view, under the name by which other elements ask it too. */
  question<T>(
    name: readonly unknown[],
    fetch: (asked: MemberAsked, signal: AbortSignal) => Promise<T>,
  ): Query<T> | undefined {
    const { asked } = this;
    if (!asked) return undefined;
    const { client, organizationId } = asked;
    return {
      owner: client,
      key: [client.identity(), organizationId, ...name],
      fetch: (signal) => fetch(asked, signal),
    };
  }

  #memberQuestion(): Query<Member> | undefined {
    return this.question(['members', this.asked?.userId], ({ client, ...scope }, signal) =>
      client.members.get(scope, { signal }),
    );
  }
}
