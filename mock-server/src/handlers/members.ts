import type { memberRoutes } from '@tesserakit/contract';
import { decide, type ActionAbout } from '@tesserakit/domain';
import type { Deed } from '../directory/deed.ts';
import { memberFactsOf } from '../directory/member-facts.ts';
import {
  addMember,
  endMemberSessions,
  memberOf,
  reactivateMember,
  removeMember,
  setOrganizationRoles,
  suspendMember,
  updateMember,
} from '../directory/member-changes.ts';
import { findMember, listMembers } from '../directory/members.ts';
import { momentOf } from '../directory/moments.ts';
import { memberSessionsOf } from '../directory/sessions.ts';
import { demand, found } from '../refusal.ts';
import type { World } from '../world.ts';
import { reach, type Scope } from './caller.ts';
import type { Handlers } from './operations.ts';

/** A member whom the caller may do this to. */
function allowed(
  world: World,
  { actor, place, organization }: Scope,
  action: ActionAbout<'member'>,
  userId: string,
) {
  const member = memberOf(world, organization.organizationId, userId);
  const facts = memberFactsOf(world, member);
  demand(decide(actor, action, { ...place, oneself: userId === actor.userId }, facts));
  return member;
}

const bulkActions = {
  suspend: { action: 'member.suspend', run: suspendMember },
  reactivate: { action: 'member.reactivate', run: reactivateMember },
  remove: { action: 'member.remove', run: (deed: Deed, member) => removeMember(deed, member) },
} as const satisfies Record<string, { action: ActionAbout<'member'>; run: typeof suspendMember }>;

export const members: Handlers<keyof typeof memberRoutes> = {
  'members.list': ({ world, caller, path, query }) =>
    listMembers(world, reach(world, caller, path('organizationId'), 'members.list'), query),

  'members.get': ({ world, caller, path }) => {
    const userId = path('userId');
    const scope = reach(world, caller, path('organizationId'), 'member.read', { userId });
    return found(findMember(world, scope, userId));
  },

  'members.add': ({ world, caller, path, body, write }) => {
    const scope = reach(world, caller, path('organizationId'), 'member.add');
    const addition = { ...body, expiresAt: momentOf(body.expiresAt) };
    write((deed) => addMember(deed, scope.organization, addition));
    return found(findMember(world, scope, body.userId));
  },

  'members.update': ({ world, caller, path, body, write, expectVersion }) => {
    const userId = path('userId');
    const scope = reach(world, caller, path('organizationId'), 'member.update');
    const notes = { ...body, expiresAt: momentOf(body.expiresAt) };
    write((deed) => {
      const member = allowed(world, scope, 'member.update', userId);
      expectVersion(member.version);
      updateMember(deed, member, notes);
    });
    return found(findMember(world, scope, userId));
  },

  'members.suspend': ({ world, caller, path, write, expectVersion }) => {
    const userId = path('userId');
    const scope = reach(world, caller, path('organizationId'), 'member.suspend');
    write((deed) => {
      const member = allowed(world, scope, 'member.suspend', userId);
      expectVersion(member.version);
      suspendMember(deed, member);
    });
    return found(findMember(world, scope, userId));
  },

  'members.reactivate': ({ world, caller, path, write, expectVersion }) => {
    const userId = path('userId');
    const scope = reach(world, caller, path('organizationId'), 'member.reactivate');
    write((deed) => {
      const member = allowed(world, scope, 'member.reactivate', userId);
      expectVersion(member.version);
      reactivateMember(deed, member);
    });
    return found(findMember(world, scope, userId));
  },

  'members.remove': ({ world, caller, path, write, expectVersion }) => {
    const userId = path('userId');
    const scope = reach(world, caller, path('organizationId'), 'member.remove');
    write((deed) => {
      const member = allowed(world, scope, 'member.remove', userId);
      expectVersion(member.version);
      removeMember(deed, member);
    });
    return {};
  },

  'members.setOrganizationRoles': ({ world, caller, path, body, write, expectVersion }) => {
    const userId = path('userId');
    const scope = reach(world, caller, path('organizationId'), 'member.setOrganizationRoles');
    write((deed) => {
      const member = allowed(world, scope, 'member.setOrganizationRoles', userId);
      expectVersion(member.version);
      setOrganizationRoles(deed, member, body.organizationRoleIds);
    });
    return found(findMember(world, scope, userId));
  },

  'members.bulk': ({ world, caller, path, body, each }) => {
    const { action, run } = bulkActions[body.action];
    const scope = reach(world, caller, path('organizationId'), action);
    const outcomes = each(
      body.userIds,
      (deed, userId) => run(deed, allowed(world, scope, action, userId)),
      (userId) => ({ type: 'member', id: userId }),
    );
    const results = outcomes.map((outcome, index) => ({
      userId: body.userIds[index] ?? '',
      ...outcome,
    }));
    return { results };
  },

  'members.listSessions': ({ world, caller, path }) => {
    const scope = reach(world, caller, path('organizationId'), 'member.listSessions');
    const { organizationId, userId } = memberOf(
      world,
      scope.organization.organizationId,
      path('userId'),
    );
    return { items: memberSessionsOf(world, organizationId, userId) };
  },

  'members.endSessions': ({ world, caller, path, write, expectVersion }) => {
    const scope = reach(world, caller, path('organizationId'), 'member.endSessions');
    write((deed) => {
      const member = allowed(world, scope, 'member.endSessions', path('userId'));
      expectVersion(member.version);
      endMemberSessions(deed, member);
    });
    return {};
  },
};
