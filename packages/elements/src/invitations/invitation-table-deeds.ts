import type { DirectoryClient, TesseraError, WriteOptions } from '@tesserakit/client';
import type { Invitation } from '@tesserakit/contract';
import { webAddress } from '@tesserakit/domain';
import type { ReactiveControllerHost } from 'lit';
import type { ContextController } from '../data/context-controller.js';
import { Countdown } from '../data/countdown.js';
import { DeedController } from '../data/deed.js';
import { refresh } from '../data/query.js';
import {
  BeforeInvitationResendEvent,
  BeforeInvitationRevokeEvent,
  InvitationResentEvent,
  InvitationRevokedEvent,
} from './invitation-events.js';

/** What a person can do with an invitation. */
export type InvitationVerb = 'resend' | 'revoke' | 'copy';

/** What is done, and with which invitation as the person saw it. */
export interface Matter {
  readonly verb: InvitationVerb;
  readonly invitation: Invitation;
}

/** Does one thing with one invitation at a time, tells the host page, and keeps how it went. */
export class InvitationDeeds {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #context: ContextController;
  readonly #deed: DeedController;
  readonly #wait: Countdown;
  #matter: Matter | undefined;
  #done = false;

  constructor(host: ReactiveControllerHost & EventTarget, context: ContextController) {
    this.#host = host;
    this.#context = context;
    this.#deed = new DeedController(host);
    this.#wait = new Countdown(host);
  }

  /** What is under way, or was tried last. */
  get matter(): Matter | undefined {
    return this.#matter;
  }

  get busy(): boolean {
    return this.#deed.busy;
  }

  /** Whether what was tried last has been done. */
  get done(): boolean {
    return this.#done;
  }

  get error(): TesseraError | undefined {
    return this.#deed.error;
  }

  /** Whether nobody knows if it was done. */
  get uncertain(): boolean {
    return this.#deed.uncertain;
  }

  /** Seconds until it may be tried again. */
  get wait(): number {
    return this.error ? this.#wait.seconds : 0;
  }

  /** Resolves with whether it was done: not while another deed is under way, nor if the host page prevents it. */
  async do(verb: InvitationVerb, invitation: Invitation): Promise<boolean> {
    const { client, organization } = this.#context;
    if (!client || !organization || this.busy || !this.#mayDo(verb, invitation)) return false;
    const matter = (this.#matter = { verb, invitation });
    this.#done = false;
    this.#wait.begin();
    const subject = `${verb} ${invitation.invitationId} ${invitation.version}`;
    const done = await this.#deed.run(subject, (options) =>
      this.#carryOut(matter, client, organization.organizationId, options),
    );
    if (matter !== this.#matter) return false;
    this.#done = done;
    this.#wait.begin(this.error?.retryAfter);
    // What was refused for good was decided on what is not so any more.
    if (this.error && !this.uncertain && verb !== 'copy') {
      refresh(client, [client.identity(), organization.organizationId], ['invitations']);
    }
    return done;
  }

  /** Tries what failed again. */
  async retry(): Promise<boolean> {
    const { matter } = this;
    return !!matter && this.wait === 0 && this.do(matter.verb, matter.invitation);
  }

  /** Forgets how it went. */
  forget(): void {
    this.#matter = undefined;
    this.#done = false;
    this.#wait.begin();
    this.#deed.forget();
  }

  #mayDo(verb: InvitationVerb, { organizationId, invitationId }: Invitation): boolean {
    switch (verb) {
      case 'resend':
        return this.#host.dispatchEvent(
          new BeforeInvitationResendEvent(organizationId, invitationId),
        );
      case 'revoke':
        return this.#host.dispatchEvent(
          new BeforeInvitationRevokeEvent(organizationId, invitationId),
        );
      case 'copy':
        return true;
    }
  }

  async #carryOut(
    { verb, invitation }: Matter,
    client: DirectoryClient,
    organizationId: string,
    options: WriteOptions,
  ): Promise<void> {
    const { invitationId, version } = invitation;
    if (verb === 'copy') {
      return navigator.clipboard.writeText(webAddress(invitation.link) ?? '');
    }
    const next = await client.invitations[verb]({ organizationId, invitationId, version }, options);
    refresh(client, [client.identity(), organizationId], ['invitations', 'members']);
    const renews = next.invitationId === invitationId ? undefined : invitationId;
    this.#host.dispatchEvent(
      verb === 'resend'
        ? new InvitationResentEvent(organizationId, next.invitationId, renews)
        : new InvitationRevokedEvent(organizationId, invitationId),
    );
  }
}
