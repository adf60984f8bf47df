import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Words } from '../text/catalogue.js';
import { isolated, seen } from '../text/open-words.js';
import type { GroupChoice, Named, ShareChoices } from './share-choices.js';
import { seatLimitOf, toggled, type ShareDeed, type ShareDraft } from './share-draft.js';

export type ShareWords = Words<'actions' | 'applicationShare' | 'impact'>;

/** What a person changes of a draft. */
export type Choose = (change: Partial<ShareDraft>) => void;

/** The fields of a deed; which there are depends on what the person may choose. */
export function shareForm(
  words: ShareWords,
  deed: ShareDeed,
  draft: ShareDraft,
  choices: ShareChoices,
  choose: Choose,
): TemplateResult {
  const { applicationShare } = words;
  if (deed === 'setDefaults') return defaultsField(words, draft, choices, choose);
  if (deed === 'expose') {
    return boxes({
      name: 'exposed',
      title: applicationShare.exposed,
      options: choices.groups,
      none: applicationShare.noGroups,
      chosen: draft.exposedRoleGroupIds,
      choose: (exposedRoleGroupIds) => choose({ exposedRoleGroupIds }),
    });
  }
  return html`${deed === 'onboard' ? candidates(words, draft, choices.candidates, choose) : nothing}
  ${draft.applicationId && choices.ready ? wholeShare(words, deed, draft, choices, choose) : nothing}`;
}

function wholeShare(
  words: ShareWords,
  deed: ShareDeed,
  draft: ShareDraft,
  choices: ShareChoices,
  choose: Choose,
) {
  const { applicationShare } = words;
  const { roles } = choices;
  return html`${boxes({
      name: 'groups',
      title: applicationShare.groups,
      hint: applicationShare.groupsHint,
      options: choices.groups,
      none: applicationShare.noGroups,
      chosen: draft.roleGroupIds,
      about: (group) => rolesIn(words, group, roles),
      choose: (roleGroupIds) => choose({ roleGroupIds }),
    })}
    ${
      roles.length > 0
        ? html`<details ?open=${draft.roleIds.length > 0}>
            <summary>${applicationShare.roles}</summary>
            ${boxes({
              name: 'roles',
              title: applicationShare.roles,
              isTitled: true,
              hint: applicationShare.rolesHint,
              options: roles,
              none: '',
              chosen: draft.roleIds,
              choose: (roleIds) => choose({ roleIds }),
            })}
          </details>`
        : nothing
    }
    ${defaultsField(words, draft, choices, choose)}
    <label class="check">
      <input
        type="checkbox"
        name="roleless"
        .checked=${live(draft.roleless)}
        @change=${(event: Event) => choose({ roleless: (event.target as HTMLInputElement).checked })}
      />
      ${applicationShare.roleless}
    </label>
    <div class="pair">
      ${seatsField(words, draft, choose)} ${signInField(words, draft, choices.connections, choose)}
      ${deed === 'update' ? statusField(words, draft, choose) : nothing}
    </div>`;
}

function candidates(
  { applicationShare }: ShareWords,
  { applicationId }: ShareDraft,
  options: readonly Named[],
  choose: Choose,
) {
  if (options.length === 0) return html`<p class="muted">${applicationShare.noCandidates}</p>`;
  return html`<label class="label" for="application">${applicationShare.application}</label>
    ${select('application', applicationId, options, applicationShare.chooseApplication, (chosen) =>
      choose({ applicationId: chosen, roleGroupIds: [], roleIds: [], defaultRoleIds: [] }),
    )}`;
}

function defaultsField(
  words: ShareWords,
  draft: ShareDraft,
  choices: ShareChoices,
  choose: Choose,
) {
  const { defaults, defaultsHint, noDefaults } = words.applicationShare;
  return boxes({
    name: 'defaults',
    title: defaults,
    hint: defaultsHint,
    options: choices.defaults(draft.roleGroupIds, draft.roleIds),
    none: noDefaults,
    chosen: draft.defaultRoleIds,
    choose: (defaultRoleIds) => choose({ defaultRoleIds }),
  });
}

