import type { DirectoryClient } from '@tesserakit/client';
import type { AccessCell, AccessRow, MemberAccess } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { avatar } from '../theme/avatar.js';
import { circleAlertIcon } from '../theme/icons.js';
import type { MatrixChanges } from './matrix-changes.js';
import type { Edit } from './matrix-draft.js';
import { holdingOf, missing, type Holding } from './matrix-holdings.js';
import { calledIn, refusalIn, rolesIn } from './matrix-words.js';

type UnsavedWords = Words<'accessMatrix' | 'accessEditing' | 'actions'>;

/** So many are told; the rest as a number. */
const shown = 50;

/** So many are asked about at the same time. */
const atOnce = 6;

/**
 * All that is not saved, one by one: first what was refused, each with its reason, and where somebody
 * else was faster, what is there now beside what was chosen.
 */
export function unsavedList(
  words: UnsavedWords,
  changes: MatrixChanges,
  keepAll: () => void,
): TemplateResult {
  const { accessEditing } = words;
  const refused = changes.unsaved;
  const conflicts = refused.filter(isConflict);
  const rest = changes.draft.open.filter((edit) => !refused.includes(edit));
  const all = [...refused, ...rest];
  return html`<div
    class="unsaved"
    part="unsaved"
    role="group"
    tabindex="0"
    aria-label=${accessEditing.changes(all.length)}
  >
    ${
      conflicts.length > 1
        ? html`<p class="deeds">
            <button class="button" type="button" @click=${() => changes.discard(conflicts)}>
              ${accessEditing.takeAllNow}
            </button>
            <button class="button" type="button" @click=${keepAll}>
              ${accessEditing.keepAllMine}
            </button>
          </p>`
        : nothing
    }
    <ul>
      ${all.slice(0, shown).map((edit) => html`<li>${line(words, changes, edit)}</li>`)}
    </ul>
    ${all.length > shown ? html`<p class="muted">${accessEditing.moreConflicts(all.length - shown)}</p>` : nothing}
  </div>`;
}

export function isConflict({ code, now }: Edit): boolean {
  return now !== undefined || code === 'version_conflict';
}

function line(words: UnsavedWords, changes: MatrixChanges, edit: Edit) {
  const { member, application } = edit.target;
  const called = calledIn(member);
  return html`${avatar({ id: member.userId, name: member.name || member.email, picture: member.picture })}
    <div class="what">
      <strong class="truncated" title=${member.email}>${called}</strong>
      <bdi class="truncated muted">${application.name}</bdi>
    </div>
    <div class="how">
      ${edit.now ? sides(words, changes, edit) : html`<p>${difference(words, edit)}</p>`}
      ${
        edit.now || edit.code !== undefined
          ? html`<p class="refusal">
              ${circleAlertIcon}<span
                >${refusalIn(words, edit.now ? 'version_conflict' : (edit.code ?? ''))}</span
              >
            </p>`
          : nothing
      }
    </div>
    ${
      edit.now
        ? nothing
        : html`<button class="button quiet" type="button" @click=${() => changes.discard([edit])}>
            ${words.actions.undo}
          </button>`
    }`;
}

function difference(words: UnsavedWords, { target, chosen }: Edit): string {
  const { accessMatrix, accessEditing } = words;
  if (!chosen.granted) return accessEditing.withdrawn;
  const before = holdingOf(target.cell);
  const only = (roleIds: readonly string[]) =>
    rolesIn(words, target.application, { granted: true, roleIds });
  const added = missing(chosen.roleIds, before.roleIds);
  const removed = missing(before.roleIds, chosen.roleIds);
  const said = [
    ...(added.length > 0 ? [accessEditing.adds(only(added))] : []),
    ...(removed.length > 0 ? [accessEditing.removes(only(removed))] : []),
  ];
  return said.length > 0 ? said.join(' · ') : accessMatrix.withoutRole;
}

function sides(words: UnsavedWords, changes: MatrixChanges, edit: Edit) {
  const { accessEditing } = words;
  const { application } = edit.target;
  const side = (title: string, holding: Holding, label: string, take: () => void) =>
    html`<div class="side">
      <span class="muted">${title}</span>
      <p>${rolesIn(words, application, holding)}</p>
      <button class="button" type="button" @click=${take}>${label}</button>
    </div>`;
  return html`<div class="sides">
    ${side(accessEditing.now, holdingOf(edit.now?.cell), accessEditing.takeNow, () => changes.discard([edit]))}
    ${side(accessEditing.yours, edit.chosen, accessEditing.keepMine, () => changes.keep([edit]))}
  </div>`;
}

/**
 * Reads what is there now of cells that somebody else has changed.
 *
 * @throws TesseraError
 */
export async function readAgain(
  client: DirectoryClient,
  organizationId: string,
  edits: readonly Edit[],
  found: (member: AccessRow) => void,
): Promise<void> {
  const members = new Map(edits.map(({ target: { member } }) => [member.userId, member]));
  const waiting = [...members];
  const read = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [userId, member] = next;
      const { items } = await client.access.list({ organizationId, userId });
      found({ ...member, cells: items.map((access) => cellOf(access)) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, read));
}

function cellOf({
  applicationId,
  granted,
  roles,
  expiresAt,
  version,
  entry,
}: MemberAccess): AccessCell {
  const over = granted && roles.length > 0 && roles.every(({ inForce }) => inForce === 'no_access');
  const inForce = granted && !over && !(roles.length === 0 && isPast(expiresAt) && entry !== true);
  return { applicationId, granted, inForce, roles, expiresAt, version };
}

function isPast(expiresAt: string | undefined): boolean {
  return expiresAt !== undefined && Date.parse(expiresAt) <= Date.now();
}
