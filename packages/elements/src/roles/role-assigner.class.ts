import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { refresh } from '../data/query.js';
import { actionWords } from '../text/actions.js';
import { roleAssignmentWords } from '../text/role-assignment.js';
import { roleNames } from '../text/role-names.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { circleAlertIcon, lockIcon, usersIcon } from '../theme/icons.js';
import { notice, noticeStyles } from '../theme/notice.js';
import { tokens } from '../theme/tokens.js';
import {
  BeforeMemberRolesChangeEvent,
  MemberRolesChangedEvent,
  type RoleChange,
} from './events.js';
import { MemberRoles, type MemberAsked } from './member-roles.js';
import { styles } from './role-assigner.styles.js';
import { contest, unsavedBar } from './role-difference.js';
import {
  choiceIn,
  differenceOf,
  emptyDraft,
  isContested,
  keptChoice,
  rebased,
  savedPart,
  withEnd,
  withEntry,
  withoutPart,
  withRole,
  type Difference,
  type RoleDraft,
  type RolePart,
} from './role-draft.js';
import { rolePart } from './role-fieldset.js';
import {
  givenParts,
  nothingChosen,
  selectionIn,
  selectionOf,
  type ApplicationChoice,
  type RoleChoice,
  type RoleSelection,
} from './role-parts.js';
import { RoleSaving } from './role-saving.js';
import { listed, placeOf } from './role-sentences.js';

/** Up to this number parts are unfolded at first. */
const fewParts = 4;

/**
 * The roles of one member: in the organization, and in each of its applications. What a person
 * chooses is kept as a draft and shown as a difference; saving writes part by part.
 *
 * With choices given as properties it is a form field about nobody in particular, without a backend:
 * its value is a {@link RoleSelection}, submitted as JSON.
 *
 * @csspart group - The organization or one application.
 * @csspart role - One role.
 * @csspart search - The search field; there are few roles where it is missing.
 * @csspart conflict - What somebody else has changed beside what was chosen.
 * @csspart bar - What is not saved yet.
 * @csspart notice - What stands in place of roles that cannot be shown.
 * @cssstate loading - The roles are on their way.
 * @cssstate changed - Something is chosen and not saved.
 * @fires {BeforeMemberRolesChangeEvent} tessera-before-member-roles-change - A person saves; can be stopped.
 * @fires {MemberRolesChangedEvent} tessera-member-roles-changed - The server has changed the roles.
 * @fires {Event} change - A person has chosen, in a form field of given choices.
 */
export class TesseraRoleAssigner extends LitElement {
  static readonly formAssociated = true;
  static override styles = [tokens, controls, avatarStyles, noticeStyles, styles];

  /** The member whose roles are shown. */
  @property({ attribute: 'user-id' }) userId: string | undefined;

  /** Shows only what the member has. */
  @property({ type: Boolean, attribute: 'view-only' }) viewOnly = false;

  /** The organization roles to choose from, without a backend. */
  @property({ attribute: false }) organizationRoles: readonly RoleChoice[] | undefined;

  /** The applications with the roles to choose from, without a backend. */
  @property({ attribute: false }) applications: readonly ApplicationChoice[] | undefined;

  /** What is chosen of the given choices; the attribute holds it as JSON, and is where a form begins. */
  @property({ converter: { fromAttribute: selectionIn } })
  get value(): RoleSelection {
    return this.#value;
  }

  set value(value: RoleSelection) {
    this.#value = value;
    this.#internals.setFormValue(this.#isGiven ? JSON.stringify(value) : null);
  }

  /** The form field's name. */
  @property({ reflect: true }) name: string | undefined;

  /** Nothing can be chosen, and nothing is submitted. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** A form with nothing chosen here is not valid. */
  @property({ type: Boolean, reflect: true }) required = false;

