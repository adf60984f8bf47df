import type { managedOrganizationRoutes } from '@tesserakit/contract';
import type { Action } from '@tesserakit/domain';
import { doConfirmed } from '../directory/impact.ts';
import {
  createManagedOrganization,
  exposeRoleGroups,
  setRoleGroups,
} from '../directory/managed-organization-changes.ts';
import {
  exposureView,
  listManagedOrganizations,
  managedOrganizationView,
} from '../directory/managed-organizations.ts';
import { versionOf } from '../directory/versions.ts';
import { reach } from './caller.ts';
import type { Call, Handlers } from './operations.ts';

type Share =
  | 'managedOrganizations.previewSetRoleGroups'
  | 'managedOrganizations.setRoleGroups'
  | 'managedOrganizations.previewExpose'
  | 'managedOrganizations.expose';

/** An organization's share of an application, as the path names it, which the caller may change. */
function share(
  {
    world,
    caller,
    path,
    expectVersion,
  }: Pick<Call<Share>, 'world' | 'caller' | 'path' | 'expectVersion'>,
  action: Action,
) {
  const applicationId = path('applicationId');
  const about = { applicationId };
  const { organization } = reach(world, caller, path('organizationId'), action, about);
  expectVersion(versionOf(world, 'onboarding', organization.organizationId, applicationId));
  return { organization, applicationId };
}

export const managedOrganizations: Handlers<keyof typeof managedOrganizationRoutes> = {
  'managedOrganizations.list': ({ world, caller, path, query }) => {
    const scope = reach(world, caller, path('organizationId'), 'managedOrganizations.list');
    return listManagedOrganizations(world, scope.actor, scope.organization, query);
  },

  'managedOrganizations.create': ({ world, caller, path, body, write }) => {
    const { organization, actor } = reach(
      world,
      caller,
      path('organizationId'),
      'managedOrganization.create',
      { applicationId: body.applicationId },
    );
    const child = write((deed) => createManagedOrganization(deed, organization, body));
    return managedOrganizationView(world, actor, child);
  },

  'managedOrganizations.previewSetRoleGroups': (call) => {
    const { body, preview } = call;
    const { organization, applicationId } = share(call, 'managedOrganization.setRoleGroups');
    return preview((deed) => setRoleGroups(deed, organization, applicationId, body.roleGroupIds));
  },

  'managedOrganizations.setRoleGroups': (call) => {
    const { world, caller, query, body, write } = call;
    const { organization, applicationId } = share(call, 'managedOrganization.setRoleGroups');
    write((deed) =>
      doConfirmed(deed, query.impact, (confirmed) =>
        setRoleGroups(confirmed, organization, applicationId, body.roleGroupIds),
      ),
    );
    return managedOrganizationView(world, caller.actor, organization);
  },

  'managedOrganizations.previewExpose': (call) => {
    const { body, preview } = call;
    const { organization, applicationId } = share(call, 'managedOrganization.expose');
    return preview((deed) =>
      exposeRoleGroups(deed, organization, applicationId, body.roleGroupIds),
    );
  },

  'managedOrganizations.expose': (call) => {
    const { world, query, body, write } = call;
    const { organization, applicationId } = share(call, 'managedOrganization.expose');
    write((deed) =>
      doConfirmed(deed, query.impact, (confirmed) =>
        exposeRoleGroups(confirmed, organization, applicationId, body.roleGroupIds),
      ),
    );
    return exposureView(world, organization, applicationId);
  },
};
