import type { DirectoryClient, WriteOptions } from '@tesserakit/client';
import type { Application, Impact } from '@tesserakit/contract';
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { ContextController } from '../data/context-controller.js';
import { DeedController } from '../data/deed.js';
import { askedIn, type Asked } from '../data/in-view.js';
import { refresh } from '../data/query.js';
import { addStyles } from '../theme/add-styles.js';
import { actionWords } from '../text/actions.js';
import { applicationShareWords } from '../text/application-share.js';
import { impactWords } from '../text/impact.js';
import { isolated } from '../text/open-words.js';
import { TextController } from '../text/text-controller.js';
import { dialogFrame, dialogStyles } from '../theme/dialog.js';
import { refusal } from '../theme/refusal.js';
import { ApplicationSharedEvent, BeforeApplicationShareEvent } from './application-list-events.js';
import { impactList, isHarmless } from './impact-list.js';
import { impactStyles } from './impact-list.styles.js';
import { ShareChoices } from './share-choices.js';
import { styles } from './share-dialog.styles.js';
import {
  changeOf,
  creationOf,
  draftOf,
  isChanged,
  seatLimitOf,
  type ShareDeed,
  type ShareDraft,
} from './share-draft.js';
import { shareForm, type ShareWords } from './share-form.js';

/** What is under way in the dialog. */
interface Sharing {
  readonly deed: ShareDeed;
  readonly applicationId: string;
  /** Where the person began; what others change meanwhile is left alone. */
  readonly begun: ShareDraft;
}

/** What the dialog needs of the screen around it. */
export interface ShareScreen {
  readonly applications: readonly Application[];
  /** Tells what was done. */
  announce(outcome: string): void;
}

/**
 * The dialog in which somebody chooses what an organization has of an application: first the choice,
 * then what else it does, then the deed. Closed by accident it keeps the choice for the next time.
 */
export class ShareDialog {
  readonly #host: ReactiveElement;
  readonly #screen: ShareScreen;
  readonly #context: ContextController;
  readonly #text: TextController<'actions' | 'applicationShare' | 'impact'>;
  readonly #choices: ShareChoices;
  readonly #deed: DeedController;
  readonly #drafts = new Map<string, ShareDraft>();
  #sharing: Sharing | undefined;
  #draft = draftOf();
  #restored = false;
  #impact: Impact | undefined;
  #outdated = false;
  /** Where the focus goes when the dialog closes. */
  #opener: HTMLElement | undefined;

