import { TesseraError } from '@tesserakit/client';
import type { Impact, Member, Organization } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { DeedController } from '../data/deed.js';
import { ResourceController } from '../data/resource.js';
import {
  BeforeOwnershipTransferEvent,
  OwnershipTransferredEvent,
} from '../members/member-detail-events.js';
import { isolated } from '../text/open-words.js';
import { dialogFrame } from '../theme/dialog.js';
import { refusal } from '../theme/refusal.js';
import { retryButton } from '../theme/retry.js';
import { MemberChoice } from './member-choice.js';
import {
  BeforeOrganizationDeleteEvent,
  BeforeOrganizationLeaveEvent,
  BeforeOrganizationReactivateEvent,
  BeforeOrganizationSuspendEvent,
  OrganizationDeletedEvent,
  OrganizationLeftEvent,
  OrganizationReactivatedEvent,
  OrganizationSuspendedEvent,
} from './organization-events.js';
import type {
  OrganizationDeed,
  OrganizationHost,
  OrganizationInHand,
} from './organization-in-hand.js';
import { deedRow, section, type ProfileWords } from './profile-parts.js';

/** Codes that whoever has left, or deleted, meets there. */
const outOfReach = new Set<string>(['not_found', 'unauthenticated']);

type Question = 'leave' | 'transfer' | 'suspend' | 'remove';

/** How it ended for the person. */
export interface Ending {
  readonly how: 'left' | 'gone';
  readonly name: string;
}

/** What ends something: the person's membership, their administration, the organization's work, or it. */
export class ProfileEndings {
  readonly #host: OrganizationHost;
  readonly #view: OrganizationInHand;
  readonly #deed: DeedController;
  readonly #impact: ResourceController<Impact>;
  readonly #choice: MemberChoice;
  #question: Question | undefined;
  #typed = '';
  #ending: Ending | undefined;

