import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { isFocusNowhere } from '../data/focus.js';
import { actionWords } from '../text/actions.js';
import { roleAssignmentWords } from '../text/role-assignment.js';
import { roleNames } from '../text/role-names.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { noticeStyles } from '../theme/notice.js';
import { skeletonStyles } from '../theme/skeleton.js';
import { tokens } from '../theme/tokens.js';
import {
  BeforeMemberRolesChangeEvent,
  MemberRolesChangedEvent,
  type RoleChange,
} from './events.js';
import type { MemberAsked } from './member-roles.js';
import { styles } from './role-assigner.styles.js';
import { RoleAssignment, type Unsaved } from './role-assignment.js';
import { contest, unsavedBar } from './role-difference.js';
import { differenceStyles } from './role-difference.styles.js';
import {
  choiceIn,
  differenceOf,
  keptChoice,
  withEnd,
  withEntry,
  withoutPart,
  withRole,
  type RoleDraft,
  type RolePart,
} from './role-draft.js';
import { rolePart, type PartDeeds, type PartLook } from './role-fieldset.js';
import { nobodyChosen, partsMissing, rolesFailed, rolesSkeleton } from './role-notices.js';
import {
  givenParts,
  nothingChosen,
  selectionIn,
  selectionOf,
  type ApplicationChoice,
  type RoleChoice,
  type RoleSelection,
} from './role-parts.js';
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
  static override styles = [
    tokens,
    controls,
    avatarStyles,
    noticeStyles,
    skeletonStyles,
    styles,
    differenceStyles,
  ];

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

  @state() private folds: ReadonlyMap<string, boolean> = new Map();
  @state() private searches: ReadonlyMap<string, string> = new Map();
  @state() private formDisabled = false;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, {
    actions: actionWords,
    roleAssignment: roleAssignmentWords,
    roleNames,
  });
  readonly #context = new ContextController(this);
  readonly #assignment = new RoleAssignment(
    this,
    () => this.#asked,
    () => this.#startOver(),
  );
  #value = nothingChosen;
  /** Where the focus goes when the button that had it is no more. */
  #lastTouched = 'summary';

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
  }

  protected override updated(): void {
    const { roles, draft } = this.#assignment;
    this.#setState('loading', this.#asked !== undefined && !roles.parts && !roles.error);
    this.#setState('changed', draft.size > 0);
    this.#validate();
  }

  /** Asks the backend again for what could not be loaded, or for everything that is shown. */
  reload(): void {
    this.#assignment.roles.reload();
  }

  /** Moves the focus to the first part. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('summary')?.focus(options);
  }

  override render() {
    const { words } = this.#text;
    const { roles, busy } = this.#assignment;
    const { error, parts } = roles;
    if (this.#isGiven) return this.#parts.map((part, index) => this.#part(part, index));
    if (this.userId === undefined) return nobodyChosen(words);
    if (error) return rolesFailed(words, error, () => this.#retry());
    if (!parts) return rolesSkeleton(words);
    return html`
      <div class="parts" aria-busy=${busy}>
        ${parts.map((part, index) => this.#part(part, index))}
        ${partsMissing(words, roles, () => this.#retry())}
      </div>
      ${this.viewOnly ? nothing : this.#bar()}
      <p class="hidden" role="status">${this.#announcement()}</p>
    `;
  }

  #part(part: RolePart, index: number) {
    const { draft, busy } = this.#assignment;
    const look: PartLook = {
      words: this.#text.words,
      part,
      index,
      chosen: choiceIn(part, draft),
      open: this.#isOpen(part),
      changed: differenceOf(part, draft) !== undefined,
      searched: this.searches.get(part.key) ?? '',
      viewOnly: this.viewOnly,
      idle: busy,
      disabled: this.disabled || this.formDisabled,
      above: this.#assignment.isContested(part) ? this.#contest(part) : nothing,
    };
    return rolePart(look, this.#deedsIn(part));
  }

  #deedsIn(part: RolePart): PartDeeds {
    // Asked for at each deed: two may come before the next drawing.
    const draft = () => this.#assignment.draft;
    return {
      fold: (open) => (this.folds = new Map(this.folds).set(part.key, open)),
      search: (typed) => (this.searches = new Map(this.searches).set(part.key, typed)),
      give: (roleId, on) => this.#choose(part, withRole(draft(), part, roleId, on), roleId),
      enter: (on) => this.#choose(part, withEntry(draft(), part, on)),
      end: (expiresAt) => this.#choose(part, withEnd(draft(), part, expiresAt)),
    };
  }

  #contest(part: RolePart) {
    const { draft } = this.#assignment;
    const resolve = (next: RoleDraft) => {
      this.#assignment.choose(part, next);
      this.#focusOn(`${partIn(part)} summary`);
    };
    return contest(this.#text.words, part, draft, {
      takeNow: () => resolve(withoutPart(draft, part)),
      keepMine: () => resolve(keptChoice(draft, part)),
    });
  }

  #bar() {
    const { words } = this.#text;
    const { parts, unsaved, busy, outcome, wait } = this.#assignment;
    const contested = parts.filter((part) => this.#assignment.isContested(part));
    const failures = unsaved.flatMap(({ part }) => {
      const failure = this.#assignment.failureOf(part);
      return failure ? [{ part, ...failure }] : [];
    });
    return unsavedBar({
      words,
      unsaved,
      failures,
      contested,
      outcome,
      busy,
      wait,
      save: () => void this.#save(),
      discard: () => this.#discard(),
    });
  }

  #announcement() {
    const { words } = this.#text;
    const { saved, asked } = this.#assignment.outcome ?? { saved: [], asked: 0 };
    if (asked === 0 || saved.length < asked) return nothing;
    const places = saved.map((part) => placeOf(words, part));
    return words.roleAssignment.saved(listed(words, places));
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
      : this.#assignment.parts;
  }

  #isOpen(part: RolePart): boolean {
    const few = this.#parts.length <= fewParts || part.applicationId === undefined;
    return this.folds.get(part.key) ?? (few || this.#assignment.isContested(part));
  }

  #startOver(): void {
    this.folds = this.searches = new Map();
    this.#lastTouched = 'summary';
  }

  #choose(part: RolePart, draft: RoleDraft, roleId = ''): void {
    this.#lastTouched = `${partIn(part)} input[value="${CSS.escape(roleId)}"]`;
    if (this.#isGiven) this.#take(part, draft);
    else this.#assignment.choose(part, draft);
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
    const { unsaved, busy, wait } = this.#assignment;
    const asked = this.#asked;
    if (!asked || busy || wait > 0) return;
    const { organizationId, userId } = asked;
    const before = new BeforeMemberRolesChangeEvent(organizationId, userId, unsaved.map(changeOf));
    if (!this.dispatchEvent(before)) return;
    const pressed = this.#isFocusInBar;
    const { saved } = await this.#assignment.save(asked);
    const done = unsaved.filter(({ part }) => saved.some(({ key }) => key === part.key));
    if (done.length === 0) return;
    this.dispatchEvent(new MemberRolesChangedEvent(organizationId, userId, done.map(changeOf)));
    await this.updateComplete;
    // The bar went away with the button that was pressed; the person may have moved on, too.
    const lost = pressed && !this.matches(':focus-within') && isFocusNowhere();
    if (lost) this.#focusOn(this.#lastTouched);
  }

  #discard(): void {
    if (this.#assignment.busy) return;
    const pressed = this.#isFocusInBar;
    this.#assignment.discard();
    if (pressed) this.#focusOn(this.#lastTouched);
  }

  #retry(): void {
    this.reload();
    this.#focusOn('summary');
  }

  get #isFocusInBar(): boolean {
    return this.renderRoot.querySelector('.bar:focus-within') !== null;
  }

  #focusOn(selector: string): void {
    void this.updateComplete.then(() => {
      const target = this.renderRoot.querySelector<HTMLElement>(selector);
      if (target) target.focus();
      else this.focus();
    });
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

function partIn({ key }: RolePart): string {
  return `[data-key="${CSS.escape(key)}"]`;
}

function changeOf({ part, difference }: Unsaved): RoleChange {
  const { added, removed, entry } = difference;
  return {
    applicationId: part.applicationId,
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
