import { findMember, listMembers } from '../directory/members.ts';
import { Refusal } from '../refusal.ts';
import { reach } from './caller.ts';
import type { Handlers } from './operations.ts';

export const members: Handlers<'members.list' | 'members.get'> = {
  'members.list': ({ world, caller, path, query }) => {
    const { organization, actor } = reach(world, caller, path('organizationId'), 'members.list');
    return listMembers(world, organization, actor, query);
  },

  'members.get': ({ world, caller, path }) => {
    const userId = path('userId');
    const { organization, actor } = reach(
      world,
      caller,
      path('organizationId'),
      'member.read',
      userId,
    );
    const member = findMember(world, organization, userId, actor);
    if (!member) throw new Refusal('not_found');
    return member;
  },
};
