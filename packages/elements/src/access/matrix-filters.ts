import { accessStandingsKnown, type AccessView } from './matrix-source.js';
import type { Application } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { searchField } from '../theme/search-field.js';

/** The roles of more applications than this are not looked through in one list. */
const few = 12;

/** Where a person narrows the matrix. */
export interface FilterLook {
  readonly words: Words<'accessMatrix'>;
  readonly view: AccessView;
  readonly applications: readonly Application[];
  /** Whether a person is about to choose; before, there are no choices to be drawn. */
  readonly near: boolean;
  type(words: string): void;
  change(view: AccessView): void;
}

/** Who is looked for, in which application, with which role, and how they stand to it. */
export function filters(look: FilterLook): TemplateResult {
  const { words, view, near, type, change } = look;
  const applications = look.applications.filter(
    ({ applicationId }) => near || applicationId === view.application,
  );
  const { accessMatrix } = words;
  const standing = (value: string) => accessStandingsKnown.find((one) => one === value);
  return html`${searchField({ label: accessMatrix.search, type })}
  ${choice(
    accessMatrix.application,
    (application) => change({ ...view, application, role: undefined }),
    [
      option('', accessMatrix.allApplications, view.application),
      ...applications.map((one) => option(one.applicationId, one.name, view.application)),
    ],
  )}
  ${roleChoice(look)}
  ${choice(accessMatrix.standing, (value) => change({ ...view, standing: standing(value ?? '') }), [
    option('', accessMatrix.anyStanding, view.standing),
    ...accessStandingsKnown.map((one) => option(one, accessMatrix.standings[one], view.standing)),
  ])}`;
}

/** The roles of the chosen application; of all where there are few. */
function roleChoice({
  words,
  view,
  near,
  applications,
  change,
}: FilterLook): TemplateResult | typeof nothing {
  const { accessMatrix } = words;
  const about = applications.filter(
    ({ applicationId }) => (view.application ?? applicationId) === applicationId,
  );
  if (about.length > few) return nothing;
  return choice(accessMatrix.role, (role) => change({ ...view, role }), [
    option('', accessMatrix.anyRole, view.role),
    ...(near ? about : []).map(
      ({ name, roles }) =>
        html`<optgroup label=${name}>
          ${roles.map((role) => option(role.roleId, role.name, view.role))}
        </optgroup>`,
    ),
  ]);
}

function choice(
  label: string,
  choose: (value: string | undefined) => void,
  options: readonly (TemplateResult | typeof nothing)[],
): TemplateResult {
  return html`<select
    class="field"
    aria-label=${label}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value || undefined)}
  >
    ${options}
  </select>`;
}

function option(value: string, name: string, chosen: string | undefined): TemplateResult {
  return html`<option value=${value} .selected=${(chosen ?? '') === value}>${name}</option>`;
}
