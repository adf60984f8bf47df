import type { WriteOptions } from '@tesserakit/client';
import type { Impact } from '@tesserakit/contract';
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { impactList, isHarmless } from '../applications/impact-list.js';
import type { ContextController } from '../data/context-controller.js';
import { DeedController } from '../data/deed.js';
import { askedIn, type Asked } from '../data/in-view.js';
import { refresh } from '../data/query.js';
import { addStyles } from '../theme/add-styles.js';
import { actionWords } from '../text/actions.js';
import { impactWords } from '../text/impact.js';
import { isolated } from '../text/open-words.js';
import { roleFormWords } from '../text/role-form.js';
import { roleNames } from '../text/role-names.js';
import { TextController } from '../text/text-controller.js';
import { dialogFrame, dialogStyles } from '../theme/dialog.js';
import { refusal } from '../theme/refusal.js';
import { styles } from './role-editor-dialog.styles.js';
import {
  BeforeRoleCatalogueChangeEvent,
  RoleCatalogueChangedEvent,
  type CatalogueSubject,
} from './role-editor-events.js';
import { keyForm, roleFields, type FormWords, type RoleFormDraft } from './role-editor-form.js';
import { previewed, written, type RoleFormScope } from './role-editor-form-calls.js';
import type { RoleSource } from './role-editor-source.js';
import {
  asItIsNow,
  deedOf,
  draftFor,
  idOf,
  titleOf,
  versionOf,
  type RoleFormTask,
} from './role-editor-task.js';

/**
 * The dialog in which a role or role group is made, renamed, duplicated or deleted. What takes
 * something away shows that first. Closed by accident it keeps what was entered for the next time.
 */
export class RoleForm {
  readonly #host: ReactiveElement;
  readonly #context: ContextController;
  readonly #source: RoleSource;
  readonly #announce: (outcome: string) => void;
  readonly #text: TextController<'actions' | 'impact' | 'roleForm' | 'roleNames'>;
  readonly #deed: DeedController;
  readonly #drafts = new Map<string, RoleFormDraft>();
  #task: RoleFormTask | undefined;
  #draft: RoleFormDraft = { name: '', key: '', description: '', roleIds: [] };
  #restored = false;
  #impact: Impact | undefined;
  #outdated = false;
  /** Whether what is wrong with the fields is shown. */
  #tried = false;
  #opener: HTMLElement | undefined;

