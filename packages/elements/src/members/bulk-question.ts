import type { OrganizationRole } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { ResourceController } from '../data/resource.js';
import type { Words } from '../text/catalogue.js';
import { dialogFrame } from '../theme/dialog.js';
import { circleAlertIcon } from '../theme/icons.js';
import { retryButton } from '../theme/retry.js';
import type { BulkKind } from './bulk-bar.js';
import type { BulkAction } from './bulk-deeds.js';
import type { MemberSelection } from './member-selection.js';
import { refusalOf } from './member-changing.js';
import { nameOf, type MembersInView } from './members-in-view.js';
import { roleName } from './role-name.js';

/** What a person is asked before many are changed. */
export interface Asking {
  readonly kind: BulkKind;
  /** The role that was chosen: its id; before it, the place of its application and a colon. */
  readonly chosen: string;
  /** Whether they went on without choosing. */
  readonly missing: boolean;
}

interface QuestionDeeds {
  readonly roles: Pick<
    ResourceController<{ readonly items: readonly OrganizationRole[] }>,
    'value' | 'error' | 'reload'
  >;
  change(asking: Asking): void;
  confirm(action: BulkAction): void;
  close(): void;
  closed(): void;
}

type Known = Words<'actions' | 'memberDeeds' | 'roleNames'>;

/** Names that are told; of the others the number. */
const told = 5;

/** The dialog that names whom it is about and what happens to them. */
export function bulkQuestion(
  words: Known,
  asking: Asking,
  view: MembersInView,
  selection: MemberSelection,
  deeds: QuestionDeeds,
): TemplateResult {
  const { actions, memberDeeds } = words;
  const { kind } = asking;
  const count = selection.count(view.total);
  const grave = kind === 'remove';
  const goOn = () => {
    const action = actionOf(asking, view);
    if (action) deeds.confirm(action);
    else deeds.change({ ...asking, missing: true });
  };
  return html`<dialog
    class="dialog"
    id="bulk-question"
    aria-labelledby="bulk-question-title"
    @close=${deeds.closed}
  >
    ${dialogFrame({
      titleId: 'bulk-question-title',
      title: memberDeeds.ask[kind](count),
      body: html`${roleField(words, asking, view, deeds)} ${names(words, asking, view, selection)}
        <p class="muted">${memberDeeds.askHint[kind]}</p>`,
      actions: html`<button
          class="button ${grave ? 'first' : ''}"
          type="button"
          @click=${deeds.close}
        >
          ${actions.cancel}
        </button>
        <button class="button ${grave ? 'danger' : 'primary first'}" type="button" @click=${goOn}>
          ${memberDeeds.confirm[kind](count)}
        </button>`,
      closeLabel: actions.close,
      close: deeds.close,
    })}
  </dialog>`;
}

function names(
  words: Known,
  { kind }: Asking,
  { shown, total }: MembersInView,
  selection: MemberSelection,
): TemplateResult {
  const { memberDeeds } = words;
  const errors: Record<string, string> = words.errors;
  const members = selection.isAll
    ? shown.filter(({ userId }) => selection.has(userId))
    : selection.picked;
  const count = selection.count(total);
  const others = count === null ? 0 : count - Math.min(told, members.length);
  const action = kind === 'grantRole' ? undefined : actionNames[kind];
  const { excepted } = selection;
  return html`<ul class="people">
    ${members.slice(0, told).map((member) => {
      const refusal = action && refusalOf(member, action);
      return html`<li>
        <bdi>${nameOf(member)}</bdi>
        ${refusal ? html`<span class="muted">${errors[refusal] ?? refusal}</span>` : nothing}
      </li>`;
    })}
    ${others > 0 ? html`<li class="muted">${memberDeeds.others(others)}</li>` : nothing}
    ${
      excepted.length > 0
        ? html`<li class="muted">${memberDeeds.exceptFor(excepted.length)}</li>`
        : nothing
    }
  </ul>`;
}

const actionNames = {
  suspend: 'member.suspend',
  reactivate: 'member.reactivate',
  remove: 'member.remove',
  assignRole: 'member.setOrganizationRoles',
};

function roleField(
  words: Known,
  asking: Asking,
  view: MembersInView,
  deeds: QuestionDeeds,
): TemplateResult | typeof nothing {
  if (asking.kind !== 'assignRole' && asking.kind !== 'grantRole') return nothing;
  const { memberDeeds } = words;
  const options =
    asking.kind === 'grantRole'
      ? applicationRoles(words, asking, view)
      : organizationRoles(words, asking, view, deeds.roles.value?.items);
  const choose = (event: Event) =>
    deeds.change({ ...asking, chosen: (event.target as HTMLSelectElement).value, missing: false });
  const { error } = deeds.roles;
  return html`<label class="label" for="bulk-role">${memberDeeds.role}</label>
    <select
      class="field first"
      id="bulk-role"
      aria-invalid=${asking.missing}
      aria-describedby="bulk-role-refusal"
      @change=${choose}
    >
      <option value="" .selected=${asking.chosen === ''}>${memberDeeds.chooseRole}</option>
      ${options}
    </select>
    <p class="refusal" id="bulk-role-refusal" role="alert">
      ${asking.missing ? html`${circleAlertIcon} <span>${memberDeeds.chooseRole}</span>` : nothing}
      ${
        error && asking.kind === 'assignRole'
          ? html`${circleAlertIcon}
              <span>${memberDeeds.rolesFailed} ${words.errors[error.code]}</span>
              ${retryButton(words, { error, run: () => deeds.roles.reload() })}`
          : nothing
      }
    </p>`;
}

function organizationRoles(
  words: Known,
  { chosen }: Asking,
  { can }: MembersInView,
  catalogue: readonly OrganizationRole[] | undefined,
): readonly TemplateResult[] {
  const builtIn = Object.keys(words.roleNames.builtIn).map((roleId) => ({
    roleId,
    name: roleId,
    assignable: true as const,
  }));
  const roles = can.organizationRoles?.list ? (catalogue ?? []) : builtIn;
  return roles.map((role) =>
    option(words, role.roleId, roleName(words, role), role.assignable, chosen),
  );
}

function applicationRoles(
  words: Known,
  { chosen }: Asking,
  { applications }: MembersInView,
): readonly TemplateResult[] {
  return applications.map(
    ({ name, roles }, place) =>
      html`<optgroup label=${name}>
        ${roles.map(({ roleId, name, assignable, handOut }) =>
          option(
            words,
            `${place}:${roleId}`,
            name,
            handOut ?? (assignable || 'role_outside_ceiling'),
            chosen,
          ),
        )}
      </optgroup>`,
  );
}

/** A role that cannot be given stands there with the reason. */
function option(
  words: Known,
  value: string,
  name: string,
  verdict: true | string,
  chosen: string,
): TemplateResult {
  const errors: Record<string, string> = words.errors;
  const reason = verdict === true ? '' : ` – ${errors[verdict] ?? verdict}`;
  return html`<option value=${value} ?disabled=${verdict !== true} .selected=${value === chosen}>
    ${name}${reason}
  </option>`;
}

function actionOf(
  { kind, chosen }: Asking,
  { applications }: MembersInView,
): BulkAction | undefined {
  if (kind !== 'assignRole' && kind !== 'grantRole') return { kind };
  if (!chosen) return undefined;
  if (kind === 'assignRole') return { kind, roleId: chosen };
  const [place, roleId] = chosen.split(/:(.*)/s);
  const application = applications[Number(place)];
  return application && roleId
    ? { kind, applicationId: application.applicationId, roleId }
    : undefined;
}
