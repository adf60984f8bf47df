import { defaultsFor, reachesApplication, type Organization, type Reach } from '@tesserakit/domain';
import { ceilingOf } from './access.ts';
import { giveGrant, seatsOf } from './access-changes.ts';
import type { Deed } from './deed.ts';

export interface Giving {
  /** The event that made the person a member. */
  readonly causedBy: string;
  /** From where the person was made one: a parent gives within the applications it reaches. */
  readonly reach?: Reach;
  /** Applications of which the person gets something else. */
  readonly except?: ReadonlySet<string>;
}

/** Gives somebody who is a member now the default roles of the organization's applications. */
export function giveDefaults(
  deed: Deed,
  organization: Organization,
  userId: string,
  { causedBy, reach, except }: Giving,
): void {
  const { world } = deed;
  const { organizationId } = organization;
  for (const onboarding of world.onboardings.get(organizationId)?.values() ?? []) {
    const { applicationId } = onboarding;
    if (reach && !reachesApplication(reach, applicationId)) continue;
    if (except?.has(applicationId)) continue;
    const ceiling = ceilingOf(world, organization, applicationId) ?? new Set();
    const seats = seatsOf(world, organizationId, applicationId);
    const roleIds = defaultsFor(onboarding, ceiling, seats);
    if (roleIds.length === 0) continue;
    const roles = roleIds.map((roleId) => ({ roleId, source: 'default' as const }));
    giveGrant(deed, { userId, organizationId, applicationId, roles }, causedBy);
  }
}