  constructor(host: OrganizationHost, view: OrganizationInHand) {
    this.#host = host;
    this.#view = view;
    this.#deed = new DeedController(host);
    this.#choice = new MemberChoice(host, view, () => this.#question === 'transfer');
    this.#impact = new ResourceController(host, () => {
      const { asked } = view;
      if (this.#question !== 'remove' || !asked) return undefined;
      const { client, organizationId } = asked;
      return {
        owner: client,
        key: [client.identity(), organizationId, 'deletion'],
        fetch: (signal) => client.organizations.previewDelete({ organizationId }, { signal }),
      };
    });
  }

  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** Another organization is shown. */
  forget(): void {
    this.#dialog?.close();
    this.#question = this.#ending = undefined;
    this.#typed = '';
    this.#choice.forget();
    this.#deed.forget();
  }

  render(words: ProfileWords, organization: Organization): TemplateResult {
    const can = this.#view.can?.organizations;
    const { isManaged } = this.#view;
    const { actions } = organization;
    const own = !isManaged && (can?.leave || can?.transferOwnership);
    const ends = can?.delete && this.#isOffered(actions['organization.delete']);
    // Only those above ever suspend an organization; to others it is no question.
    const mayStand =
      actions['organization.suspend'] === true || actions['organization.reactivate'] === true;
    const stands = can?.suspend && (isManaged || mayStand);
    const failure = this.#question
      ? nothing
      : refusal(words, {
          error: this.#deed.error,
          busy: this.#deed.busy,
          // Only letting in again is done without a question, where a button stays.
          again: () => void this.#reactivate(words, organization),
        });
    return html`${own ? section(words, 'membership', this.#membership(words, organization)) : nothing}
      ${
        stands || ends
          ? section(
              words,
              'standing',
              html`${stands ? this.#standing(words, organization) : nothing}
              ${ends ? this.#removal(words, organization) : nothing} ${failure}`,
            )
          : nothing
      }
      <dialog class="dialog" aria-labelledby="question" @close=${() => this.#closed()}>
        ${this.#question ? this.#frame(words, organization, this.#question) : nothing}
      </dialog>`;
  }

  /** What somebody who only looks may not do is not said again at each deed. */
  #isOffered(verdict: true | string | undefined): boolean {
    return verdict !== 'forbidden' || !this.#view.isReadOnly;
  }

  #membership(words: ProfileWords, { actions }: Organization) {
    const { organizationProfile: own } = words;
    const can = this.#view.can?.organizations;
    return html`${
      can?.transferOwnership && this.#isOffered(actions['organization.transferOwnership'])
        ? deedRow(words, {
            id: 'transfer',
            label: own.transfer,
            hint: own.transferHint,
            verdict: actions['organization.transferOwnership'],
            run: () => this.#ask('transfer'),
          })
        : nothing
    }
    ${
      can?.leave
        ? deedRow(words, {
            id: 'leave',
            label: own.leave,
            hint: own.leaveHint,
            look: 'destructive',
            verdict: actions['organization.leave'],
            run: () => this.#ask('leave'),
          })
        : nothing
    }`;
  }

  #standing(words: ProfileWords, organization: Organization) {
    const { organizationProfile: own } = words;
    const verb = organization.status === 'suspended' ? 'reactivate' : 'suspend';
    return deedRow(words, {
      id: 'stand',
      label: own[verb],
      hint: own[`${verb}Hint`],
      verdict: organization.actions[`organization.${verb}`],
      busy: this.#deed.busy,
      run: () =>
        verb === 'suspend' ? this.#ask('suspend') : void this.#reactivate(words, organization),
    });
  }

  #removal(words: ProfileWords, { actions }: Organization) {
    const { organizationProfile: own } = words;
    return deedRow(words, {
      id: 'remove',
      label: own.remove,
      hint: own.removeHint,
      look: 'destructive',
      verdict: actions['organization.delete'],
      run: () => this.#ask('remove'),
    });
  }

  #frame(words: ProfileWords, organization: Organization, question: Question) {
    const { actions, organizationProfile: own } = words;
    const { busy, error } = this.#deed;
    const deeds = {
      leave: () => void this.#leave(organization),
      transfer: () => void this.#transfer(words, organization),
      suspend: () => void this.#suspend(words, organization),
      remove: () => void this.#remove(organization),
    };
    const ready =
      (question !== 'remove' || this.#mayRemove(organization)) &&
      (question !== 'transfer' || this.#choice.chosen !== undefined);
    return dialogFrame({
      titleId: 'question',
      title: own[`${question}Question`](isolated(organization.name)),
      body: html`${this.#body(words, organization, question)} ${refusal(words, { error })}`,
      actions: html`<button type="button" class="button" @click=${() => this.#dialog?.close()}>
          ${actions.cancel}
        </button>
        ${retryButton(words, {
          error,
          run: deeds[question],
          label: own[question],
          look: `${question === 'transfer' ? 'primary' : 'danger'} sure`,
          busy: busy || !ready,
        })}`,
      closeLabel: actions.close,
      close: () => this.#dialog?.close(),
    });
  }

  #body(words: ProfileWords, organization: Organization, question: Question) {
    const { organizationProfile: own } = words;
    if (question === 'remove') return this.#loss(words, organization);
    if (question !== 'transfer') return html`<p>${own[`${question}Hint`]}</p>`;
    return html`<p>${own.transferHint} ${own.transferEffect}</p>
      ${this.#choice.render(words)}`;
  }

  #loss(words: ProfileWords, organization: Organization) {
    const { organizationProfile: own, common } = words;
    const { value, error } = this.#impact;
    if (!value) {
      return error
        ? refusal(words, { error, again: () => this.#impact.reload() })
        : html`<p class="muted" role="status">${common.loading}</p>`;
    }
    const counts = Object.entries(value.counts);
    return html`<p>${own.removeHint}</p>
      ${
        counts.length > 0
          ? html`<p>${own.removeEffect}</p>
              <ul class="loss">
                ${counts.map(([action, count]) => html`<li>${own.removeCounts(action, count)}</li>`)}
              </ul>`
          : html`<p>${own.removeOnly}</p>`
      }
      <label class="label" for="typed-name">${own.removeType(isolated(organization.name))}</label>
      <input
        class="field"
        id="typed-name"
        autocomplete="off"
        spellcheck="false"
        .value=${this.#typed}
        @input=${({ target }: Event) => {
          this.#typed = (target as HTMLInputElement).value;
          this.#host.requestUpdate();
        }}
      />`;
  }

  #mayRemove({ name }: Organization): boolean {
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
    return this.#impact.value !== undefined && plain(this.#typed) === plain(name);
  }

  #ask(question: Question): void {
    this.#deed.forget();
    this.#question = question;
    this.#typed = '';
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#dialog?.showModal());
    this.#view.focusOn(question === 'transfer' ? 'dialog input' : 'dialog footer .button');
  }

  #closed(): void {
    // The browser tells late; by then it may have been opened again.
    if (this.#dialog?.open) return;
    const question = this.#question;
    this.#question = undefined;
    this.#host.requestUpdate();
    if (question) this.#view.focusOn(`#${question === 'suspend' ? 'stand' : question}`);
  }

  async #leave({ organizationId, name }: Organization): Promise<void> {
    const done = await this.#view.change(this.#deed, {
      subject: 'leave',
      before: new BeforeOrganizationLeaveEvent(organizationId),
      after: new OrganizationLeftEvent(organizationId),
      task: this.#lasting(({ client }, options) =>
        client.organizations.leave({ organizationId }, options),
      ),
      outcome: '',
    });
    if (done) this.#end({ how: 'left', name });
  }

  async #transfer(words: ProfileWords, { organizationId, version }: Organization): Promise<void> {
    const { chosen } = this.#choice;
    if (!chosen) return;
    const { userId } = chosen;
    const done = await this.#view.change(this.#deed, {
      subject: `transfer ${userId} ${version}`,
      before: new BeforeOwnershipTransferEvent(organizationId, userId),
      after: new OwnershipTransferredEvent(organizationId, userId),
      task: ({ client }, options) =>
        client.organizations.transferOwnership({ organizationId, userId, version }, options),
      outcome: words.organizationProfile.transferred(nameOf(chosen)),
    });
    if (done) this.#dialog?.close();
  }

  async #suspend(words: ProfileWords, { organizationId, name, version }: Organization) {
    const done = await this.#view.change(this.#deed, {
      subject: `suspend ${version}`,
      before: new BeforeOrganizationSuspendEvent(organizationId),
      after: new OrganizationSuspendedEvent(organizationId),
      task: ({ client }, options) =>
        client.organizations.suspend({ organizationId, version }, options),
      outcome: words.organizationProfile.suspended(name),
    });
    if (done) this.#dialog?.close();
  }

  async #reactivate(words: ProfileWords, { organizationId, name, version }: Organization) {
    await this.#view.change(this.#deed, {
      subject: `reactivate ${version}`,
      before: new BeforeOrganizationReactivateEvent(organizationId),
      after: new OrganizationReactivatedEvent(organizationId),
      task: ({ client }, options) =>
        client.organizations.reactivate({ organizationId, version }, options),
      outcome: words.organizationProfile.reactivated(name),
    });
  }

  async #remove({ organizationId, name, version }: Organization): Promise<void> {
    const impact = this.#impact.value?.token;
    const done = await this.#view.change(this.#deed, {
      subject: `delete ${version}`,
      before: new BeforeOrganizationDeleteEvent(organizationId),
      after: new OrganizationDeletedEvent(organizationId),
      task: this.#lasting(({ client }, options) =>
        client.organizations.delete({ organizationId, version, impact }, options),
      ),
      outcome: '',
    });
    if (done) this.#end({ how: 'gone', name });
    // Something has changed meanwhile: the person looks at it again.
    else if (this.#deed.error?.code === 'impact_unconfirmed') this.#impact.reload();
  }

  /** What nobody knew to be done, and is out of reach at the next try, was done. */
  #lasting(task: OrganizationDeed['task']): OrganizationDeed['task'] {
    const { uncertain } = this.#deed;
    return async (asked, options) => {
      try {
        await task(asked, options);
      } catch (error) {
        const { code } = TesseraError.from(error);
        if (!uncertain || !outOfReach.has(code)) throw error;
      }
    };
  }

  #end(ending: Ending): void {
    this.#question = undefined;
    this.#dialog?.close();
    this.#ending = ending;
    this.#host.requestUpdate();
    this.#view.focusOn('.panel');
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector('dialog');
  }
}

function nameOf({ name, email }: Member): string {
  return isolated(name.trim() || email);
}
