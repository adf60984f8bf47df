import type { Capabilities, Member, MemberAccess } from '@tesserakit/contract';
import type { RoleOption, RolePart } from './role-draft.js';

/** A role that can be chosen, as a host gives it or as the backend's catalogues do. */
export interface RoleChoice {
  readonly roleId: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly permissions?: readonly string[] | undefined;
  /** Whether it can be given, or the code of the reason why not. */
  readonly assignable?: boolean | string | undefined;
  /** The same about the caller; it counts before `assignable`. */
  readonly handOut?: true | string | undefined;
}

/** An application with the roles in it. */
export interface ApplicationChoice {
  readonly applicationId: string;
  readonly name: string;
  readonly logoUrl?: string | undefined;
  readonly roles: readonly RoleChoice[];
  readonly onboarding?: { readonly allowsRolelessAccess?: boolean | undefined } | undefined;
}

/** What was chosen, as an invitation takes it. */
export interface RoleSelection {
  readonly organizationRoleIds: readonly string[];
  readonly access: readonly {
    readonly applicationId: string;
    readonly roleIds: readonly string[];
  }[];
}

export const nothingChosen: RoleSelection = { organizationRoleIds: [], access: [] };

const organizationKey = 'organization';

type Verdict = true | string | undefined;

/** The organization's own part, for a member; of roles outside the catalogue only those they have. */
export function memberPart(
  member: Member,
  catalogue: readonly RoleChoice[],
  can: Capabilities,
): RolePart {
  return {
    key: organizationKey,
    options: withHeld(
      catalogue.map((choice) => optionOf(choice)),
      member.organizationRoles.map(({ roleId, name }) => ({ roleId, name, permissions: [] })),
    ),
    held: { granted: true, roleIds: member.organizationRoles.map(({ roleId }) => roleId) },
    version: can.members.versions ? member.version : undefined,
    locked: lockOf(can.members.setOrganizationRoles, member.actions['member.setOrganizationRoles']),
    roleless: false,
    expiry: false,
  };
}

/** An application's part, for a member. Roles that have ended count as not given. */
export function accessPart(
  access: MemberAccess,
  application: ApplicationChoice | undefined,
  can: Capabilities,
): RolePart {
  const granted = access.roles.map(({ roleId, name, source, expiresAt, inForce }) => {
    const end = expiresAt ?? access.expiresAt;
    const ended = inForce === 'no_access' && end !== undefined;
    return { roleId, name, permissions: [], source, expiresAt: end, ended };
  });
  const roleIds = granted.filter(({ ended }) => !ended).map(({ roleId }) => roleId);
  const isOver = granted.length > 0 && roleIds.length === 0 && access.expiresAt !== undefined;
  return {
    ...applicationPart(application ?? { ...access, roles: [] }),
    options: withHeld(application?.roles.map((choice) => optionOf(choice)) ?? [], granted),
    held: isOver
      ? { granted: false, roleIds: [] }
      : { granted: access.granted, roleIds, expiresAt: access.expiresAt },
    version: access.version,
    locked: lockOf(can.access?.grant, access.actions['access.grant']),
    expiry: can.access?.expiry === true,
  };
}

/** The parts of a choice that is about no member: what a host gave, with what is chosen of it. */
export function givenParts(
  organizationRoles: readonly RoleChoice[] | undefined,
  applications: readonly ApplicationChoice[] | undefined,
  { organizationRoleIds, access }: RoleSelection,
): readonly RolePart[] {
  const own: readonly RolePart[] = organizationRoles
    ? [
        {
          key: organizationKey,
          options: organizationRoles.map((choice) => optionOf(choice)),
          held: { granted: true, roleIds: organizationRoleIds },
          roleless: false,
          expiry: false,
        },
      ]
    : [];
  const others = (applications ?? []).map((application) => {
    const chosen = access.find((one) => one.applicationId === application.applicationId);
    return {
      ...applicationPart(application),
      held: { granted: chosen !== undefined, roleIds: chosen?.roleIds ?? [] },
    };
  });
  return [...own, ...others];
}

/** What is chosen in parts. */
export function selectionOf(parts: readonly RolePart[]): RoleSelection {
  const own = parts.find(({ key }) => key === organizationKey);
  return {
    organizationRoleIds: own?.held.roleIds ?? [],
    access: parts.flatMap(({ applicationId, held }) =>
      applicationId !== undefined && held.granted ? [{ applicationId, roleIds: held.roleIds }] : [],
    ),
  };
}

/** What an attribute or a restored form says; what cannot be read is nothing chosen. */
export function selectionIn(text: string | null): RoleSelection {
  try {
    const said = JSON.parse(text ?? '{}') as Partial<RoleSelection>;
    const { organizationRoleIds = [], access = [] } = said;
    const isList = Array.isArray(organizationRoleIds) && Array.isArray(access);
    return isList ? { organizationRoleIds, access } : nothingChosen;
  } catch {
    return nothingChosen;
  }
}

function applicationPart(application: ApplicationChoice): RolePart {
  const { applicationId, name, logoUrl, roles, onboarding } = application;
  return {
    key: `application:${applicationId}`,
    applicationId,
    name,
    logoUrl,
    options: roles.map((choice) => optionOf(choice)),
    held: { granted: false, roleIds: [] },
    roleless: onboarding?.allowsRolelessAccess === true,
    expiry: false,
  };
}

function optionOf(choice: RoleChoice): RoleOption {
  const { roleId, name, description, permissions = [], assignable = true, handOut } = choice;
  const verdict = handOut ?? assignable;
  const refusal =
    verdict === false ? 'role_outside_ceiling' : verdict === true ? undefined : verdict;
  return { roleId, name, description, permissions, refusal };
}

/** The options with what is known of those that the member has; roles of no catalogue at the end. */
function withHeld(
  options: readonly RoleOption[],
  granted: readonly RoleOption[],
): readonly RoleOption[] {
  const known = options.map((option) => {
    const role = granted.find(({ roleId }) => roleId === option.roleId);
    return role
      ? { ...option, source: role.source, expiresAt: role.expiresAt, ended: role.ended ?? false }
      : option;
  });
  const unknown = granted.filter((role) => options.every(({ roleId }) => roleId !== role.roleId));
  return [...known, ...unknown.map((role) => ({ ...role, refusal: 'role_outside_ceiling' }))];
}

/** What the server does not say is not open. */
function lockOf(able: boolean | undefined, verdict: Verdict): string | undefined {
  if (able !== true) return 'unsupported';
  return verdict === true ? undefined : (verdict ?? 'forbidden');
}
