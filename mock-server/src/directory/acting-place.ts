import type { ActingPlace, Organization } from '@tesserakit/domain';
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
