import type { UserOrder } from '@tesserakit/contract';
import { decide, type User, type UserFacts, type UserStatus } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { memberFactsOf } from './member-facts.ts';
import { membershipsOf, membershipView } from './memberships.ts';
import { pageOf, type Page } from './paging.ts';
import { peopleOf } from './people.ts';
import { wordsOf } from './search.ts';
import type { Looking } from './seen.ts';
import type { ListQuery } from './short-list.ts';
import { versionOf } from './versions.ts';

export interface UserListQuery extends ListQuery {
  readonly status?: UserStatus | undefined;
  readonly sort?: UserOrder | undefined;
}

const mostMemberships = 100;

/** A page of the people of the tenant, by name where nothing else is asked for. */
export async function listUsers(
  world: World,
  looking: Looking,
  { search, status, sort = 'name', limit, cursor }: UserListQuery,
): Promise<Page<ReturnType<typeof userView>>> {
  const asked = { words: wordsOf(search), status, suits: undefined, sort };
  const page = await pageOf(world, () => peopleOf(world).list(asked), {
    limit,
    cursor,
    scope: ['users', looking.actor.userId, search, status, sort],
  });
  return { ...page, items: page.items.map((user) => userView(world, looking, user)) };
}

/** A person as the rules see them. */
export function userFactsOf(world: World, user: User): UserFacts {
  const isLastAdministrator = membershipsOf(world, user.userId).some(
    ({ member }) => memberFactsOf(world, member).isLastAdministrator,
  );
  return { user, isLastAdministrator };
}

/** A person as answers carry them. */
export function userView(world: World, { actor, place }: Looking, user: User) {
  const { userId, email, emailVerified, name, phone, picture, locale } = user;
  const facts = userFactsOf(world, user);
  return {
    userId,
    email,
    emailVerified,
    name,
    ...(phone !== undefined && { phone }),
    ...(picture !== undefined && { picture }),
    ...(locale !== undefined && { locale }),
    status: user.status,
    platformAdministrator: user.platformAdministrator,
    version: versionOf(world, 'user', userId),
    actions: {
      'user.update': decide(actor, 'user.update', place, undefined),
      'user.disable': decide(actor, 'user.disable', place, facts),
      'user.enable': decide(actor, 'user.enable', place, facts),
      'user.delete': decide(actor, 'user.delete', place, facts),
      'user.resetPassword': decide(actor, 'user.resetPassword', place, undefined),
    },
  };
}

/** The same with the first of their memberships. */
export function userDetailsView(world: World, looking: Looking, user: User) {
  const memberships = membershipsOf(world, user.userId).slice(0, mostMemberships);
  return {
    ...userView(world, looking, user),
    memberships: memberships.map((one) => membershipView(world, one)),
  };
}
