import {
  connectionFor,
  type ActingPlace,
  type Connection,
  type Organization,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { connectionsOf } from './connections.ts';
import { onboardingOf } from './onboardings.ts';

/** What an organization asks of people who sign in to act for it in an application. */
export function actingPlaceOf(
  world: World,
  organization: Organization,
  applicationId: string,
): ActingPlace {
  const { organizationId } = organization;
  return {
    organization,
    applicationId,
    connectionId: onboardingOf(world, organizationId, applicationId)?.connectionId,
    connections: connectionsOf(world, organizationId),
  };
}

/** The identity provider through which people come to act for an organization in an application. */
export function connectionTo(
  world: World,
  organizationId: string,
  applicationId: string,
): Connection | undefined {
  const organization = world.organizations.get(organizationId);
  const onboarded = onboardingOf(world, organizationId, applicationId) !== undefined;
  if (organization?.status !== 'active' || !onboarded) return undefined;
  return connectionFor(actingPlaceOf(world, organization, applicationId));
}
