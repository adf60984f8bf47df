import type {
  Application,
  MemberOrder,
  MemberSource,
  MemberStatus,
  OrganizationRole,
} from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import type { MemberView } from './member-view.js';
import { roleName } from './role-name.js';

const statuses: readonly MemberStatus[] = ['active', 'pending', 'suspended'];
const sources: readonly MemberSource[] = ['direct', 'invitation', 'sso', 'scim', 'signup'];
const orders = ['name', 'status', '-lastSignInAt'] as const satisfies readonly MemberOrder[];

/** The roles that members can have, as far as they are known. */
export interface KnownRoles {
  /** Absent where the backend does not list them: then there are those that every tenant has. */
  readonly organizationRoles: readonly Pick<OrganizationRole, 'roleId' | 'name'>[] | undefined;
  readonly applications: readonly Application[];
}

/** All choices that the backend can answer. */
export function viewChoices(
  words: Words<'members' | 'roleNames'>,
  { filters, sorts }: { readonly filters: readonly string[]; readonly sorts: readonly string[] },
  known: KnownRoles,
  view: MemberView,
  order: MemberOrder | undefined,
  change: (view: MemberView) => void,
): TemplateResult {
  const { applications } = known;
  return html`${
    filters.includes('status')
      ? statusChoice(words, view.status, (status) => change({ ...view, status }))
      : nothing
  }
  ${roleChoice(words, filters, known, view.role ?? '', (role) => change({ ...view, role: role || undefined }))}
  ${
    filters.includes('application') && applications.length > 0
      ? applicationChoice(words, applications, view.application, (application) =>
          change({ ...view, application }),
        )
      : nothing
  }
  ${
    filters.includes('source')
      ? sourceChoice(words, view.source, (source) => change({ ...view, source }))
      : nothing
  }
  ${orderChoice(words, sorts, order, (sort) => change({ ...view, sort }))}`;
}

function applicationChoice(
  { members }: Words<'members'>,
  applications: readonly Application[],
  chosen: string | undefined,
  choose: (applicationId: string | undefined) => void,
): TemplateResult {
  return choice(members.application, (value) => choose(value || undefined), [
    option('', members.anyApplication, chosen === undefined),
    ...applications.map(({ applicationId, name }) =>
      option(applicationId, name, applicationId === chosen),
    ),
  ]);
}

function sourceChoice(
  { members }: Words<'members'>,
  chosen: MemberSource | undefined,
  choose: (source: MemberSource | undefined) => void,
): TemplateResult {
  return choice(members.source, (value) => choose(sources.find((source) => source === value)), [
    option('', members.anySource, chosen === undefined),
    ...sources.map((source) => option(source, members.sources[source], source === chosen)),
  ]);
}

/** Which members by their status. */
function statusChoice(
  { members }: Words<'members'>,
  chosen: MemberStatus | undefined,
  choose: (status: MemberStatus | undefined) => void,
): TemplateResult {
  return choice(members.status, (value) => choose(statuses.find((status) => status === value)), [
    option('', members.anyStatus, chosen === undefined),
    ...statuses.map((status) => option(status, members.statuses[status], status === chosen)),
  ]);
}

/**
 * Which members by a role, in the organization or in one of its applications. The choice reads
 * `organization:<roleId>` or `application:<roleId>`, and is empty for any role.
 */
function roleChoice(
  words: Words<'members' | 'roleNames'>,
  filters: readonly string[],
  { organizationRoles, applications }: KnownRoles,
  chosen: string,
  choose: (role: string) => void,
): TemplateResult | typeof nothing {
  const { members, roleNames } = words;
  const inOrganization =
    organizationRoles?.map((role) => [role.roleId, roleName(words, role)] as const) ??
    Object.entries(roleNames.builtIn);
  const ofOrganization = filters.includes('organizationRole');
  const ofApplications = filters.includes('applicationRole');
  if (!ofOrganization && !ofApplications) return nothing;
  const group = (label: string, kind: string, roles: readonly (readonly [string, string])[]) =>
    html`<optgroup label=${label}>
      ${roles.map(([roleId, name]) => {
        const value = `${kind}:${roleId}`;
        return option(value, name, value === chosen);
      })}
    </optgroup>`;
  return choice(members.role, choose, [
    option('', members.anyRole, chosen === ''),
    ofOrganization ? group(members.inOrganization, 'organization', inOrganization) : nothing,
    ...(ofApplications ? applications : []).map(({ name, roles }) =>
      group(
        name,
        'application',
        roles.map((role) => [role.roleId, role.name] as const),
      ),
    ),
  ]);
}

/** The part of a question to the backend that a {@link roleChoice} stands for. */
export function roleAsked(role: string): {
  readonly organizationRole: string | undefined;
  readonly applicationRole: string | undefined;
} {
  const colon = role.indexOf(':');
  const [kind, roleId] = [role.slice(0, colon), role.slice(colon + 1)];
  return {
    organizationRole: kind === 'organization' ? roleId : undefined,
    applicationRole: kind === 'application' ? roleId : undefined,
  };
}

/** The order, where the screen is too narrow for column headers. */
function orderChoice(
  { members }: Words<'members'>,
  sorts: readonly string[],
  chosen: MemberOrder | undefined,
  choose: (order: MemberOrder) => void,
): TemplateResult | typeof nothing {
  const possible = orders.filter((order) => sorts.includes(columnOf(order)));
  if (possible.length === 0) return nothing;
  const take = (value: string) => choose(possible.find((order) => order === value) ?? 'name');
  return choice(
    members.sort,
    take,
    possible.map((order) =>
      option(order, members.sortBy(members.columns[columnOf(order)]), order === chosen),
    ),
    'narrow',
  );
}

function columnOf(order: (typeof orders)[number]): 'name' | 'status' | 'lastSignInAt' {
  return order === '-lastSignInAt' ? 'lastSignInAt' : order;
}

function choice(
  label: string,
  choose: (value: string) => void,
  options: readonly (TemplateResult | typeof nothing)[],
  look = '',
): TemplateResult {
  return html`<select
    class="field ${look}"
    aria-label=${label}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
  >
    ${options}
  </select>`;
}

function option(value: string, name: string, chosen: boolean): TemplateResult {
  return html`<option value=${value} .selected=${chosen}>${name}</option>`;
}
