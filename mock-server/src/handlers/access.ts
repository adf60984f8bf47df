import type { accessRoutes } from '@tesserakit/contract';
import { decide, permits, type ActionAbout } from '@tesserakit/domain';
import { grantAccess, grantFactsOf, withdrawAccess } from '../directory/access-changes.ts';
import { accessWindow } from '../directory/access-matrix.ts';
import { explanationOf } from '../directory/access-explanations.ts';
import { accessView, applicationsSeen } from '../directory/access-views.ts';
import { memberOf } from '../directory/member-changes.ts';
import { momentOf } from '../directory/moments.ts';
import { versionOf } from '../directory/versions.ts';
import { demand, found, Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { reach, type Scope } from './caller.ts';
import type { Handlers } from './operations.ts';

/** A member whose access to an application the caller may change like this. */
function allowed(
  world: World,
  { actor, place, organization }: Scope,
  action: ActionAbout<'grant'>,
  userId: string,
  applicationId: string,
) {
  const member = memberOf(world, organization.organizationId, userId);
  const facts = grantFactsOf(world, organization, member, applicationId);
  demand(decide(actor, action, { ...place, applicationId }, facts));
  return member;
}

export const access: Handlers<keyof typeof accessRoutes> = {
  'access.list': ({ world, caller, path }) => {
    const userId = path('userId');
    const scope = reach(world, caller, path('organizationId'), 'access.read', { userId });
    const member = memberOf(world, scope.organization.organizationId, userId);
    const items = applicationsSeen(world, scope).map((application) =>
      accessView(world, scope, member, application),
    );
    return { items };
  },

  'access.explain': ({ world, caller, path }) => {
    const [userId, applicationId] = [path('userId'), path('applicationId')];
    const about = { userId, applicationId };
    const scope = reach(world, caller, path('organizationId'), 'access.read', about);
    const member = memberOf(world, scope.organization.organizationId, userId);
    const seen = applicationsSeen(world, scope);
    const application = found(seen.find((one) => one.applicationId === applicationId));
    return explanationOf(world, scope, member, application);
  },

  'access.matrix': ({ world, caller, path, query }) => {
    const scope = reach(world, caller, path('organizationId'), 'access.read');
    demand(permits(scope.actor, 'members.list', scope.place));
    return accessWindow(world, scope, query);
  },

  'access.grant': ({ world, caller, path, body, write, expectVersion }) => {
    const [userId, applicationId] = [path('userId'), path('applicationId')];
    const scope = reach(world, caller, path('organizationId'), 'access.grant', { applicationId });
    const { organization } = scope;
    const change = { ...body, expiresAt: momentOf(body.expiresAt) };
    write((deed) => {
      const member = allowed(world, scope, 'access.grant', userId, applicationId);
      expectVersion(versionOf(world, 'grant', organization.organizationId, userId, applicationId));
      grantAccess(deed, organization, member, applicationId, change);
    });
    const member = memberOf(world, organization.organizationId, userId);
    return accessView(world, scope, member, found(world.applications.get(applicationId)));
  },

  'access.withdraw': ({ world, caller, path, write, expectVersion }) => {
    const [userId, applicationId] = [path('userId'), path('applicationId')];
    const about = { applicationId };
    const scope = reach(world, caller, path('organizationId'), 'access.withdraw', about);
    const { organizationId } = scope.organization;
    write((deed) => {
      const member = allowed(world, scope, 'access.withdraw', userId, applicationId);
      expectVersion(versionOf(world, 'grant', organizationId, userId, applicationId));
      withdrawAccess(deed, member, applicationId);
    });
    return {};
  },

  'access.bulk': ({ world, caller, path, body, each }) => {
    const scope = reach(world, caller, path('organizationId'), 'access.grant');
    const outcomes = each(
      body.items,
      (deed, { userId, applicationId, roleIds, expiresAt, version }) => {
        const { organization } = scope;
        const action = roleIds === null ? 'access.withdraw' : 'access.grant';
        const member = allowed(world, scope, action, userId, applicationId);
        const now = versionOf(world, 'grant', organization.organizationId, userId, applicationId);
        if (version !== undefined && version !== now) throw new Refusal('version_conflict');
        if (roleIds === null) return withdrawAccess(deed, member, applicationId);
        const change = { roleIds, expiresAt: momentOf(expiresAt) };
        grantAccess(deed, organization, member, applicationId, change);
      },
      ({ userId }) => ({ type: 'member', id: userId }),
    );
    const results = body.items.map(({ userId, applicationId }, index) => ({
      userId,
      applicationId,
      ...(outcomes[index] ?? { outcome: 'refused' as const }),
    }));
    return { results };
  },
};
