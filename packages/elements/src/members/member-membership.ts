import type { WriteOptions } from '@tesserakit/client';
import type { Member } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { DeedController } from '../data/deed.js';
import { dialogFrame } from '../theme/dialog.js';
import { BeforeOwnershipTransferEvent, OwnershipTransferredEvent } from './member-detail-events.js';
import {
  BeforeMemberReactivateEvent,
  BeforeMemberRemoveEvent,
  BeforeMemberSuspendEvent,
  MemberReactivatedEvent,
  MemberRemovedEvent,
  MemberSuspendedEvent,
} from './member-events.js';
import type { MemberAsked, MemberHost, MemberInView } from './member-in-view.js';
import {
  deedButton,
  deedRefusal,
  section,
  sectionFailure,
  sentenceWith,
  type DetailWords,
} from './member-section.js';

/** Whoever cannot be suspended for one of these reasons cannot become the administrator either. */
const reasonsOfSuspension = new Set<unknown>([
  'self_change_refused',
  'not_joined',
  'member_suspended',
]);

type Question = 'remove' | 'transfer';

/** What can be done to the membership itself: ended for a while, for good, or made the owner's. */
export class Membership {
  readonly #host: MemberHost;
  readonly #view: MemberInView;
  readonly #deed: DeedController;
  #question: Question | undefined;
  #removed: string | undefined;

  constructor(host: MemberHost, view: MemberInView) {
    this.#host = host;
    this.#view = view;
    this.#deed = new DeedController(host);
  }

  /** Who was a member until they were removed here. */
  get removed(): string | undefined {
    return this.#removed;
  }

  /** Somebody else is shown. */
  forget(): void {
    this.#dialog?.close();
    this.#question = this.#removed = undefined;
    this.#deed.forget();
  }

  render(words: DetailWords, member: Member): TemplateResult {
    const can = this.#view.can;
    return html`${section(
      words,
      'membership',
      html`<div class="deeds">
          ${can?.members.suspend ? this.#standing(words, member) : nothing}
          ${can?.organizations.transferOwnership ? this.#transfer(words, member) : nothing}
          ${can?.members.remove ? this.#removal(words, member) : nothing}
        </div>
        ${this.#question ? nothing : deedRefusal(words, this.#deed.error, this.#view.wait)}`,
    )}${this.#dialogOf(words, member)}`;
  }

  #standing(words: DetailWords, member: Member) {
    const { memberDetail } = words;
    const verb = member.status === 'suspended' ? 'reactivate' : 'suspend';
    return deedRow(
      memberDetail[`${verb}Hint`],
      deedButton(words, {
        id: 'stand',
        label: memberDetail[verb],
        verdict: member.actions[`member.${verb}`],
        busy: this.#deed.busy,
        run: () => void this.#stand(words, member, verb),
      }),
    );
  }

  #transfer(words: DetailWords, member: Member) {
    const { memberDetail } = words;
    const { organization, organizationError } = this.#view;
    if (organizationError)
      return sectionFailure(words, organizationError, () => this.#view.reload());
    if (!organization) return nothing;
    const suspension = member.actions['member.suspend'];
    const mayNot = reasonsOfSuspension.has(suspension);
    return deedRow(
      memberDetail.transferHint,
      deedButton(words, {
        id: 'transfer',
        label: memberDetail.transfer,
        verdict: mayNot ? suspension : organization.actions['organization.transferOwnership'],
        busy: this.#deed.busy,
        run: () => this.#ask('transfer'),
      }),
    );
  }

  #removal(words: DetailWords, member: Member) {
    const { memberDetail } = words;
    return deedRow(
      memberDetail.removeHint,
      deedButton(words, {
        id: 'remove',
        label: memberDetail.remove,
        look: 'destructive',
        verdict: member.actions['member.remove'],
        busy: this.#deed.busy,
        run: () => this.#ask('remove'),
      }),
    );
  }

  #dialogOf(words: DetailWords, member: Member) {
    const question = this.#question;
    return html`<dialog class="dialog" aria-labelledby="question" @close=${() => this.#closed()}>
      ${question ? this.#frame(words, member, question) : nothing}
    </dialog>`;
  }

