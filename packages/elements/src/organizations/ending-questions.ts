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
import type { Ending, Question } from './profile-endings.js';
import type { ProfileWords } from './profile-parts.js';

/** Codes that whoever has left, or deleted, meets there. */
const outOfReach = new Set<string>(['not_found', 'unauthenticated']);

/** The dialogs in which a person says that they are sure, and what is done then. */
export class EndingQuestions {
  readonly #host: OrganizationHost;
  readonly #view: OrganizationInHand;
  readonly #ended: (ending: Ending) => void;
  readonly #deed: DeedController;
  readonly #impact: ResourceController<Impact>;
  readonly #choice: MemberChoice;
  #question: Question | undefined;
  #typed = '';

  constructor(host: OrganizationHost, view: OrganizationInHand, ended: (ending: Ending) => void) {
    this.#host = host;
    this.#view = view;
    this.#ended = ended;
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

  get busy(): boolean {
    return this.#deed.busy;
  }

  /** Another organization is shown. */
  forget(): void {
    this.#dialog?.close();
    this.#question = undefined;
    this.#typed = '';
    this.#choice.forget();
    this.#deed.forget();
  }

  render(words: ProfileWords, organization: Organization): TemplateResult {
    return html`<dialog class="dialog" aria-labelledby="question" @close=${() => this.#closed()}>
      ${this.#question ? this.#frame(words, organization, this.#question) : nothing}
    </dialog>`;
  }

  /** Why letting in again was refused. */
  failure(words: ProfileWords, organization: Organization): TemplateResult | typeof nothing {
    if (this.#question) return nothing;
    const again = () => void this.reactivate(words, organization);
    return refusal(words, { error: this.#deed.error, busy: this.#deed.busy, again });
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

  /** Asks whether the person is sure. */
  ask(question: Question): void {
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

  /** Lets the organization in again, which takes no question. */
  async reactivate(words: ProfileWords, { organizationId, name, version }: Organization) {
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
    this.#ended(ending);
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector('dialog');
  }
}

function nameOf({ name, email }: Member): string {
  return isolated(name.trim() || email);
}
