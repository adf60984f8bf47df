import {
  ceiling,
  decide,
  isRoleInForce,
  type Application,
  type Member,
  type Place,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { accessOf, catalogueOf, chainOf } from './access.ts';
import { grantFactsOf, grantOf } from './access-changes.ts';
import { timestamp } from './moments.ts';
import { personOf } from './roster.ts';
import type { Seen } from './seen.ts';
import { versionOf } from './versions.ts';

/** The applications of an organization that are seen from a place, by name. */
export function applicationsSeen(world: World, { organization, place }: Seen): Application[] {
  const onboardings = world.onboardings.get(organization.organizationId)?.keys() ?? [];
  return [...onboardings]
    .filter((id) => place.reach.kind !== 'managed' || place.reach.applicationIds.has(id))
    .flatMap((id) => world.applications.get(id) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** What a member was given of one application, and what comes of it. */
export function accessView(world: World, seen: Seen, member: Member, application: Application) {
  const { organization, actor } = seen;
  const { organizationId, userId } = member;
  const { applicationId, name } = application;
  const place: Place = { ...seen.place, applicationId };
  const grant = grantOf(world, organizationId, userId, applicationId);
  const catalogue = catalogueOf(world, applicationId);
  const allowed = ceiling(chainOf(world, organization, applicationId), catalogue);
  const user = personOf(world, organizationId, userId)?.user;
  const access = user && accessOf(world, user, organization, application);
  const facts = grantFactsOf(world, organization, member, applicationId);
  return {
    userId,
    applicationId,
    name,
    entry: access?.entry ?? ('not_found' as const),
    granted: grant !== undefined,
    roles: (grant?.roles ?? []).map((role) => ({
      roleId: role.roleId,
      name: world.roles.get(role.roleId)?.name ?? role.roleId,
      source: role.source,
      ...(role.grantedBy !== undefined && { grantedBy: role.grantedBy }),
      ...(role.expiresAt !== undefined && { expiresAt: timestamp(role.expiresAt) }),
      inForce: isRoleInForce(grant, role, allowed, world.now()),
    })),
    ...(grant?.expiresAt !== undefined && { expiresAt: timestamp(grant.expiresAt) }),
    version: versionOf(world, 'grant', organizationId, userId, applicationId),
    actions: {
      'access.grant': decide(actor, 'access.grant', place, facts),
      'access.withdraw': decide(actor, 'access.withdraw', place, facts),
    },
  };
}
