import type { onboardingRoutes } from '@tesserakit/contract';
import type { Action } from '@tesserakit/domain';
import { applicationView } from '../directory/applications.ts';
import { doConfirmed } from '../directory/impact.ts';
import {
  createOnboarding,
  setDefaults,
  updateOnboarding,
} from '../directory/onboarding-changes.ts';
import { withdrawOnboarding } from '../directory/onboarding-withdrawal.ts';
import { onboardingOf } from '../directory/onboardings.ts';
import { versionOf } from '../directory/versions.ts';
import { found } from '../refusal.ts';
import type { World } from '../world.ts';
import { reach, type Scope } from './caller.ts';
import type { Call, Handlers } from './operations.ts';

type OnboardingOperation = keyof typeof onboardingRoutes;

/** The application that a path names, and its organization, where the caller may do this. */
function named(
  { world, caller, path }: Pick<Call<OnboardingOperation>, 'world' | 'caller' | 'path'>,
  action: Action,
) {
  const applicationId = path('applicationId');
  const scope = reach(world, caller, path('organizationId'), action, { applicationId });
  return { scope, applicationId };
}

function view(world: World, scope: Scope, applicationId: string) {
  return applicationView(world, scope, found(world.applications.get(applicationId)));
}

/** The version of an onboarding that is there. */
function present(world: World, { organization }: Scope, applicationId: string): number {
  const { organizationId } = found(onboardingOf(world, organization.organizationId, applicationId));
  return versionOf(world, 'onboarding', organizationId, applicationId);
}

export const onboardings: Handlers<OnboardingOperation> = {
  'onboardings.create': ({ world, caller, path, body, write }) => {
    // Of an application that nobody manages the organization for yet, so its place says nothing.
    const scope = reach(world, caller, path('organizationId'), 'application.onboard');
    const { applicationId, ...share } = body;
    write((deed) => createOnboarding(deed, scope, applicationId, share));
    return view(world, scope, applicationId);
  },

  'onboardings.previewUpdate': (call) => {
    const { scope, applicationId } = named(call, 'onboarding.update');
    return call.preview((deed) => updateOnboarding(deed, scope, applicationId, call.body));
  },

  'onboardings.update': (call) => {
    const { world, query, body, write, expectVersion } = call;
    const { scope, applicationId } = named(call, 'onboarding.update');
    write((deed) => {
      expectVersion(present(world, scope, applicationId));
      doConfirmed(deed, query.impact, (confirmed) =>
        updateOnboarding(confirmed, scope, applicationId, body),
      );
    });
    return view(world, scope, applicationId);
  },

  'onboardings.setDefaults': (call) => {
    const { world, body, write, expectVersion } = call;
    const { scope, applicationId } = named(call, 'onboarding.setDefaults');
    write((deed) => {
      expectVersion(present(world, scope, applicationId));
      setDefaults(deed, scope, applicationId, body.defaultRoleIds);
    });
    return view(world, scope, applicationId);
  },

  'onboardings.previewWithdraw': (call) => {
    const { scope, applicationId } = named(call, 'onboarding.withdraw');
    return call.preview((deed) => withdrawOnboarding(deed, scope.organization, applicationId));
  },

  'onboardings.withdraw': (call) => {
    const { world, query, write, expectVersion } = call;
    const { scope, applicationId } = named(call, 'onboarding.withdraw');
    write((deed) => {
      expectVersion(present(world, scope, applicationId));
      doConfirmed(deed, query.impact, (confirmed) =>
        withdrawOnboarding(confirmed, scope.organization, applicationId),
      );
    });
    return {};
  },
};
