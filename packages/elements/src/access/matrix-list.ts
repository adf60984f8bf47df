import type { AccessRow, Application } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Words } from '../text/catalogue.js';
import { seen } from '../text/open-words.js';
import { avatar } from '../theme/avatar.js';
import { pencilIcon } from '../theme/icons.js';
import type { MatrixDraft } from './matrix-draft.js';
import type { Target } from './matrix-rules.js';
import { awaited, columnsOf, type Given, type MatrixRows } from './matrix-source.js';
import { calledIn, isolated, refusalIn, rolesIn } from './matrix-words.js';

type ListWords = Words<'accessMatrix' | 'accessEditing' | 'actions'>;

/** The matrix as a list of members. */
export interface ListLook {
  readonly words: ListWords;
  readonly rows: MatrixRows;
  readonly applications: readonly Application[];
  readonly draft: MatrixDraft;
  /** How many members are shown. */
  readonly shown: number;
  /** Absent where nothing may be changed. */
  readonly edit: ((target: Target, opener: HTMLElement) => void) | undefined;
  more(): void;
}

/** Each member with what they may use; the same as the grid, to be read from top to bottom. */
export function memberList(look: ListLook): TemplateResult {
  const { words, rows, shown, more } = look;
  const { accessMatrix, accessEditing } = words;
  const count = Math.min(shown, rows.total);
  const columns = columnsOf(look.applications);
  const numbers = Array.from({ length: count }, (_, row) => row);
  return html`<ul class="list" part="list" aria-label=${accessMatrix.title}>
      ${repeat(
        numbers,
        (row) => rows.member(row)?.userId ?? row,
        (row) => {
          const member = rows.member(row);
          return member
            ? person(look, member, row, columns)
            : html`<li class="muted">${words.common.loading}</li>`;
        },
      )}
    </ul>
    ${
      rows.total > count
        ? html`<p class="deeds">
            <button class="button" type="button" @click=${more}>${accessEditing.more}</button>
          </p>`
        : nothing
    }`;
}

function person(
  look: ListLook,
  member: AccessRow,
  row: number,
  columns: ReadonlyMap<string, number>,
): TemplateResult {
  const { words, rows, applications, draft, edit } = look;
  const { accessMatrix, accessEditing } = words;
  const { userId, name, email, picture, status } = member;
  const given = new Array<Given>(columns.size);
  rows.fill(row, columns, given);
  const targets = applications.flatMap((application, column) => {
    const cell = given[column];
    return cell === awaited ? [] : [{ member, application, cell }];
  });
  const shown = targets.filter(
    (target) => target.cell?.granted || draft.of(userId, target.application.applicationId),
  );
  const others = targets.filter((target) => !shown.includes(target));
  const said = accessMatrix.statuses[status];
  return html`<li>
    <div class="identity">
      ${avatar({ id: userId, name: seen(name, email), picture })}
      <span
        ><bdi class="truncated name">${seen(name, email)}</bdi
        ><bdi class="truncated muted email"
          >${said ? `${said} · ${isolated(email)}` : email}</bdi
        ></span
      >
    </div>
    <ul>
      ${shown.map((target) => entry(look, target))}
      ${shown.length === 0 ? html`<li class="muted">${accessMatrix.noAccess}</li>` : nothing}
    </ul>
    ${
      edit && others.length > 0
        ? html`<select
            class="field"
            aria-label="${accessEditing.giveAnother} ${calledIn(member)}"
            @change=${(event: Event) => {
              const choice = event.target as HTMLSelectElement;
              const target = others.find(
                ({ application }) => application.applicationId === choice.value,
              );
              choice.value = '';
              if (target) edit(target, choice);
            }}
          >
            <option value="">${accessEditing.giveAnother}</option>
            ${others.map(({ application }) => html`<option value=${application.applicationId}>${application.name}</option>`)}
          </select>`
        : nothing
    }
  </li>`;
}

function entry({ words, draft, edit }: ListLook, target: Target): TemplateResult {
  const { accessEditing, errors } = words;
  const { member, application, cell } = target;
  const change = draft.of(member.userId, application.applicationId);
  const outside =
    cell?.inForce && cell.roles.some(({ inForce }) => inForce === 'role_outside_ceiling');
  const label = accessEditing.edit(isolated(application.name), calledIn(member));
  return html`<li class=${change && !change.saved ? 'edited' : ''}>
    <bdi class="truncated">${application.name}</bdi>
    <span class="muted"
      >${rolesIn(words, application, draft.chosenIn(target))}
      ${outside ? html`<small class="warning">${errors.role_outside_ceiling}</small>` : nothing}
      ${change ? html`<small class="said">${change.saved ? accessEditing.saved : change.now || change.code !== undefined ? refusalIn(words, change.now ? 'version_conflict' : (change.code ?? '')) : accessEditing.notSaved}</small>` : nothing}
    </span>
    ${
      edit
        ? html`<button
            type="button"
            class="button quiet icon-only"
            aria-label=${label}
            title=${label}
            @click=${(event: Event) => edit(target, event.currentTarget as HTMLElement)}
          >
            ${pencilIcon}
          </button>`
        : nothing
    }
  </li>`;
}