  constructor(host: ReactiveElement, context: ContextController, screen: ShareScreen) {
    this.#host = host;
    this.#screen = screen;
    this.#context = context;
    this.#text = new TextController(host, {
      actions: actionWords,
      applicationShare: applicationShareWords,
      impact: impactWords,
    });
    this.#deed = new DeedController(host);
    this.#choices = new ShareChoices(host, context, () => this.#choosing);
    addStyles(host, [dialogStyles, impactStyles, styles]);
  }

  /** Opens the dialog for one deed; what was chosen for it before and not saved is there again. */
  open(deed: ShareDeed, application: Application | undefined, opener: HTMLElement): void {
    const begun = draftOf(application);
    this.#deed.forget();
    this.#sharing = { deed, applicationId: begun.applicationId, begun };
    this.#opener = opener;
    this.#impact = undefined;
    this.#outdated = false;
    const kept = this.#drafts.get(this.#key);
    this.#restored = kept !== undefined && isChanged(kept, begun);
    this.#draft = kept ?? begun;
    this.#update();
    void this.#host.updateComplete.then(() => {
      this.#dialog?.showModal();
      const fields = this.#dialog?.querySelectorAll<HTMLElement>(
        '.body :is(input, select), footer .button',
      );
      [...(fields ?? [])].find((field) => field.checkVisibility())?.focus();
    });
    if (deed === 'withdraw') void this.#look();
  }

  /** Another organization is in view; nothing chosen for the former one is lost. */
  leave(): void {
    this.#dialog?.close();
    this.#sharing = this.#impact = undefined;
    this.#deed.forget();
  }

  render(): TemplateResult {
    return html`<dialog
      class="dialog wide"
      aria-labelledby="share-title"
      @close=${() => this.#closed()}
    >
      ${this.#sharing ? this.#frame(this.#sharing) : nothing}
    </dialog>`;
  }

  #frame({ deed }: Sharing) {
    const { words } = this.#text;
    const { actions, applicationShare } = words;
    const isAsked = this.#impact !== undefined || deed === 'withdraw';
    const title =
      deed === 'onboard' && !this.#draft.applicationId
        ? applicationShare.onboardTitle
        : applicationShare.titles[deed](isolated(this.#name));
    return dialogFrame({
      titleId: 'share-title',
      title,
      body: html`<p class="muted intro">${applicationShare.hints[deed]}</p>
        ${isAsked ? this.#consequences(words) : this.#form(words, deed)}
        ${this.#refusal(words, deed)}`,
      actions: html`<button type="button" class="button" @click=${() => this.#back(deed)}>
          ${this.#impact && deed !== 'withdraw' ? applicationShare.back : actions.cancel}
        </button>
        ${this.#primary(words, deed, isAsked)}`,
      closeLabel: actions.close,
      close: () => this.#dialog?.close(),
    });
  }

  #form(words: ShareWords, deed: ShareDeed) {
    const { applicationShare, common } = words;
    const { error, ready } = this.#choices;
    if (error) {
      const again = () => this.#choices.reload();
      return html`<p>${applicationShare.choicesFailed}</p>
        ${refusal(words, { error, again, kept: common.unharmed })}`;
    }
    return html`${this.#restored ? html`<p class="hint">${applicationShare.restored}</p>` : nothing}
    ${shareForm(words, deed, this.#draft, this.#choices, (change) => this.#choose(change))}
    ${ready ? nothing : html`<p class="muted" role="status">${common.loading}</p>`}`;
  }

  #consequences(words: ShareWords) {
    const { impact } = words;
    if (!this.#impact) {
      return this.#deed.busy ? html`<p class="muted" role="status">${impact.looking}</p>` : nothing;
    }
    return html`${
        this.#outdated ? html`<p class="refusal" role="alert">${impact.changed}</p>` : nothing
      }
      <div role="status">${impactList(words, this.#impact)}</div>`;
  }

  #refusal(words: ShareWords, deed: ShareDeed) {
    const { error, busy } = this.#deed;
    const kept = deed === 'withdraw' ? undefined : words.applicationShare.kept;
    return refusal(words, { error, busy, kept, again: () => void this.#go() });
  }

  #primary({ actions, applicationShare }: ShareWords, deed: ShareDeed, isAsked: boolean) {
    const { busy } = this.#deed;
    const isDangerous = isAsked && this.#impact !== undefined && !isHarmless(this.#impact);
    const off = busy || !this.#isComplete(deed);
    const words =
      isAsked || deed === 'onboard' ? applicationShare.confirm[deed] : applicationShare.review;
    return html`<button
      type="button"
      class="button ${isDangerous || deed === 'withdraw' ? 'danger' : 'primary'}"
      data-go
      aria-disabled=${off ? 'true' : nothing}
      @click=${() => {
        if (!off) void this.#go();
      }}
    >
      ${busy ? actions.saving : words}
    </button>`;
  }

  #isComplete(deed: ShareDeed): boolean {
    const { begun } = this.#sharing ?? {};
    if (deed === 'withdraw') return this.#impact !== undefined;
    if (!begun || seatLimitOf(this.#draft) === undefined) return false;
    if (deed === 'onboard') return this.#draft.applicationId !== '' && this.#choices.ready;
    return isChanged(this.#draft, begun);
  }

  #choose(change: Partial<ShareDraft>): void {
    this.#draft = { ...this.#draft, ...change };
    this.#drafts.set(this.#key, this.#draft);
    this.#restored = false;
    this.#deed.forget();
    this.#update();
  }

  /** Takes the next step: looks at what else it does, or does it. */
  async #go(): Promise<void> {
    const { deed } = this.#sharing ?? {};
    const isLooked = this.#impact !== undefined || deed === 'onboard' || deed === 'setDefaults';
    if (isLooked) await this.#do();
    else await this.#look();
  }

  /** What nobody loses anything by is done at once. */
  async #look(): Promise<void> {
    const sharing = this.#sharing;
    const asked = askedIn(this.#context);
    if (!asked || !sharing) return;
    let impact: Impact | undefined;
    const subject = JSON.stringify(['look', asked.organizationId, sharing, this.#draft]);
    const done = await this.#deed.run(subject, async (options) => {
      impact = await this.#preview(asked, sharing, options);
    });
    if (!done || sharing !== this.#sharing || !impact) return;
    this.#impact = impact;
    this.#update();
    if (sharing.deed !== 'withdraw' && isHarmless(impact)) await this.#do();
    else await this.#focusOn('[data-go]');
  }

  async #do(): Promise<void> {
    const sharing = this.#sharing;
    const asked = askedIn(this.#context);
    if (!asked || !sharing || this.#deed.busy) return;
    const { client, organizationId } = asked;
    const { deed } = sharing;
    const { applicationId } = this.#draft;
    const about = [organizationId, applicationId, deed] as const;
    const name = isolated(this.#name);
    const key = this.#key;
    if (!this.#host.dispatchEvent(new BeforeApplicationShareEvent(...about))) return;
    const subject = JSON.stringify([...about, this.#draft, this.#impact?.token, this.#version]);
    const done = await this.#deed.run(subject, async (options) => {
      await this.#write(client, organizationId, sharing, options);
      this.#drafts.delete(key);
      refresh(client, [client.identity(), organizationId]);
      this.#host.dispatchEvent(new ApplicationSharedEvent(...about));
    });
    if (sharing !== this.#sharing) return;
    if (!done) return this.#refused();
    this.#sharing = undefined;
    this.#dialog?.close();
    this.#screen.announce(this.#text.words.applicationShare.done[deed](name));
  }

  /** What was looked at is not what would be done any more: it is looked at again. */
  #refused(): void {
    const code = this.#deed.error?.code;
    const { client, organizationId } = askedIn(this.#context) ?? {};
    if (client && organizationId && code === 'version_conflict') {
      refresh(client, [client.identity(), organizationId], ['applications']);
    }
    if (code !== 'impact_unconfirmed') return;
    this.#deed.forget();
    this.#outdated = true;
    this.#impact = undefined;
    void this.#look();
  }

  #preview(
    { client, organizationId }: Asked,
    { deed, applicationId, begun }: Sharing,
    options: WriteOptions,
  ): Promise<Impact> {
    const scope = { organizationId, applicationId };
    if (deed === 'withdraw') return client.onboardings.previewWithdraw(scope, options);
    if (deed === 'expose') {
      const roleGroupIds = [...this.#draft.exposedRoleGroupIds];
      return client.managedOrganizations.previewExpose({ ...scope, roleGroupIds }, options);
    }
    return client.onboardings.previewUpdate({ ...scope, ...changeOf(this.#draft, begun) }, options);
  }

  #write(
    client: DirectoryClient,
    organizationId: string,
    { deed, applicationId, begun }: Sharing,
    options: WriteOptions,
  ): Promise<unknown> {
    const draft = this.#draft;
    const impact = this.#impact?.token;
    const scope = { organizationId, applicationId, version: this.#version };
    switch (deed) {
      case 'onboard':
        return client.onboardings.create({ organizationId, ...creationOf(draft) }, options);
      case 'setDefaults': {
        const defaultRoleIds = [...draft.defaultRoleIds];
        return client.onboardings.setDefaults({ ...scope, defaultRoleIds }, options);
      }
      case 'expose': {
        const roleGroupIds = [...draft.exposedRoleGroupIds];
        return client.managedOrganizations.expose({ ...scope, impact, roleGroupIds }, options);
      }
      case 'withdraw':
        return client.onboardings.withdraw({ ...scope, impact }, options);
      default:
        return client.onboardings.update({ ...scope, impact, ...changeOf(draft, begun) }, options);
    }
  }

  /** One step back: from what else it does to the choice, from there out, without the choice. */
  #back(deed: ShareDeed): void {
    if (this.#impact && deed !== 'withdraw') {
      this.#impact = undefined;
      this.#deed.forget();
      this.#update();
      void this.#focusOn('[data-go]');
      return;
    }
    this.#drafts.delete(this.#key);
    this.#dialog?.close();
  }

  #closed(): void {
    // The browser tells late; by then it may have been opened again.
    if (this.#dialog?.open) return;
    this.#sharing = this.#impact = undefined;
    this.#deed.forget();
    this.#update();
    const opener = this.#opener;
    void this.#host.updateComplete.then(() => {
      if (opener?.isConnected) opener.focus();
      else this.#host.focus();
    });
  }

  async #focusOn(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#dialog?.querySelector<HTMLElement>(selector)?.focus();
  }

  get #choosing() {
    const sharing = this.#sharing;
    return (
      sharing && {
        deed: sharing.deed,
        applicationId: this.#draft.applicationId,
        application: this.#application,
        present: this.#screen.applications,
      }
    );
  }

  get #application(): Application | undefined {
    const id = this.#sharing?.applicationId;
    return this.#screen.applications.find(({ applicationId }) => applicationId === id);
  }

  get #name(): string {
    const id = this.#draft.applicationId;
    return (
      this.#application?.name ?? this.#choices.candidates.find((one) => one.id === id)?.name ?? ''
    );
  }

  get #version(): number | undefined {
    return this.#application?.onboarding.version;
  }

  get #key(): string {
    const { deed, applicationId } = this.#sharing ?? {};
    return JSON.stringify([this.#context.organization?.organizationId, deed, applicationId]);
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector('dialog');
  }

  #update(): void {
    this.#host.requestUpdate();
  }
}
