import type { organizationRoutes } from '@tesserakit/contract';
import { isOwnProof, decide, personalBlocker, slugBlocker } from '@tesserakit/domain';
import { capabilitiesOf } from '../directory/capabilities.ts';
import { doConfirmed } from '../directory/impact.ts';
import { removeMember } from '../directory/member-changes.ts';
import {
  createOrganization,
  isSlugTaken,
  reactivateOrganization,
  suspendOrganization,
  transferOwnership,
  updateOrganization,
} from '../directory/organization-changes.ts';
import { deleteOrganization } from '../directory/organization-deletion.ts';
import { moveOrganization } from '../directory/organization-moves.ts';
import {
  deletionFactsOf,
  listOrganizations,
  organizationView,
  ownFactsOf,
} from '../directory/organizations.ts';
import { pageOfOwnOrganizations } from '../directory/choices.ts';
import { versionOf } from '../directory/versions.ts';
import { demand, found, refuse } from '../refusal.ts';
import type { World } from '../world.ts';
import { reach, reachTenant, type Caller, type Scope } from './caller.ts';
import type { Handlers } from './operations.ts';

function versionIn(world: World, { organization }: Scope): number {
  return versionOf(world, 'organization', organization.organizationId);
}

/** An organization whose standing the caller may change like this. */
function standing(
  world: World,
  caller: Caller,
  organizationId: string,
  action: 'organization.suspend' | 'organization.reactivate',
): Scope {
  const scope = reach(world, caller, organizationId, action);
  demand(decide(scope.actor, action, scope.place, scope));
  return scope;
}

/** An organization that the caller may delete. */
function deletable(world: World, caller: Caller, organizationId: string): Scope {
  const scope = reach(world, caller, organizationId, 'organization.delete');
  const facts = deletionFactsOf(world, scope.organization, scope.place);
  demand(decide(scope.actor, 'organization.delete', scope.place, facts));
  return scope;
}

export const organizations: Handlers<keyof typeof organizationRoutes> = {
  // Open to a member without standing too: it is their way to another organization.
  'organizations.list': ({ world, caller, query }) => {
    const { user, applicationId, clientId, actingFor, methods } = caller;
    // Who was vouched for by one organization learns of no other.
    const only = methods.length > 0 && !isOwnProof({ methods }) ? actingFor : undefined;
    return pageOfOwnOrganizations(world, user, applicationId, query, {
      asker: [user.userId, clientId],
      only: only?.organization.organizationId,
    });
  },

  'organizations.listAll': ({ world, caller, query }) => {
    reachTenant(caller, 'tenant.read');
    const { actor } = caller;
    const all = () => [...world.organizations.values()];
    return listOrganizations(world, ['tenant', actor.userId], all, query, (one) =>
      organizationView(world, actor, one),
    );
  },

  'organizations.create': ({ world, caller, body, write }) => {
    reachTenant(caller, 'organization.create');
    const { name, slug, firstAdministrator } = body;
    const made = write((deed) =>
      createOrganization(deed, { name, slug, firstAdministrator: firstAdministrator?.userId }),
    );
    return organizationView(world, caller.actor, made);
  },

  'organizations.slugAvailable': ({ world, caller, path }) => {
    const { organizationId } = caller.actor;
    if (organizationId === undefined) reachTenant(caller, 'slug.read');
    else reach(world, caller, organizationId, 'slug.read');
    const slug = path('slug');
    return { available: slugBlocker(slug, isSlugTaken(world, slug)) ?? true };
  },

  'organizations.get': ({ world, caller, path }) => {
    const { organization } = reach(world, caller, path('organizationId'), 'organization.read');
    return organizationView(world, caller.actor, organization);
  },

  'organizations.update': ({ world, caller, path, body, write, expectVersion }) => {
    const action =
      body.authentication === undefined ? 'organization.update' : 'organization.setAuthentication';
    const scope = reach(world, caller, path('organizationId'), action);
    expectVersion(versionIn(world, scope));
    const next = write((deed) => updateOrganization(deed, scope.organization, body));
    return organizationView(world, caller.actor, next);
  },

  'organizations.suspend': ({ world, caller, path, write, expectVersion }) => {
    const scope = standing(world, caller, path('organizationId'), 'organization.suspend');
    expectVersion(versionIn(world, scope));
    const next = write((deed) => suspendOrganization(deed, scope.organization));
    return organizationView(world, caller.actor, next);
  },

  'organizations.reactivate': ({ world, caller, path, write, expectVersion }) => {
    const scope = standing(world, caller, path('organizationId'), 'organization.reactivate');
    expectVersion(versionIn(world, scope));
    const next = write((deed) => reactivateOrganization(deed, scope.organization));
    return organizationView(world, caller.actor, next);
  },

  'organizations.previewDelete': ({ world, caller, path, preview }) => {
    const { organization } = deletable(world, caller, path('organizationId'));
    return preview((deed) => deleteOrganization(deed, organization));
  },

  'organizations.delete': ({ world, caller, path, query, write, expectVersion }) => {
    const scope = deletable(world, caller, path('organizationId'));
    expectVersion(versionIn(world, scope));
    write((deed) =>
      doConfirmed(deed, query.impact, (confirmed) =>
        deleteOrganization(confirmed, scope.organization),
      ),
    );
    return {};
  },

  'organizations.transferOwnership': ({ world, caller, path, body, write, expectVersion }) => {
    const action = 'organization.transferOwnership';
    const scope = reach(world, caller, path('organizationId'), action);
    const { organization, actor, place } = scope;
    demand(decide(actor, action, place, ownFactsOf(world, actor, organization)));
    expectVersion(versionIn(world, scope));
    write((deed) => transferOwnership(deed, organization, body.userId));
    return {};
  },

  'organizations.leave': ({ world, caller, path, write, expectVersion }) => {
    const action = 'organization.leave';
    const { organization, actor, place } = reach(world, caller, path('organizationId'), action);
    refuse(personalBlocker(caller.by));
    const facts = ownFactsOf(world, actor, organization);
    demand(decide(actor, action, place, facts));
    const { member } = found(facts.membership);
    expectVersion(member.version);
    write((deed) => removeMember(deed, member, { action }));
    return {};
  },

  'organizations.previewMove': ({ world, caller, path, query, preview }) => {
    const { organization } = reach(world, caller, path('organizationId'), 'organization.move');
    const parentOrganizationId = query.parentOrganizationId ?? null;
    return preview((deed) => moveOrganization(deed, organization, parentOrganizationId));
  },

  'organizations.move': ({ world, caller, path, query, body, write, expectVersion }) => {
    const scope = reach(world, caller, path('organizationId'), 'organization.move');
    expectVersion(versionIn(world, scope));
    const moved = write((deed) =>
      doConfirmed(deed, query.impact, (confirmed) =>
        moveOrganization(confirmed, scope.organization, body.parentOrganizationId),
      ),
    );
    return organizationView(world, caller.actor, moved);
  },

  'organizations.capabilities': ({ world, caller, path }) => {
    reach(world, caller, path('organizationId'), 'organization.read');
    return capabilitiesOf(world);
  },
};
