import { admitsOrganizations, isActiveApplication, type Application } from './applications.ts';
import type { ErrorCode } from './errors.ts';
import { isActiveMember, type Member } from './members.ts';
import type { Onboarding } from './onboardings.ts';
import type { Organization } from './organizations.ts';
import type { ApplicationRole, RoleGroup } from './roles.ts';
import type { User } from './users.ts';

export type GrantSource = 'direct' | 'default' | 'idp-group' | 'parent';

/** One role that a member was given in one application. */
export interface GrantedRole {
  readonly roleId: string;
  readonly source: GrantSource;
  readonly grantedBy?: string;
  /** Milliseconds since the epoch; the role ends by itself, judged at use. */
  readonly expiresAt?: number;
}

/** Member × application: replaces or adds, never silently widens. */
export interface AccessGrant {
  readonly userId: string;
  readonly organizationId: string;
  readonly applicationId: string;
  readonly roles: readonly GrantedRole[];
  readonly expiresAt?: number;
}

/** One organization on the way from the member's up to the root, with its share of the application. */
export interface ChainLink {
  readonly organization: Organization;
  readonly onboarding: Onboarding | undefined;
}

/** The catalogue of one application. */
export interface RoleCatalogue {
  readonly roles: readonly ApplicationRole[];
  readonly roleGroups: readonly RoleGroup[];
}

/**
 * The roles that an organization may hand out in an application: those of its onboarding's role
 * groups and its single roles; for a managed organization only as far as every organization above
 * it exposes them, so that a withdrawal anywhere above is felt at once.
 *
 * @param chain the organization first, then its parents up to the root.
 */
export function ceiling(
  chain: readonly ChainLink[],
  catalogue: RoleCatalogue,
): ReadonlySet<string> {
  const [own, ...above] = chain;
  if (!own?.onboarding) return new Set();
  const roles = handedOut(own.onboarding, catalogue);
  const parent = above[0];
  if (!parent) return roles;
  const exposed = rolesOfGroups(parent.onboarding?.exposedRoleGroupIds ?? [], catalogue);
  const parentCeiling = ceiling(above, catalogue);
  return new Set([...roles].filter((role) => exposed.has(role) && parentCeiling.has(role)));
}

function handedOut(onboarding: Onboarding, catalogue: RoleCatalogue): Set<string> {
  const known = new Set(catalogue.roles.map((role) => role.roleId));
  const roles = rolesOfGroups(onboarding.roleGroupIds, catalogue);
  for (const roleId of onboarding.roleIds) if (known.has(roleId)) roles.add(roleId);
  return roles;
}

function rolesOfGroups(roleGroupIds: readonly string[], catalogue: RoleCatalogue): Set<string> {
  const groups = catalogue.roleGroups.filter((group) => roleGroupIds.includes(group.roleGroupId));
  return new Set(groups.flatMap((group) => group.roleIds));
}

/** Everything that decides whether one person may enter one application for one organization. */
export interface AccessFacts {
  readonly user: User;
  readonly member: Member | undefined;
  /** The organization first, then its parents up to the root. */
  readonly chain: readonly ChainLink[];
  readonly application: Application;
  readonly grant: AccessGrant | undefined;
  readonly catalogue: RoleCatalogue;
}

/** One condition of entry, in the order in which a person can do something about it. */
export type AccessCondition =
  | 'user_active'
  | 'member_active'
  | 'organization_active'
  | 'application_active'
  | 'application_for_organizations'
  | 'application_onboarded'
  | 'chain_active'
  | 'granted'
  | 'role_within_ceiling';

export interface EffectiveAccess {
  /** `true`, or the code of the first condition that fails. */
  readonly entry: true | ErrorCode;
  /** The roles that count now; empty without entry. */
  readonly roles: readonly ApplicationRole[];
  /** The union of the roles' permissions. */
  readonly permissions: readonly string[];
  /** Each condition with pass or fail. */
  readonly conditions: ReadonlyMap<AccessCondition, boolean>;
}

const refusals: Record<AccessCondition, ErrorCode> = {
  user_active: 'no_access',
  member_active: 'no_access',
  organization_active: 'organization_suspended',
  application_active: 'no_access',
  application_for_organizations: 'no_access',
  application_onboarded: 'application_not_onboarded',
  chain_active: 'organization_suspended',
  granted: 'no_access',
  role_within_ceiling: 'role_outside_ceiling',
};

/**
 * Whether, and with which roles, a member may enter an application for an organization at the
 * moment `now` (milliseconds since the epoch). Every condition must hold; the first that fails
 * names the refusal.
 */
export function effectiveAccess(facts: AccessFacts, now: number): EffectiveAccess {
  const { user, member, chain, application, grant, catalogue } = facts;
  const [own, ...above] = chain;
  const roles = rolesInForce(grant, ceiling(chain, catalogue), catalogue, now);
  const conditions = new Map<AccessCondition, boolean>([
    ['user_active', user.status === 'active'],
    ['member_active', member !== undefined && isActiveMember(member, now)],
    ['organization_active', own?.organization.status === 'active'],
    ['application_active', isActiveApplication(application)],
    ['application_for_organizations', admitsOrganizations(application)],
    ['application_onboarded', own?.onboarding?.status === 'active'],
    ['chain_active', above.every(isActiveLink)],
    ['granted', isGrantInForce(grant, now)],
    ['role_within_ceiling', roles.length > 0 || own?.onboarding?.allowsRolelessAccess === true],
  ]);
  const entry = entryOf(conditions, member);
  if (entry !== true) return { entry, roles: [], permissions: [], conditions };
  const permissions = [...new Set(roles.flatMap((role) => role.permissions))];
  return { entry, roles, permissions, conditions };
}

/** Whether there is a grant, and it has not ended by itself. */
export function isGrantInForce(grant: AccessGrant | undefined, now: number): boolean {
  return grant !== undefined && !isPast(grant.expiresAt, now);
}

/** `true` for a role of a grant that counts now, or the code of the reason why it does not. */
export function isRoleInForce(
  grant: AccessGrant | undefined,
  role: GrantedRole,
  allowed: ReadonlySet<string>,
  now: number,
): true | ErrorCode {
  if (!isGrantInForce(grant, now) || isPast(role.expiresAt, now)) return 'no_access';
  return allowed.has(role.roleId) ? true : 'role_outside_ceiling';
}

/** The roles of a grant that have not ended by themselves and lie within a {@link ceiling}. */
export function rolesInForce(
  grant: AccessGrant | undefined,
  allowed: ReadonlySet<string>,
  catalogue: RoleCatalogue,
  now: number,
): readonly ApplicationRole[] {
  const granted = new Set(
    (grant?.roles ?? []).filter((role) => !isPast(role.expiresAt, now)).map((role) => role.roleId),
  );
  return catalogue.roles.filter((role) => granted.has(role.roleId) && allowed.has(role.roleId));
}

function entryOf(
  conditions: ReadonlyMap<AccessCondition, boolean>,
  member: Member | undefined,
): true | ErrorCode {
  for (const [condition, holds] of conditions) {
    if (holds) continue;
    if (condition === 'member_active' && member?.status === 'suspended') return 'member_suspended';
    if (condition === 'member_active' && member?.status === 'pending') return 'not_joined';
    return refusals[condition];
  }
  return true;
}

function isActiveLink(link: ChainLink): boolean {
  return link.organization.status === 'active' && link.onboarding?.status === 'active';
}

function isPast(expiresAt: number | undefined, now: number): boolean {
  return expiresAt !== undefined && now >= expiresAt;
}