function seatsField({ applicationShare }: ShareWords, draft: ShareDraft, choose: Choose) {
  const isWrong = seatLimitOf(draft) === undefined;
  return html`<div>
    <label class="label" for="seats">${applicationShare.seats}</label>
    <input
      class="field"
      id="seats"
      name="seats"
      inputmode="numeric"
      autocomplete="off"
      aria-describedby="seats-hint"
      aria-invalid=${isWrong ? 'true' : nothing}
      .value=${live(draft.seats)}
      @input=${(event: Event) => choose({ seats: (event.target as HTMLInputElement).value })}
    />
    <p class="hint" id="seats-hint">
      ${isWrong ? applicationShare.seatsWrong : applicationShare.seatsHint}
    </p>
  </div>`;
}

function signInField(
  { applicationShare }: ShareWords,
  { connectionId }: ShareDraft,
  options: readonly Named[],
  choose: Choose,
) {
  if (options.length === 0) return nothing;
  return html`<div>
    <label class="label" for="connection">${applicationShare.signIn}</label>
    ${select('connection', connectionId, options, applicationShare.signInUsual, (chosen) =>
      choose({ connectionId: chosen }),
    )}
  </div>`;
}

function statusField({ applicationShare }: ShareWords, { status }: ShareDraft, choose: Choose) {
  const { active, suspended } = applicationShare;
  return html`<div>
    <label class="label" for="status">${applicationShare.status}</label>
    <select
      class="field"
      id="status"
      @change=${(event: Event) => choose({ status: (event.target as HTMLSelectElement).value })}
    >
      <option value="active" .selected=${status === 'active'}>${active}</option>
      <option value="suspended" .selected=${status === 'suspended'}>${suspended}</option>
    </select>
  </div>`;
}

function select(
  id: string,
  chosen: string,
  options: readonly Named[],
  none: string,
  choose: (id: string) => void,
) {
  return html`<select
    class="field"
    id=${id}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
  >
    <option value="" .selected=${chosen === ''}>${none}</option>
    ${options.map(
      (one) => html`<option value=${one.id} .selected=${one.id === chosen}>${one.name}</option>`,
    )}
  </select>`;
}

interface Boxes {
  readonly name: string;
  readonly title: string;
  /** Whether the title stands above it already. */
  readonly isTitled?: boolean;
  readonly hint?: string;
  readonly options: readonly GroupChoice[];
  readonly none: string;
  readonly chosen: readonly string[];
  about?(option: GroupChoice): string;
  choose(chosen: readonly string[]): void;
}

function boxes({ name, title, isTitled, hint, options, none, chosen, about, choose }: Boxes) {
  return html`<fieldset data-field=${name} aria-describedby=${hint ? `${name}-hint` : nothing}>
    <legend class=${isTitled ? 'hidden' : 'label'}>${title}</legend>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    ${options.length === 0 ? html`<p class="muted">${none}</p>` : nothing}
    ${options.map((option) => {
      const words = about?.(option);
      return html`<label class="check">
        <input
          type="checkbox"
          value=${option.id}
          .checked=${live(chosen.includes(option.id))}
          @change=${(event: Event) =>
            choose(toggled(chosen, option.id, (event.target as HTMLInputElement).checked))}
        />
        <span>
          <bdi>${seen(option.name, option.id)}</bdi>
          ${words ? html`<bdi class="muted small">${words}</bdi>` : nothing}
        </span>
      </label>`;
    })}
  </fieldset>`;
}

function rolesIn(
  { applicationShare, language }: ShareWords,
  { roleIds }: GroupChoice,
  roles: readonly Named[],
): string {
  if (!roleIds || roleIds.length === 0) return '';
  const names = roles.filter(({ id }) => roleIds.includes(id)).map(({ name }) => isolated(name));
  return applicationShare.groupRoles(new Intl.ListFormat(language).format(names));
}
