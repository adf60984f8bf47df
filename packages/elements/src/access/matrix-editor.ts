import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Words } from '../text/catalogue.js';
import { spokenMoment } from '../text/moments.js';
import { lockIcon } from '../theme/icons.js';
import type { MatrixDraft } from './matrix-draft.js';
import { holdingOf } from './matrix-holdings.js';
import type { Change, Target } from './matrix-rules.js';
import { calledIn, isolated, refusalIn } from './matrix-words.js';

type EditorWords = Words<'accessMatrix' | 'accessEditing' | 'actions'>;

/** What is edited, and how. */
export interface EditorLook {
  readonly words: EditorWords;
  readonly targets: readonly Target[];
  readonly draft: MatrixDraft;
  /** Nothing can be changed at the moment, or here. */
  readonly idle: boolean;
  change(change: Change): void;
  close(): void;
}

/** The roles of one cell or of many, ready to be given and taken; what is chosen is kept at once. */
export function editor(look: EditorLook): TemplateResult {
  const { words, targets, close } = look;
  const { accessEditing } = words;
  const [first] = targets;
  const isOne = targets.every(({ application }) => application === first?.application);
  return html`<h2 id="editor-title">${titleOf(words, targets, isOne)}</h2>
    ${isOne && first ? roles(look, first) : several(look)}
    <footer>
      ${button(look, accessEditing.take, { kind: 'take' })}
      <button class="button primary" type="button" @click=${close}>${accessEditing.done}</button>
    </footer>`;
}

function titleOf(
  { accessMatrix, accessEditing }: EditorWords,
  targets: readonly Target[],
  isOne: boolean,
) {
  const [first] = targets;
  if (!first) return accessMatrix.title;
  const place = isolated(first.application.name);
  if (targets.length === 1) return accessEditing.rolesOf(calledIn(first.member), place);
  return isOne
    ? accessEditing.rolesOfMany(targets.length, place)
    : accessEditing.accessOfMany(targets.length);
}

function roles(look: EditorLook, first: Target) {
  const { words, targets } = look;
  const { accessEditing, language } = words;
  const { application } = first;
  const held = new Set(targets.flatMap(({ cell }) => holdingOf(cell).roleIds));
  const unknown = [...held].filter((id) => application.roles.every(({ roleId }) => roleId !== id));
  const ends =
    targets.length === 1 && first.cell?.inForce
      ? spokenMoment(first.cell.expiresAt, language)
      : undefined;
  const all = [
    ...application.roles,
    ...unknown.map((roleId) => ({ roleId, name: roleId, description: '' })),
  ];
  return html`<div class="body">
    ${ends ? html`<p class="hint" title=${ends.absolute}>${accessEditing.ends(ends.relative)}</p>` : nothing}
    ${
      application.onboarding.allowsRolelessAccess
        ? row(look, {
            id: 'entry',
            name: accessEditing.roleless,
            description: '',
            change: (on) => ({ kind: on ? 'give' : 'take' }),
            has: (target) => look.draft.chosenIn(target).granted,
          })
        : nothing
    }
    ${all.map(({ roleId, name, description }, index) =>
      row(look, {
        id: `role-${index}`,
        roleId,
        name,
        description,
        change: (on) => ({ kind: 'role', roleId, on }),
        has: (target) => look.draft.chosenIn(target).roleIds.includes(roleId),
      }),
    )}
    ${all.length === 0 ? html`<p class="muted">${accessEditing.noRoles}</p>` : nothing}
  </div>`;
}

interface Row {
  readonly id: string;
  readonly roleId?: string;
  readonly name: string;
  readonly description: string;
  change(on: boolean): Change;
  has(target: Target): boolean;
}

/** A checkbox that stays within reach when it is locked: its reason is read there. */
function row(look: EditorLook, { id, roleId, name, description, change, has }: Row) {
  const { words, targets, draft, idle } = look;
  const { accessEditing, language } = words;
  const number = targets.filter(has).length;
  const checked = number === targets.length;
  const next = change(!checked);
  const reason = refusalOfAll(draft, targets, next);
  const locked = idle || reason !== undefined;
  const some = number > 0 && !checked;
  const total = new Intl.NumberFormat(language).format(targets.length);
  const source = targets.length === 1 ? sourceOf(words, targets[0]!, roleId) : undefined;
  return html`<label class="role ${locked ? 'locked' : ''}">
    <input
      type="checkbox"
      data-role=${roleId ?? nothing}
      .checked=${live(checked)}
      .indeterminate=${live(some)}
      aria-disabled=${locked}
      aria-describedby="about-${id}"
      @click=${(event: Event) => {
        if (locked) event.preventDefault();
        else look.change(next);
      }}
    />
    <span>
      <bdi>${name}</bdi>
      <small id="about-${id}">
        ${some ? html`<span>${accessEditing.partly(number, total)}</span>` : nothing}
        ${source ? html`<span>${source}</span>` : nothing}
        ${reason === undefined ? description : html`<span class="reason">${lockIcon}${refusalIn(words, reason)}</span>`}
      </small>
    </span>
  </label>`;
}

function sourceOf({ accessEditing }: EditorWords, { cell }: Target, roleId: string | undefined) {
  const source = cell?.inForce
    ? cell.roles.find((one) => one.roleId === roleId)?.source
    : undefined;
  return source === undefined ? undefined : accessEditing.sources[source];
}

/** The code of the reason why none of the cells can be changed like this. */
function refusalOfAll(
  draft: MatrixDraft,
  targets: readonly Target[],
  change: Change,
): string | undefined {
  let code: string | undefined;
  for (const target of targets) {
    const refusal = draft.refusalOf(target, change);
    if (refusal === undefined && draft.wouldChange(target, change)) return undefined;
    code ??= refusal;
  }
  return code;
}

/** Cells of several applications: what can be done to all of them alike. */
function several(look: EditorLook) {
  return html`<div class="body">
    ${button(look, look.words.accessEditing.give, { kind: 'give' })}
  </div>`;
}

function button(look: EditorLook, label: string, change: Change) {
  const { words, targets, draft, idle } = look;
  const reason = refusalOfAll(draft, targets, change);
  const idleNow = idle || !targets.some((target) => draft.wouldChange(target, change));
  return html`<button
    class="button"
    type="button"
    aria-disabled=${idleNow || reason !== undefined}
    title=${reason === undefined ? nothing : refusalIn(words, reason)}
    @click=${() => {
      if (!idleNow && reason === undefined) look.change(change);
    }}
  >
    ${label}
  </button>`;
}
