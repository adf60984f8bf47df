import type { Application } from '@tesserakit/contract';
import { acceptedEmail } from '@tesserakit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import type { NewOrganization } from './organization-creator.js';
import { fieldFault } from './profile-parts.js';
import type { SlugState } from './slug-check.js';
import { slugField } from './slug-field.js';

export type CreationWords = Words<'actions' | 'organizationCreation' | 'organizationProfile'>;

export interface CreationView {
  readonly entered: NewOrganization;
  readonly slug: SlugState | undefined;
  /** Of the organization that is to manage it; `undefined` where none does. */
  readonly applications: readonly Application[] | undefined;
  /** Whether a first administrator can be named, and has to have an account. */
  readonly administrator: 'invited' | 'known' | undefined;
  /** Whether nobody has the address. */
  readonly isUnknown: boolean;
  enter(patch: Partial<NewOrganization>): void;
}

/** Whether what was entered can be sent. */
export function isComplete({ entered, slug, applications }: CreationView): boolean {
  const { name, email, applicationId } = entered;
  const isGood = slug !== undefined && slug !== 'invalid' && slug !== 'taken';
  const isFor = !applications || applications.some((one) => one.applicationId === applicationId);
  return name.trim() !== '' && isGood && isFor && (!email || acceptedEmail(email) !== undefined);
}

/** The fields of a new organization. */
export function creationFields(words: CreationWords, view: CreationView): TemplateResult {
  const { organizationCreation: own } = words;
  const { entered, enter } = view;
  return html`<div>
      <label class="label" for="name-field">${own.name}</label>
      <input
        class="field"
        id="name-field"
        autocomplete="organization"
        maxlength="120"
        .value=${entered.name}
        @input=${({ target }: Event) => enter({ name: (target as HTMLInputElement).value })}
      />
    </div>
    ${slugField(words, {
      value: entered.slug,
      hint: own.slugHint,
      state: entered.slug ? view.slug : undefined,
      type: (slug) => enter({ slug }),
    })}
    ${view.applications ? share(words, view, view.applications) : nothing}
    ${view.administrator ? administrator(words, view, view.administrator) : nothing}`;
}

function share(
  { organizationCreation: own }: CreationWords,
  { entered, enter }: CreationView,
  applications: readonly Application[],
) {
  if (applications.length === 0) return html`<p class="muted">${own.applicationNone}</p>`;
  const chosen = applications.find((one) => one.applicationId === entered.applicationId);
  const groups = chosen?.onboarding.exposedRoleGroups ?? [];
  return html`<div>
      <label class="label" for="application">${own.application}</label>
      <select
        class="field"
        id="application"
        aria-describedby="application-hint"
        @change=${({ target }: Event) =>
          enter({ applicationId: (target as HTMLSelectElement).value, roleGroupIds: [] })}
      >
        ${applications.map(
          ({ applicationId, name }) =>
            html`<option
              value=${applicationId}
              .selected=${applicationId === entered.applicationId}
            >
              ${name}
            </option>`,
        )}
      </select>
      <p class="hint" id="application-hint">${own.applicationHint}</p>
    </div>
    <fieldset aria-describedby="groups-hint">
      <legend class="label">${own.groups}</legend>
      ${groups.map(
        ({ roleGroupId, name }) =>
          html`<label class="check">
            <input
              type="checkbox"
              .checked=${entered.roleGroupIds.includes(roleGroupId)}
              @change=${({ target }: Event) =>
                enter({
                  roleGroupIds: (target as HTMLInputElement).checked
                    ? [...entered.roleGroupIds, roleGroupId]
                    : entered.roleGroupIds.filter((one) => one !== roleGroupId),
                })}
            />
            <bdi>${name}</bdi>
          </label>`,
      )}
      <p class="hint" id="groups-hint">${groups.length > 0 ? own.groupsHint : own.groupsNone}</p>
    </fieldset>`;
}

function administrator(
  { organizationCreation: own }: CreationWords,
  { entered, enter, isUnknown }: CreationView,
  kind: 'invited' | 'known',
) {
  const { email } = entered;
  const isWrong = email !== '' && acceptedEmail(email) === undefined;
  const fault = isWrong ? own.emailInvalid : isUnknown ? own.administratorUnknown : undefined;
  return html`<div>
    <label class="label" for="email">${own.administrator}</label>
    <input
      class="field"
      id="email"
      type="email"
      dir="ltr"
      autocomplete="off"
      spellcheck="false"
      maxlength="320"
      aria-invalid=${fault !== undefined}
      aria-describedby="email-hint ${fault === undefined ? '' : 'email-fault'}"
      .value=${email}
      @input=${({ target }: Event) => enter({ email: (target as HTMLInputElement).value.trim() })}
    />
    ${fieldFault('email-fault', fault)}
    <p class="hint" id="email-hint">
      ${kind === 'invited' ? own.administratorHint : own.administratorKnown}
    </p>
  </div>`;
}
