import type { Application, OrganizationRole } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { roleName } from '../members/role-name.js';
import type { Words } from '../text/catalogue.js';
import { chevronRightIcon, lockIcon, triangleAlertIcon } from '../theme/icons.js';

type RoleWords = Words<'inviting' | 'roleNames'>;

/** A role that can be ticked, or the code of the reason why it cannot. */
interface RoleOption {
  readonly roleId: string;
  readonly name: string;
  readonly hint: string;
  readonly refusal: string | undefined;
}

/** What people get in the organization. */
export function organizationRoleChoice(
  words: RoleWords,
  roles: readonly OrganizationRole[],
  chosen: readonly string[],
  toggle: (roleId: string) => void,
): TemplateResult {
  const options = roles.map((role) => ({
    roleId: role.roleId,
    name: roleName(words, role),
    hint: '',
    refusal: role.assignable === true ? undefined : role.assignable,
  }));
  return html`<fieldset class="roles">
    <legend class="label">${words.inviting.role}</legend>
    ${boxes(words, 'organization', options, chosen, toggle)}
  </fieldset>`;
}

/** What people get in one application: closed, it says what is chosen and how many seats there are. */
export function applicationChoice(
  words: RoleWords,
  application: Application,
  index: number,
  chosen: readonly string[],
  people: number,
  toggle: (roleId: string) => void,
): TemplateResult {
  const { inviting } = words;
  const { name, roles, onboarding } = application;
  const given = chosen.length > 0 ? chosen : onboarding.defaultRoleIds;
  const names = roles.filter(({ roleId }) => given.includes(roleId)).map(({ name }) => name);
  const listed = new Intl.ListFormat(words.language, { type: 'unit' }).format(names);
  const options = roles.map((role) => ({
    roleId: role.roleId,
    name: role.name,
    hint: role.description,
    refusal: refusalOf(role),
  }));
  const { limit, used } = onboarding.seats ?? { limit: null, used: 0 };
  const gives = given.length > 0 || onboarding.allowsRolelessAccess;
  const left = limit === null || !gives ? people : Math.max(0, limit - used);
  return html`<details class="application">
      <summary>
        ${chevronRightIcon} <bdi class="truncated name">${name}</bdi>
        ${limit === null ? nothing : html`<span class="chip">${inviting.seats(used, limit)}</span>`}
        <bdi class="truncated given">
          ${
            chosen.length > 0
              ? listed
              : names.length > 0
                ? inviting.defaults(listed)
                : inviting.noAccess
          }
        </bdi>
      </summary>
      <fieldset class="roles">
        <legend class="hidden">${name}</legend>
        ${boxes(words, `application-${index}`, options, chosen, toggle)}
      </fieldset>
    </details>
    ${
      left < people
        ? html`<p class="short warning">${triangleAlertIcon} ${inviting.seatsShort(left)}</p>`
        : nothing
    }`;
}

function refusalOf({ handOut, assignable }: Application['roles'][number]): string | undefined {
  if (handOut !== undefined) return handOut === true ? undefined : handOut;
  return assignable ? undefined : 'role_outside_ceiling';
}

function boxes(
  { errors }: RoleWords,
  prefix: string,
  options: readonly RoleOption[],
  chosen: readonly string[],
  toggle: (roleId: string) => void,
): TemplateResult {
  const sentences: Record<string, string> = errors;
  return html`<div class="boxes">
    ${options.map(({ roleId, name, hint, refusal }, index) => {
      const id = `${prefix}-${index}`;
      return html`<label class="box ${refusal ? 'closed' : ''}">
        <input
          type="checkbox"
          aria-describedby=${hint || refusal ? id : nothing}
          aria-disabled=${refusal ? 'true' : nothing}
          .checked=${!refusal && chosen.includes(roleId)}
          @click=${(event: Event) => refusal && event.preventDefault()}
          @change=${() => toggle(roleId)}
        />
        <span>
          <bdi class="role" title=${name}>${name}</bdi>
          ${
            hint || refusal
              ? html`<span class="hint" id=${id}
                  >${
                    refusal
                      ? html`${lockIcon} ${sentences[refusal] ?? refusal}`
                      : html`<bdi>${hint}</bdi>`
                  }</span
                >`
              : nothing
          }
        </span>
      </label>`;
    })}
  </div>`;
}
