import type { ErrorCode } from './errors.ts';
import type { Onboarding } from './onboardings.ts';
import type { Organization } from './organizations.ts';

/** Levels below a root organization, when the tenant's settings do not say otherwise. */
export const usualManagedDepth = 3;

/** Why an organization is given nothing by a parent: it has none. */
export function managedBlocker({
  parentOrganizationId,
}: Pick<Organization, 'parentOrganizationId'>): ErrorCode | undefined {
  return parentOrganizationId === undefined ? 'not_found' : undefined;
}

export interface CreationFacts {
  readonly parent: Organization;
  /** The parent's share of the application for which the child is created. */
  readonly onboarding: Onboarding | undefined;
  /** Levels from the root down to the parent: 0 for a root. */
  readonly parentDepth: number;
  readonly maxManagedDepth: number;
  readonly slugTaken: boolean;
}

/** Why a parent cannot create an organization that it manages for an application. */
export function creationBlocker(facts: CreationFacts): ErrorCode | undefined {
  if (facts.parent.status !== 'active') return 'organization_suspended';
  if (facts.onboarding?.status !== 'active') return 'application_not_onboarded';
  if (facts.parentDepth + 1 > facts.maxManagedDepth) return 'depth_exceeded';
  return facts.slugTaken ? 'already_exists' : undefined;
}

export interface MoveFacts {
  readonly organizationId: string;
  /** From the new parent up to its root; empty to make the organization a root. */
  readonly newAncestorIds: readonly string[];
  /** Levels below the organization that move along. */
  readonly height: number;
  readonly maxManagedDepth: number;
  /** Whether it has an administrator of its own who stays. */
  readonly hasAdministrator: boolean;
}

/** Why an organization cannot be put below another parent; moving is a platform administrator's act. */
export function moveBlocker(facts: MoveFacts): ErrorCode | undefined {
  if (facts.newAncestorIds.includes(facts.organizationId)) return 'cycle_refused';
  const deepest = facts.newAncestorIds.length + facts.height;
  if (deepest > facts.maxManagedDepth) return 'depth_exceeded';
  const alone = facts.newAncestorIds.length === 0 && !facts.hasAdministrator;
  return alone ? 'last_administrator' : undefined;
}

/**
 * Why a parent cannot give a managed organization these role groups: each must be one that the
 * parent has itself and exposes.
 */
export function exposureBlocker(
  parent: Onboarding | undefined,
  roleGroupIds: readonly string[],
): ErrorCode | undefined {
  if (parent?.status !== 'active') return 'application_not_onboarded';
  const given = (id: string) =>
    parent.roleGroupIds.includes(id) && parent.exposedRoleGroupIds.includes(id);
  return roleGroupIds.every(given) ? undefined : 'role_outside_ceiling';
}

/** Why an organization cannot expose these role groups to those it manages: only what it has. */
export function exposingBlocker(
  own: Onboarding | undefined,
  roleGroupIds: readonly string[],
): ErrorCode | undefined {
  if (own?.status !== 'active') return 'application_not_onboarded';
  const outside = roleGroupIds.some((id) => !own.roleGroupIds.includes(id));
  return outside ? 'role_outside_ceiling' : undefined;
}

/** What of an organization's role groups its parent still hands on, all of them in their order. */
export function handedOn(
  parent: Onboarding | undefined,
  roleGroupIds: readonly string[],
): readonly string[] {
  return roleGroupIds.filter(
    (id) => parent?.roleGroupIds.includes(id) && parent.exposedRoleGroupIds.includes(id),
  );
}
