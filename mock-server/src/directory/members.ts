import type { MemberOrder, MemberSort, MemberStatus } from '@tesserakit/contract';
import { decide, type Actor, type Member, type Organization, type User } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { givenAccess, type GivenAccess } from './access.ts';
import { pageOf, type Page } from './paging.ts';
import { organizationRolesOf, reference, timestamp } from './roles.ts';
import { finder } from './search.ts';

export interface MemberListQuery {
  readonly search?: string | undefined;
  readonly status?: MemberStatus | undefined;
  readonly organizationRole?: string | undefined;
  readonly applicationRole?: string | undefined;
  readonly sort?: MemberOrder | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

interface Person {
  readonly member: Member;
  readonly user: User;
  readonly access: readonly GivenAccess[];
}

/**
 * A page of an organization's members, as this actor sees them, by name where nothing else is asked
 * for. Refuses a cursor of another list, order or actor with `cursor_invalid`.
 */
export async function listMembers(
  world: World,
  organization: Organization,
  actor: Actor,
  query: MemberListQuery,
): Promise<Page<MemberView>> {
  const { search, status, organizationRole, applicationRole, sort = 'name' } = query;
  const found = finder(search);
  const key = sort.replace('-', '') as MemberSort;
  const people = peopleOf(world, organization).filter(
    ({ member, user, access }) =>
      (status === undefined || member.status === status) &&
      (organizationRole === undefined || member.organizationRoleIds.includes(organizationRole)) &&
      (applicationRole === undefined || holds(access, applicationRole)) &&
      found(`${user.name} ${user.email}`),
  );
  const placed = people.map((person) => ({
    item: person,
    values: [valueOf(person, key)],
    id: person.user.userId,
  }));
  const page = await pageOf(world, placed, {
    limit: query.limit,
    cursor: query.cursor,
    descending: [sort.startsWith('-')],
    scope: [
      'members',
      organization.organizationId,
      actor.userId,
      search,
      status,
      organizationRole,
      applicationRole,
      sort,
    ],
  });
  return { ...page, items: page.items.map((person) => memberView(world, person, actor)) };
}

/** One member, as this actor sees them; `undefined` when there is none. */
export function findMember(
  world: World,
  organization: Organization,
  userId: string,
  actor: Actor,
): MemberView | undefined {
  const member = world.members.get(organization.organizationId)?.get(userId);
  const user = world.users.get(userId);
  if (!member || !user) return undefined;
  return memberView(
    world,
    { member, user, access: givenAccess(world, organization)(userId) },
    actor,
  );
}

function peopleOf(world: World, organization: Organization): Person[] {
  const access = givenAccess(world, organization);
  return [...(world.members.get(organization.organizationId)?.values() ?? [])].flatMap((member) => {
    const user = world.users.get(member.userId);
    return user ? [{ member, user, access: access(member.userId) }] : [];
  });
}

function holds(access: readonly GivenAccess[], roleId: string): boolean {
  return access.some(({ roles }) => roles.some((role) => role.roleId === roleId));
}

function valueOf({ member, user }: Person, key: MemberSort): string | number | undefined {
  if (key === 'name') return user.name || undefined;
  return key === 'email' ? user.email : member[key];
}

/** A member as answers carry it. */
export type MemberView = ReturnType<typeof memberView>;

function memberView(world: World, { member, user, access }: Person, actor: Actor) {
  const { userId, organizationId, status, title, department, source, version } = member;
  const moment = (key: 'joinedAt' | 'lastSignInAt' | 'expiresAt') =>
    member[key] !== undefined && { [key]: timestamp(member[key]) };
  return {
    userId,
    organizationId,
    email: user.email,
    name: user.name,
    ...(user.picture !== undefined && { picture: user.picture }),
    status,
    organizationRoles: organizationRolesOf(world, member).map(reference),
    ...(title !== undefined && { title }),
    ...(department !== undefined && { department }),
    ...moment('joinedAt'),
    ...moment('lastSignInAt'),
    ...moment('expiresAt'),
    source,
    access: access.map(({ application, roles }) => ({
      applicationId: application.applicationId,
      name: application.name,
      roles: roles.map(reference),
    })),
    version,
    actions: { 'member.read': decide(actor, 'member.read', { organizationId, userId }) },
  };
}
