import type { onboardingRoutes } from '@tesserakit/contract';
import { applicationView } from '../directory/applications.ts';
import { doConfirmed } from '../directory/impact.ts';
import { withdrawOnboarding } from '../directory/onboarding-withdrawal.ts';
import {
  changeShare,
  giveApplication,
  setDefaults,
  shareOf,
} from '../directory/onboarding-changes.ts';
import { versionOf } from '../directory/versions.ts';
import { found } from '../refusal.ts';
import type { World } from '../world.ts';
import { reach, type Scope } from './caller.ts';
import type { Handlers } from './operations.ts';

function view(world: World, scope: Scope, applicationId: string) {
  return applicationView(world, scope, found(world.applications.get(applicationId)));
}

/** The version of a share that is there. */
function present(world: World, { organization }: Scope, applicationId: string): number {
  shareOf(world, organization, applicationId);
  return versionOf(world, 'onboarding', organization.organizationId, applicationId);
}

export const onboardings: Handlers<keyof typeof onboardingRoutes> = {
  'onboardings.create': ({ world, caller, path, body, write }) => {
    // Of an application that nobody manages the organization for yet, so its place says nothing.
    const scope = reach(world, caller, path('organizationId'), 'application.onboard');
    const { applicationId, ...share } = body;
    write((deed) => giveApplication(deed, scope, applicationId, share));
    return view(world, scope, applicationId);
  },

  'onboardings.previewUpdate': ({ world, caller, path, body, preview }) => {
    const applicationId = path('applicationId');
    const about = { applicationId };
    const scope = reach(world, caller, path('organizationId'), 'onboarding.update', about);
    return preview((deed) => changeShare(deed, scope, applicationId, body));
  },

  'onboardings.update': ({ world, caller, path, query, body, write, expectVersion }) => {
    const applicationId = path('applicationId');
    const about = { applicationId };
    const scope = reach(world, caller, path('organizationId'), 'onboarding.update', about);
    write((deed) => {
      expectVersion(present(world, scope, applicationId));
      doConfirmed(deed, query.impact, (task) => changeShare(task, scope, applicationId, body));
    });
    return view(world, scope, applicationId);
  },

  'onboardings.setDefaults': ({ world, caller, path, body, write, expectVersion }) => {
    const applicationId = path('applicationId');
    const about = { applicationId };
    const scope = reach(world, caller, path('organizationId'), 'onboarding.setDefaults', about);
    write((deed) => {
      expectVersion(present(world, scope, applicationId));
      setDefaults(deed, scope, applicationId, body.defaultRoleIds);
    });
    return view(world, scope, applicationId);
  },

  'onboardings.previewWithdraw': ({ world, caller, path, preview }) => {
    const applicationId = path('applicationId');
    const about = { applicationId };
    const scope = reach(world, caller, path('organizationId'), 'onboarding.withdraw', about);
    return preview((deed) => withdrawOnboarding(deed, scope.organization, applicationId));
  },

  'onboardings.withdraw': ({ world, caller, path, query, write, expectVersion }) => {
    const applicationId = path('applicationId');
    const about = { applicationId };
    const scope = reach(world, caller, path('organizationId'), 'onboarding.withdraw', about);
    write((deed) => {
      expectVersion(present(world, scope, applicationId));
      doConfirmed(deed, query.impact, (task) =>
        withdrawOnboarding(task, scope.organization, applicationId),
      );
    });
    return {};
  },
};