  @state() private draft: RoleDraft = emptyDraft;
  @state() private folds: ReadonlyMap<string, boolean> = new Map();
  @state() private searches: ReadonlyMap<string, string> = new Map();
  @state() private saving = false;
  @state() private savedSome: string | undefined;
  @state() private announcement = '';
  @state() private formDisabled = false;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, {
    actions: actionWords,
    roleAssignment: roleAssignmentWords,
    roleNames,
  });
  readonly #context = new ContextController(this);
  readonly #roles = new MemberRoles(this, () => this.#asked);
  readonly #saving = new RoleSaving(this);
  readonly #drafts = new Map<string, RoleDraft>();
  #value = nothingChosen;
  #subject = '';
  #lastTouched: string | undefined;

  /** The form is put back to its start: to the value of the attribute. */
  formResetCallback(): void {
    this.value = selectionIn(this.getAttribute('value'));
  }

  /** A fieldset around it was switched off, or on again. */
  formDisabledCallback(disabled: boolean): void {
    this.formDisabled = disabled;
  }

  /** The browser brings back what stood in the form before. */
  formStateRestoreCallback(state: string): void {
    this.value = selectionIn(state);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('organizationRoles') || changed.has('applications')) this.value = this.#value;
    const { client, organizationId, userId } = this.#asked ?? {};
    const subject = JSON.stringify([client?.identity(), organizationId, userId]);
    if (subject !== this.#subject) this.#turnTo(subject);
  }

  protected override update(changed: PropertyValues<this>): void {
    // Here, because the answers have only now become those of the present member.
    const { parts } = this.#roles;
    if (parts && !this.saving) this.draft = rebased(this.draft, parts);
    super.update(changed);
  }

  protected override updated(): void {
    const { parts, error } = this.#roles;
    this.#setState('loading', this.#asked !== undefined && !parts && !error);
    this.#setState('changed', this.draft.size > 0);
    this.#validate();
  }

  /** Asks the backend again for what could not be loaded, or for everything that is shown. */
  reload(): void {
    this.#roles.reload();
  }

  /** Moves the focus to the first part. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('summary')?.focus(options);
  }

  override render() {
    if (this.#isGiven) return this.#parts.map((part, index) => this.#part(part, index));
    const { error, parts } = this.#roles;
    if (this.userId === undefined) return this.#nobody();
    if (error?.code === 'forbidden') return this.#forbidden();
    if (error) return this.#failure();
    if (!parts) return this.#skeleton();
    return html`
      <div class="parts" aria-busy=${this.saving}>
        ${parts.map((part, index) => this.#part(part, index))} ${this.#missing()}
      </div>
      ${this.#bar()}
      <p class="hidden" role="status">${this.announcement}</p>
    `;
  }

  #part(part: RolePart, index: number) {
    const { words } = this.#text;
    return rolePart(
      {
        words,
        part,
        index,
        chosen: choiceIn(part, this.draft),
        open: this.#isOpen(part),
        changed: differenceOf(part, this.draft) !== undefined,
        searched: this.searches.get(part.key) ?? '',
        viewOnly: this.viewOnly,
        idle: this.saving,
        disabled: this.disabled || this.formDisabled,
        above: isContested(part, this.draft) && !this.saving ? this.#contest(part) : nothing,
      },
      {
        fold: (open) => (this.folds = new Map(this.folds).set(part.key, open)),
        search: (typed) => (this.searches = new Map(this.searches).set(part.key, typed)),
        give: (roleId, on) => this.#choose(part, withRole(this.draft, part, roleId, on), roleId),
        enter: (on) => this.#choose(part, withEntry(this.draft, part, on), ''),
        end: (expiresAt) => this.#choose(part, withEnd(this.draft, part, expiresAt)),
      },
    );
  }

  #contest(part: RolePart) {
    const resolve = (draft: RoleDraft) => {
      this.draft = draft;
      this.#saving.forgive(part);
      void this.updateComplete.then(() => this.#focusOn(part));
    };
    return contest(this.#text.words, part, this.draft, {
      takeNow: () => resolve(withoutPart(this.draft, part)),
      keepMine: () => resolve(keptChoice(this.draft, part)),
    });
  }

  /** What could not be loaded, or does not exist, beside what is shown. */
  #missing() {
    const { catalogueError, applicationsError, hasApplications, parts } = this.#roles;
    const { words } = this.#text;
    const { catalogueFailed, applicationsFailed, accessForbidden, noApplications } =
      words.roleAssignment;
    if (applicationsError?.code === 'forbidden') {
      return html`<p class="note">${lockIcon} ${accessForbidden}</p>`;
    }
    const error = applicationsError ?? catalogueError;
    if (error) {
      return html`<div class="note" role="alert">
        ${circleAlertIcon}
        <span>
          ${applicationsError ? applicationsFailed : catalogueFailed} ${words.errors[error.code]}
        </span>
        <button class="button" type="button" @click=${this.#retry}>${words.common.retry}</button>
      </div>`;
    }
    const none = hasApplications && parts?.length === 1;
    return none ? html`<p class="note">${noApplications}</p>` : nothing;
  }

  #bar() {
    const { words } = this.#text;
    const failures = this.#differences.flatMap(({ part }) => {
      const error = this.saving ? undefined : this.#saving.errorOf(part);
      return error ? [{ part, error }] : [];
    });
    return unsavedBar({
      words,
      differences: this.#differences,
      contested: this.saving ? [] : this.#parts.filter((part) => isContested(part, this.draft)),
      failures,
      savedSome: this.savedSome,
      busy: this.saving,
      save: () => void this.#save(),
      discard: () => this.#discard(),
    });
  }

  #skeleton() {
    return html`<div class="skeleton" aria-hidden="true">
        ${[58, 44, 52].map(
          (width) => html`<div><i></i><span .style=${`inline-size:${width}%`}></span></div>`,
        )}
      </div>
      <p class="hidden" role="status">${this.#text.words.common.loading}</p>`;
  }

  #nobody() {
    const { nobody, nobodyHint } = this.#text.words.roleAssignment;
    return notice({ icon: usersIcon, title: nobody, sentence: nobodyHint });
  }

  #forbidden() {
    const { forbidden, forbiddenHint } = this.#text.words.roleAssignment;
    return notice({ icon: lockIcon, title: forbidden, sentence: forbiddenHint });
  }

  #failure() {
    const { error } = this.#roles;
    const { words } = this.#text;
    if (!error) return nothing;
    return notice({
      icon: circleAlertIcon,
      title: words.roleAssignment.failed,
      sentence: `${words.errors[error.code]} ${words.common.unharmed}`,
      action: { label: words.common.retry, run: () => this.#retry() },
      requestId: error.requestId && words.common.requestId(error.requestId),
      urgent: true,
    });
  }

  get #isGiven(): boolean {
    return this.organizationRoles !== undefined || this.applications !== undefined;
  }

  get #asked(): MemberAsked | undefined {
    const { client, organization } = this.#context;
    const { userId } = this;
    if (this.#isGiven || !client || !organization || userId === undefined) return undefined;
    return { client, organizationId: organization.organizationId, userId };
  }

  get #parts(): readonly RolePart[] {
    return this.#isGiven
      ? givenParts(this.organizationRoles, this.applications, this.value)
      : (this.#roles.parts ?? []);
  }

  /** What would be saved; what is contested waits for a decision. */
  get #differences(): readonly { part: RolePart; difference: Difference }[] {
    return this.#parts.flatMap((part) => {
      const difference = differenceOf(part, this.draft);
      const waits = isContested(part, this.draft) && !this.saving;
      return difference && !waits ? [{ part, difference }] : [];
    });
  }

  #isOpen(part: RolePart): boolean {
    const few = this.#parts.length <= fewParts || part.applicationId === undefined;
    return this.folds.get(part.key) ?? (few || isContested(part, this.draft));
  }

  /** Another member: nothing of the former one is shown, and what was chosen waits for their return. */
  #turnTo(subject: string): void {
    if (this.draft.size > 0) this.#drafts.set(this.#subject, this.draft);
    else this.#drafts.delete(this.#subject);
    this.#subject = subject;
    this.draft = this.#drafts.get(subject) ?? emptyDraft;
    this.folds = this.searches = new Map();
    this.#saving.forget();
    this.saving = false;
    this.announcement = '';
    this.savedSome = undefined;
  }

  #choose(part: RolePart, draft: RoleDraft, roleId?: string): void {
    this.announcement = '';
    this.#lastTouched = `[data-key="${CSS.escape(part.key)}"] [value="${CSS.escape(roleId ?? '')}"]`;
    if (this.#isGiven) return this.#take(part, draft);
    this.#saving.forgive(part);
    this.savedSome = undefined;
    this.draft = draft;
  }

  /** A form field has no draft: what is chosen is its value. */
  #take(part: RolePart, draft: RoleDraft): void {
    const held = choiceIn(part, draft);
    this.value = selectionOf(
      this.#parts.map((one) => (one.key === part.key ? { ...one, held } : one)),
    );
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  async #save(): Promise<void> {
    const [asked, subject] = [this.#asked, this.#subject];
    if (!asked || this.saving) return;
    const { organizationId, userId } = asked;
    const differences = this.#differences;
    const changes = new Map(
      differences.map(({ part, difference }) => [part.key, changeOf(part, difference)]),
    );
    const all = [...changes.values()];
    const before = new BeforeMemberRolesChangeEvent(organizationId, userId, all);
    if (!this.dispatchEvent(before)) return;
    this.saving = true;
    this.announcement = '';
    const saved = await this.#write(
      asked,
      differences.map(({ part }) => part),
    );
    const done = saved.flatMap(({ key }) => changes.get(key) ?? []);
    if (done.length > 0) {
      this.dispatchEvent(new MemberRolesChangedEvent(organizationId, userId, done));
    }
    if (subject === this.#subject) this.#tell(saved, differences.length);
  }

  /**
   * Writes parts and waits for the server's word about them. Where somebody else wrote in between, but
   * left these roles as they were, there is nothing to ask anybody about: the part is written again.
   */
  async #write(
    asked: MemberAsked,
    parts: readonly RolePart[],
    again = true,
  ): Promise<readonly RolePart[]> {
    const { client, organizationId } = asked;
    const subject = this.#subject;
    const saved: RolePart[] = [];
    await this.#saving.save(asked, parts, this.draft, (part) => {
      saved.push(part);
      if (subject === this.#subject) this.draft = savedPart(this.draft, part);
    });
    refresh(client, [client.identity(), organizationId], ['members', 'access']);
    if (subject !== this.#subject) return saved;
    const fresh = await this.#roles.catchUp().then(
      () => this.#roles.parts ?? [],
      // What is shown is then not the server's latest word; the next answer will be.
      () => [],
    );
    if (subject !== this.#subject) return saved;
    if (fresh.length > 0) this.draft = rebased(this.draft, fresh);
    const overtaken = fresh.filter(
      (part) =>
        this.#saving.errorOf(part)?.code === 'version_conflict' &&
        differenceOf(part, this.draft) !== undefined &&
        !isContested(part, this.draft),
    );
    if (!again || overtaken.length === 0) return saved;
    return [...saved, ...(await this.#write(asked, overtaken, false))];
  }

  #tell(saved: readonly RolePart[], asked: number): void {
    const { words } = this.#text;
    const { savedSome, saved: sentence } = words.roleAssignment;
    const total = new Intl.NumberFormat(words.language).format(asked);
    const inBar = this.renderRoot.querySelector('.bar')?.matches(':focus-within') ?? false;
    const whole = saved.length === asked;
    this.savedSome = !whole && saved.length > 0 ? savedSome(saved.length, total) : undefined;
    this.saving = false;
    if (!whole) return;
    this.announcement = sentence(
      listed(
        words,
        saved.map((part) => placeOf(words, part)),
      ),
    );
    if (inBar) this.#focusBack();
  }

  #discard(): void {
    if (this.saving) return;
    this.#saving.forget();
    this.savedSome = undefined;
    this.draft = emptyDraft;
    this.#focusBack();
  }

  #retry(): void {
    this.reload();
    void this.updateComplete.then(() => this.focus());
  }

  /** The bar goes away with the button that was pressed: on with what was touched last. */
  #focusBack(): void {
    void this.updateComplete.then(() => {
      const touched =
        this.#lastTouched && this.renderRoot.querySelector<HTMLElement>(this.#lastTouched);
      if (touched) touched.focus();
      else this.focus();
    });
  }

  #focusOn({ key }: RolePart): void {
    const part = this.renderRoot.querySelector(`[data-key="${CSS.escape(key)}"]`);
    part?.querySelector('summary')?.focus();
  }

  #validate(): void {
    const { organizationRoleIds, access } = this.value;
    const chosen = organizationRoleIds.length + access.length > 0;
    const missing = this.required && this.#isGiven && !chosen;
    const anchor = this.renderRoot.querySelector<HTMLElement>('input[type="checkbox"], summary');
    const { choose } = this.#text.words.roleAssignment;
    if (missing) this.#internals.setValidity({ valueMissing: true }, choose, anchor ?? undefined);
    else this.#internals.setValidity({});
  }

  #setState(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }
}

function changeOf({ applicationId }: RolePart, { added, removed, entry }: Difference): RoleChange {
  return {
    applicationId,
    added: added.map(({ roleId }) => roleId),
    removed: removed.map(({ roleId }) => roleId),
    withdrawn: entry === 'taken',
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-role-assigner': TesseraRoleAssigner;
  }
}
