import type { TesseraError } from '@tesserakit/client';
import type { LitElement } from 'lit';
import type { ContextController } from '../data/context-controller.js';
import { Countdown } from '../data/countdown.js';
import { DeedController } from '../data/deed.js';
import { refresh } from '../data/query.js';
import { addressesIn } from './address-list.js';
import { callsOf, send } from './invite-calls.js';
import { answered, type Answer, type Invitee } from './invite-draft.js';
import type { InviteDrafts } from './invite-drafts.js';
import { BeforeMembersInviteEvent, MembersInvitedEvent } from './invite-events.js';
import type { InviteFacts } from './invite-facts.js';

/** Invites the people of the draft, and keeps in it whom the server did not invite. */
export class InviteSending {
  readonly #host: LitElement;
  readonly #context: ContextController;
  readonly #facts: InviteFacts;
  readonly #drafts: InviteDrafts;
  readonly #deed: DeedController;
  readonly #wait: Countdown;

  /** Whether what became of the invitations is to be shown, instead of what is entered. */
  told = false;

  constructor(
    host: LitElement,
    context: ContextController,
    facts: InviteFacts,
    drafts: InviteDrafts,
  ) {
    this.#host = host;
    this.#context = context;
    this.#facts = facts;
    this.#drafts = drafts;
    this.#deed = new DeedController(host);
    this.#wait = new Countdown(host);
  }

  get busy(): boolean {
    return this.#deed.busy;
  }

  get error(): TesseraError | undefined {
    return this.#deed.error;
  }

  /** Whether nobody knows if the last call was done. */
  get uncertain(): boolean {
    return this.#deed.uncertain;
  }

  /** Seconds until it may be tried again. */
  get wait(): number {
    return this.error ? this.#wait.seconds : 0;
  }

  /** Whom it would invite now: what is still being typed counts. */
  get people(): Invitee[] {
    const { invitees, typed } = this.#drafts.draft;
    return this.#facts
      .judge([...invitees, ...addressesIn(typed)])
      .filter(({ verdict }) => verdict === 'ready')
      .map(({ listed }) => listed);
  }

  /** Forgets what was refused; what is under way is shown to nobody any more. */
  forget(): void {
    this.told = false;
    this.#deed.forget();
  }

  /** Sends what can be sent. @returns whether anybody was judged by the server. */
  async send(): Promise<boolean> {
    const { client, organization } = this.#context;
    if (!client || !organization || this.busy || !this.#facts.knowsRoles) return false;
    const { organizationId } = organization;
    const { key } = this.#drafts;
    if (this.#drafts.draft.typed.trim()) this.#drafts.commit();
    const { people } = this;
    if (people.length === 0) {
      this.#drafts.miss();
      return false;
    }
    const emails = people.map(({ email }) => email);
    if (!this.#host.dispatchEvent(new BeforeMembersInviteEvent(organizationId, emails))) {
      this.#drafts.prevent();
      return false;
    }
    const { inBulk } = this.#facts;
    const answers: Answer[] = [];
    const rolesOf = (invitee: Invitee) => this.#facts.rolesOf(invitee, this.#drafts.draft);
    for (const call of callsOf(this.#drafts.draft, people, rolesOf, inBulk)) {
      const isSent = await this.#deed.run(JSON.stringify([key, call]), async (options) => {
        const judged = await send(client, organizationId, call, inBulk, options);
        answers.push(...judged);
        this.#drafts.change(answered(this.#drafts.of(key), judged), key);
      });
      if (!isSent) break;
    }
    this.#wait.begin(this.error?.retryAfter);
    const done = answers.filter(({ refused }) => !refused);
    if (done.length > 0) {
      refresh(client, [client.identity(), organizationId], ['members', 'invitations']);
      const ids = done.flatMap(({ invitationId }) => invitationId ?? []);
      this.#host.dispatchEvent(new MembersInvitedEvent(organizationId, ids));
    }
    if (key !== this.#drafts.key || answers.length === 0) return false;
    this.told = true;
    this.#drafts.tell(answers);
    return true;
  }
}
