import type { MemberOrder, MemberStatus } from '@tesserakit/contract';
import { decide, type Actor, type Organization } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { givenAccess, holdersOf, type GivenAccess } from './access.ts';
import { pageOf, sorted, type Page } from './paging.ts';
import { organizationRolesOf, reference, timestamp } from './roles.ts';
import { rosterOf, type Person } from './roster.ts';
import { wordsOf } from './search.ts';

export interface MemberListQuery {
  readonly search?: string | undefined;
  readonly status?: MemberStatus | undefined;
  readonly organizationRole?: string | undefined;
  readonly applicationRole?: string | undefined;
  readonly sort?: MemberOrder | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
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
  const holds =
    applicationRole === undefined ? undefined : holdersOf(world, organization, applicationRole);
  const administers = ({ member }: Person) =>
    organizationRole === undefined || member.organizationRoleIds.includes(organizationRole);
  const people = () =>
    rosterOf(world, organization.organizationId)?.list({
      words: wordsOf(search),
      status,
      sort,
      suits:
        holds || organizationRole !== undefined
          ? (person) => administers(person) && (!holds || holds(person.user.userId))
          : undefined,
    }) ?? sorted([], []);
  const page = await pageOf(world, people, {
    limit: query.limit,
    cursor: query.cursor,
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
  const access = givenAccess(world, organization);
  const items = page.items.map((person) =>
    memberView(world, person, access(person.user.userId), actor),
  );
  return { ...page, items };
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
  return memberView(world, { member, user }, givenAccess(world, organization)(userId), actor);
}

/** A member as answers carry it. */
export type MemberView = ReturnType<typeof memberView>;

function memberView(
  world: World,
  { member, user }: Person,
  access: readonly GivenAccess[],
  actor: Actor,
) {
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