  constructor(
    host: ReactiveElement,
    context: ContextController,
    source: RoleSource,
    announce: (outcome: string) => void,
  ) {
    this.#host = host;
    this.#context = context;
    this.#source = source;
    this.#announce = announce;
    this.#text = new TextController(host, {
      actions: actionWords,
      impact: impactWords,
      roleForm: roleFormWords,
      roleNames,
    });
    this.#deed = new DeedController(host);
    addStyles(host, [dialogStyles, styles]);
  }

  open(task: RoleFormTask, opener: HTMLElement): void {
    this.#opener = opener;
    this.#begin(task);
    void this.#host.updateComplete.then(() => {
      if (!this.#dialog?.open) this.#dialog?.showModal();
      this.#focus();
    });
  }

  /** Something else is in view. */
  leave(): void {
    this.#dialog?.close();
    this.#task = this.#impact = undefined;
    this.#deed.forget();
  }

  render(): TemplateResult {
    return html`<dialog class="dialog" aria-labelledby="form-title" @close=${() => this.#closed()}>
      ${this.#task ? this.#frame(this.#task) : nothing}
    </dialog>`;
  }

  #begin(task: RoleFormTask): void {
    this.#deed.forget();
    this.#task = task;
    this.#impact = undefined;
    this.#outdated = this.#tried = false;
    const kept = this.#drafts.get(this.#key);
    this.#restored = kept !== undefined;
    this.#draft = kept ?? draftFor(task, this.#text.words);
    this.#host.requestUpdate();
    if (task.verb === 'delete') void this.#look();
  }

  #frame(task: RoleFormTask) {
    const { words } = this.#text;
    const { actions, roleForm } = words;
    const isAsked = task.verb === 'delete' || this.#impact !== undefined;
    const hint =
      task.verb === 'delete'
        ? task.noun === 'role'
          ? roleForm.deleteHint
          : roleForm.deleteGroupHint
        : task.verb === 'create'
          ? roleForm.createHint
          : '';
    return dialogFrame({
      titleId: 'form-title',
      title: titleOf(task, words),
      body: html`${hint ? html`<p class="muted intro">${hint}</p>` : nothing}
      ${isAsked ? this.#consequences(words) : this.#fields(words, task)}
      ${refusal(words, {
        error: this.#deed.error,
        busy: this.#deed.busy,
        kept: task.verb === 'delete' ? undefined : roleForm.kept,
        again: () => void this.#go(),
      })}`,
      actions: html`${this.#others(task)}
        <button type="button" class="button" @click=${() => this.#back(task)}>
          ${this.#impact && task.verb !== 'delete' ? roleForm.back : actions.cancel}
        </button>
        ${this.#primary(words, task)}`,
      closeLabel: actions.close,
      close: () => this.#dialog?.close(),
    });
  }

  #fields(words: FormWords, task: RoleFormTask) {
    return html`${this.#restored ? html`<p class="hint">${words.roleForm.restored}</p>` : nothing}
    ${roleFields(words, {
      draft: this.#draft,
      tried: this.#tried,
      hasKey: task.noun === 'role' && this.#source.applicationId !== undefined,
      keyIsFixed: task.verb !== 'create',
      hasDescription: task.noun === 'role' && this.#source.applicationId !== undefined,
      roles: task.noun === 'roleGroup' ? (this.#source.roles ?? []) : undefined,
      change: (change) => this.#change(change),
      submit: () => void this.#go(),
    })}`;
  }

  #consequences(words: FormWords) {
    const { impact } = words;
    if (!this.#impact) {
      return this.#deed.busy ? html`<p class="muted" role="status">${impact.looking}</p>` : nothing;
    }
    return html`${
        this.#outdated ? html`<p class="refusal" role="alert">${impact.changed}</p>` : nothing
      }
      <div role="status">${impactList(words, this.#impact)}</div>`;
  }

  /** What else can be done to what is edited. */
  #others(task: RoleFormTask) {
    if (task.verb !== 'edit' || this.#impact) return nothing;
    const { roleForm } = this.#text.words;
    const mayDelete =
      task.noun === 'role'
        ? task.role.mayDelete === true
        : task.group.actions['roleGroup.delete'] === true;
    const mayDuplicate = task.noun === 'role' && this.#source.mayCreate === true;
    return html`<div class="others">
      ${
        mayDelete
          ? html`<button
              type="button"
              class="button quiet destructive"
              @click=${() => this.#turn({ ...task, verb: 'delete' })}
            >
              ${roleForm.remove}
            </button>`
          : nothing
      }
      ${
        mayDuplicate
          ? html`<button
              type="button"
              class="button quiet"
              @click=${() => this.#turn({ noun: 'role', verb: 'create', role: task.role })}
            >
              ${roleForm.duplicate}
            </button>`
          : nothing
      }
    </div>`;
  }

  #primary({ actions, roleForm }: FormWords, { verb }: RoleFormTask) {
    const { busy } = this.#deed;
    const isDangerous = verb === 'delete' || (this.#impact && !isHarmless(this.#impact));
    const words =
      verb === 'delete'
        ? roleForm.remove
        : this.#impact
          ? roleForm.saveAll
          : roleForm[verb === 'create' ? 'create' : 'save'];
    const off = busy || (verb === 'delete' && !this.#impact);
    return html`<button
      type="button"
      class="button ${isDangerous ? 'danger' : 'primary'}"
      data-go
      aria-disabled=${off ? 'true' : nothing}
      @click=${() => !off && void this.#go()}
    >
      ${busy ? actions.saving : words}
    </button>`;
  }

  #change(change: Partial<RoleFormDraft>): void {
    this.#draft = { ...this.#draft, ...change };
    this.#drafts.set(this.#key, this.#draft);
    this.#restored = false;
    this.#deed.forget();
    this.#host.requestUpdate();
  }

  async #go(): Promise<void> {
    const task = this.#task;
    if (!task || this.#deed.busy) return;
    if (task.verb !== 'delete' && !this.#isRight(task)) {
      this.#tried = true;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#dialog?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const isLooked = this.#impact !== undefined || task.verb === 'create' || task.noun === 'role';
    if (isLooked && (task.verb !== 'delete' || this.#impact)) await this.#do(task);
    else await this.#look();
  }

  #isRight({ noun, verb }: RoleFormTask): boolean {
    const hasKey = noun === 'role' && verb === 'create' && this.#source.applicationId !== undefined;
    return this.#draft.name.trim() !== '' && (!hasKey || keyForm.test(this.#draft.key.trim()));
  }

  /** What nobody loses anything by is done at once, unless it is to be deleted. */
  async #look(): Promise<void> {
    const task = this.#task;
    const asked = askedIn(this.#context);
    if (!asked || !task) return;
    let impact: Impact | undefined;
    const subject = JSON.stringify(['look', this.#key, this.#draft]);
    const done = await this.#deed.run(subject, async (options) => {
      impact = await previewed(this.#scope(asked, options), task);
    });
    if (!done || task !== this.#task || !impact) return;
    this.#impact = impact;
    this.#host.requestUpdate();
    if (task.verb !== 'delete' && isHarmless(impact)) return this.#do(task);
    await this.#host.updateComplete;
    this.#dialog?.querySelector<HTMLElement>('[data-go]')?.focus();
  }

  async #do(task: RoleFormTask): Promise<void> {
    const asked = askedIn(this.#context);
    if (!asked || this.#deed.busy) return;
    const { client, organizationId } = asked;
    const subject = this.#subject(task);
    const deed = deedOf(task);
    if (!this.#host.dispatchEvent(new BeforeRoleCatalogueChangeEvent(subject, deed))) return;
    const key = this.#key;
    const sent = JSON.stringify([key, this.#draft, this.#impact?.token, versionOf(task)]);
    const done = await this.#deed.run(sent, async (options) => {
      await written(this.#scope(asked, options), asItIsNow(task, this.#source));
      this.#drafts.delete(key);
      refresh(client, [client.identity(), organizationId]);
      this.#host.dispatchEvent(new RoleCatalogueChangedEvent(subject, deed));
    });
    if (task !== this.#task) return;
    if (!done) return this.#refused(asked);
    this.#task = undefined;
    this.#dialog?.close();
    const { created, saved, deleted } = this.#text.words.roleForm;
    const outcome = { create: created, edit: saved, delete: deleted }[task.verb];
    this.#announce(outcome(isolated(this.#draft.name)));
  }

  #refused({ client, organizationId }: Asked): void {
    const code = this.#deed.error?.code;
    if (code === 'version_conflict') refresh(client, [client.identity(), organizationId]);
    if (code !== 'impact_unconfirmed') return;
    this.#deed.forget();
    this.#outdated = true;
    this.#impact = undefined;
    void this.#look();
  }

  #scope({ client }: Asked, options: WriteOptions): RoleFormScope {
    return {
      client,
      applicationId: this.#source.applicationId,
      draft: this.#draft,
      impact: this.#impact?.token,
      options,
    };
  }

  #subject(task: RoleFormTask): CatalogueSubject {
    const { applicationId } = this.#source;
    const id = task.verb === 'create' ? undefined : idOf(task);
    return { noun: task.noun, applicationId, id };
  }

  #turn(task: RoleFormTask): void {
    this.#begin(task);
    void this.#host.updateComplete.then(() => this.#focus());
  }

  #back(task: RoleFormTask): void {
    if (this.#impact && task.verb !== 'delete') {
      this.#impact = undefined;
      this.#deed.forget();
      this.#host.requestUpdate();
      return;
    }
    this.#drafts.delete(this.#key);
    this.#dialog?.close();
  }

  #closed(): void {
    // The browser tells late; by then it may have been opened again.
    if (this.#dialog?.open) return;
    this.#task = this.#impact = undefined;
    this.#deed.forget();
    this.#host.requestUpdate();
    const opener = this.#opener;
    void this.#host.updateComplete.then(() => {
      if (opener?.isConnected) opener.focus();
      else this.#host.focus();
    });
  }

  #focus(): void {
    const found = this.#dialog?.querySelectorAll<HTMLElement>('.body input, footer .button');
    [...(found ?? [])].find((one) => one.checkVisibility())?.focus();
  }

  get #key(): string {
    const task = this.#task;
    const organizationId = this.#context.organization?.organizationId;
    const { applicationId } = this.#source;
    return JSON.stringify([
      organizationId,
      applicationId,
      task?.noun,
      task?.verb,
      task && idOf(task),
    ]);
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector('dialog');
  }
}
