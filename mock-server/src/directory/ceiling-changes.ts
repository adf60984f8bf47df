import { withinCeiling, type Organization } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { ceilingOf } from './access.ts';
import { replaceGrant } from './access-changes.ts';
import { record, type Deed } from './deed.ts';
import { grantedWhere } from './granted-where.ts';
import { aboutOnboarding, onboardingOf, writeOnboarding } from './onboardings.ts';
import { revokeTokens } from './revocation.ts';

/**
 * Takes away what organizations may no longer hand out of an application: from the single and default
 * roles of their onboardings and from their members' grants. A grant that is left without a role goes, unless
 * the onboarding lets people in without; where there is no onboarding any more, every grant goes.
 * Everything is recorded as a consequence of `causedBy`. Invitations are judged when they are
 * accepted.
 *
 * @param organizationIds where something may have sunk; everywhere, when it is not said.
 */
export function trimToCeiling(
  deed: Deed,
  applicationId: string,
  causedBy: string,
  organizationIds: Iterable<string> = placesOf(deed.world, applicationId),
): void {
  for (const organizationId of organizationIds) {
    const organization = deed.world.organizations.get(organizationId);
    if (!organization) continue;
    const ceiling = ceilingOf(deed.world, organization, applicationId);
    trimRoles(deed, organization, applicationId, ceiling, causedBy);
    trimDefaults(deed, organization, applicationId, ceiling, causedBy);
    trimGrants(deed, organization, applicationId, ceiling, causedBy);
  }
}

/**
 * The organizations that have an application, or once had it; in the order of their table, which a
 * copy of the world has too.
 */
function placesOf(world: World, applicationId: string): readonly string[] {
  const granted = grantedWhere(world, applicationId);
  const { organizations, onboardings } = world;
  return [...organizations.keys()].filter(
    (id) => granted.has(id) || onboardings.get(id)?.has(applicationId) === true,
  );
}

/** What is handed on again later does not bring single roles back by itself. */
function trimRoles(
  deed: Deed,
  { organizationId }: Organization,
  applicationId: string,
  ceiling: ReadonlySet<string> | undefined,
  causedBy: string,
): void {
  const { world } = deed;
  const onboarding = onboardingOf(world, organizationId, applicationId);
  const roleIds = onboarding?.roleIds.filter((roleId) => ceiling?.has(roleId)) ?? [];
  if (!onboarding || roleIds.length === onboarding.roleIds.length) return;
  writeOnboarding(world, { ...onboarding, roleIds });
  record(deed, {
    ...aboutOnboarding(onboarding, 'onboarding.update'),
    details: { from: onboarding.roleIds, to: roleIds },
    causedBy,
  });
}

function trimDefaults(
  deed: Deed,
  { organizationId }: Organization,
  applicationId: string,
  ceiling: ReadonlySet<string> | undefined,
  causedBy: string,
): void {
  const { world } = deed;
  const onboarding = onboardingOf(world, organizationId, applicationId);
  const defaultRoleIds = onboarding?.defaultRoleIds.filter((roleId) => ceiling?.has(roleId)) ?? [];
  if (!onboarding || defaultRoleIds.length === onboarding.defaultRoleIds.length) return;
  writeOnboarding(world, { ...onboarding, defaultRoleIds });
  record(deed, {
    ...aboutOnboarding(onboarding, 'onboarding.setDefaults'),
    details: { from: onboarding.defaultRoleIds, to: defaultRoleIds },
    causedBy,
  });
}

function trimGrants(
  deed: Deed,
  { organizationId }: Organization,
  applicationId: string,
  ceiling: ReadonlySet<string> | undefined,
  causedBy: string,
): void {
  const { world } = deed;
  const roleless =
    onboardingOf(world, organizationId, applicationId)?.allowsRolelessAccess ?? false;
  for (const [userId, grants] of world.grants.get(organizationId) ?? []) {
    const before = grants.find((grant) => grant.applicationId === applicationId);
    const after = before && withinCeiling(before, ceiling, roleless);
    if (after === before) continue;
    replaceGrant(world, { organizationId, userId }, applicationId, after);
    record(deed, {
      action: after ? 'access.grant' : 'access.withdraw',
      organizationId,
      applicationId,
      target: { type: 'member', id: userId },
      details: {
        from: before?.roles.map(({ roleId }) => roleId) ?? null,
        to: after?.roles.map(({ roleId }) => roleId) ?? null,
      },
      causedBy,
    });
    revokeTokens(world, { userId, organizationId, applicationId }, 'memberRolesUpdated');
  }
}
