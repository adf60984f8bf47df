import type { Onboarding } from '@tesserakit/domain';
import { tableOf, type World } from '../world.ts';
import type { Happening } from './deed.ts';
import { countWrite } from './versions.ts';

/** An organization's share of an application, if it has one. */
export function onboardingOf(
  world: World,
  organizationId: string,
  applicationId: string,
): Onboarding | undefined {
  return world.onboardings.get(organizationId)?.get(applicationId);
}

/** Keeps a share of an application as it is now. */
export function writeOnboarding(world: World, onboarding: Onboarding): void {
  const { organizationId, applicationId } = onboarding;
  tableOf(world, 'onboardings', organizationId).set(applicationId, onboarding);
  countWrite(world, 'onboarding', organizationId, applicationId);
}

/** What happened to an organization's share of an application. */
export function aboutOnboarding(
  { organizationId, applicationId }: Pick<Onboarding, 'organizationId' | 'applicationId'>,
  action: string,
): Happening {
  return {
    action,
    organizationId,
    applicationId,
    target: { type: 'onboarding', id: applicationId },
  };
}
