import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { toggled } from '../applications/share-draft.js';
import type { Words } from '../text/catalogue.js';
import { seen } from '../text/open-words.js';
import type { EditedRole } from './role-editor-draft.js';

export type FormWords = Words<'actions' | 'impact' | 'roleForm' | 'roleNames'>;

/** What is entered of a role or role group. */
export interface RoleFormDraft {
  readonly name: string;
  readonly key: string;
  readonly description: string;
  /** Of a role group. */
  readonly roleIds: readonly string[];
}

/** The form of a key, as the contract says. */
export const keyForm = /^[a-z][a-z0-9_.:-]{0,63}$/;

interface Fields {
  readonly draft: RoleFormDraft;
  /** Whether what is wrong is shown. */
  readonly tried: boolean;
  readonly hasKey: boolean;
  readonly keyIsFixed: boolean;
  readonly hasDescription: boolean;
  /** To choose from, for a role group. */
  readonly roles: readonly EditedRole[] | undefined;
  change(change: Partial<RoleFormDraft>): void;
  submit(): void;
}

/** The fields of a role or role group. */
export function roleFields(words: FormWords, fields: Fields): TemplateResult {
  const { roleForm } = words;
  const { draft, tried, hasKey, keyIsFixed, hasDescription, roles, change } = fields;
  const keyIsWrong = tried && !keyForm.test(draft.key.trim());
  return html`<form
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      fields.submit();
    }}
  >
    ${text('name', roleForm.name, draft.name, 120, tried && draft.name.trim() === '', (name) =>
      change({ name }),
    )}
    ${
      hasKey
        ? html`${text('key', roleForm.key, draft.key, 64, keyIsWrong, (key) => change({ key }), {
            hint: keyIsWrong ? roleForm.keyWrong : roleForm.keyHint,
            fixed: keyIsFixed,
          })}`
        : nothing
    }
    ${
      hasDescription
        ? text('description', roleForm.description, draft.description, 500, false, (description) =>
            change({ description }),
          )
        : nothing
    }
    ${
      roles
        ? html`<fieldset>
            <legend class="label">${roleForm.roles}</legend>
            ${roles.map(
              ({ roleId, name }) =>
                html`<label class="check">
                  <input
                    type="checkbox"
                    value=${roleId}
                    .checked=${live(draft.roleIds.includes(roleId))}
                    @change=${(event: Event) =>
                      change({
                        roleIds: toggled(
                          draft.roleIds,
                          roleId,
                          (event.target as HTMLInputElement).checked,
                        ),
                      })}
                  />
                  <bdi>${seen(name, roleId)}</bdi>
                </label>`,
            )}
          </fieldset>`
        : nothing
    }
    <button class="hidden" tabindex="-1" aria-hidden="true"></button>
  </form>`;
}

function text(
  id: string,
  label: string,
  value: string,
  longest: number,
  isWrong: boolean,
  change: (typed: string) => void,
  { hint = '', fixed = false } = {},
) {
  return html`<div class="entry">
    <label class="label" for="form-${id}">${label}</label>
    <input
      class="field"
      id="form-${id}"
      autocomplete="off"
      maxlength=${longest}
      ?readonly=${fixed}
      aria-invalid=${isWrong ? 'true' : nothing}
      aria-describedby=${hint ? `form-${id}-hint` : nothing}
      .value=${live(value)}
      @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
    />
    ${hint ? html`<p class="hint" id="form-${id}-hint">${hint}</p>` : nothing}
  </div>`;
}