  #frame(words: DetailWords, member: Member, question: Question) {
    const { memberDetail, actions } = words;
    const { busy, error } = this.#deed;
    const name = nameOf(member);
    const isRemoval = question === 'remove';
    return dialogFrame({
      titleId: 'question',
      title: isRemoval ? memberDetail.removeQuestion(name) : memberDetail.transferQuestion(name),
      body: html`${
        isRemoval
          ? html`<p>
                <bdi class="strong">${name}</bdi><br /><bdi class="muted">${member.email}</bdi>
              </p>
              <p>${memberDetail.removeEffect}</p>`
          : html`<ul class="both">
                <li>${sentenceWith(memberDetail.transferThem, html`<bdi>${name}</bdi>`)}</li>
                <li>${memberDetail.transferYou}</li>
              </ul>
              <p>${memberDetail.transferEffect}</p>`
      }
      ${deedRefusal(words, error, this.#view.wait)}`,
      actions: html`<button type="button" class="button" @click=${() => this.#dialog?.close()}>
          ${actions.cancel}
        </button>
        <button
          type="button"
          class="button ${isRemoval ? 'danger' : 'primary'}"
          aria-disabled=${busy ? 'true' : nothing}
          @click=${() => void (isRemoval ? this.#remove(words, member) : this.#handOver(words, member))}
        >
          ${isRemoval ? memberDetail.remove : memberDetail.transfer}
        </button>`,
      closeLabel: actions.close,
      close: () => this.#dialog?.close(),
    });
  }

  #ask(question: Question): void {
    this.#deed.forget();
    this.#question = question;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#dialog?.showModal());
    this.#view.focusOn('dialog footer .button');
  }

  #closed(): void {
    // The browser tells late; by then it may have been opened again.
    if (this.#dialog?.open) return;
    this.#question = undefined;
    this.#host.requestUpdate();
  }

  async #stand(words: DetailWords, member: Member, verb: 'suspend' | 'reactivate'): Promise<void> {
    const { organizationId, userId } = member;
    const about = [organizationId, [userId]] as const;
    const suspends = verb === 'suspend';
    await this.#view.change(this.#deed, {
      subject: `${verb} ${member.version}`,
      before: suspends
        ? new BeforeMemberSuspendEvent(...about)
        : new BeforeMemberReactivateEvent(...about),
      after: suspends ? new MemberSuspendedEvent(...about) : new MemberReactivatedEvent(...about),
      task: ({ client }, options) => client.members[verb](scopeOf(member), options),
      outcome: words.memberDetail[suspends ? 'suspended' : 'reactivated'](nameOf(member)),
    });
  }

  async #remove({ memberDetail }: DetailWords, member: Member): Promise<void> {
    const { organizationId, userId } = member;
    const name = nameOf(member);
    const done = await this.#view.change(this.#deed, {
      subject: `remove ${member.version}`,
      before: new BeforeMemberRemoveEvent(organizationId, [userId]),
      after: new MemberRemovedEvent(organizationId, [userId]),
      task: ({ client }, options) => client.members.remove(scopeOf(member), options),
      outcome: memberDetail.removed(name),
    });
    if (!done) return;
    this.#dialog?.close();
    this.#removed = name;
    this.#host.requestUpdate();
    this.#view.focusOn('.gone');
  }

  async #handOver({ memberDetail }: DetailWords, member: Member): Promise<void> {
    const { organizationId, userId } = member;
    const version = this.#view.organization?.version;
    const done = await this.#view.change(this.#deed, {
      subject: `transfer ${version}`,
      before: new BeforeOwnershipTransferEvent(organizationId, userId),
      after: new OwnershipTransferredEvent(organizationId, userId),
      task: ({ client }: MemberAsked, options: WriteOptions) =>
        client.organizations.transferOwnership({ organizationId, userId, version }, options),
      outcome: memberDetail.transferred(nameOf(member)),
    });
    if (done) this.#dialog?.close();
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector('dialog');
  }
}

function deedRow(hint: string, button: TemplateResult) {
  return html`<div class="deed">
    <p>${hint}</p>
    <div>${button}</div>
  </div>`;
}

function nameOf({ name, email }: Member): string {
  return name.trim() || email;
}

function scopeOf({ organizationId, userId, version }: Member) {
  return { organizationId, userId, version };
}
