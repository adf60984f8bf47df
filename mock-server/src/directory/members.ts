import type { MemberOrder, MemberStatus } from '@tesserakit/contract';
import {
  decide,
  isGrantInForce,
  reachesApplication,
  type Action,
  type ActionAbout,
  type Actor,
  type ErrorCode,
  type Member,
  type MemberSource,
  type Place,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { givenAccess, grantsOf, holdersOf, type GivenAccess } from './access.ts';
import { memberFactsOf } from './member-facts.ts';
import { pageOf, sorted, type Page } from './paging.ts';
import { oneWord, remembered } from './remembered.ts';
import { timestamp } from './moments.ts';
import { organizationRolesOf, reference } from './organization-roles.ts';
import { personOf, rosterOf, type Person } from './roster.ts';
import { wordsOf } from './search.ts';
import type { Seen } from './seen.ts';
import type { ListQuery } from './short-list.ts';

export interface MemberListQuery extends ListQuery {
  readonly status?: MemberStatus | undefined;
  readonly organizationRole?: string | undefined;
  readonly applicationRole?: string | undefined;
  readonly application?: string | undefined;
  readonly source?: MemberSource | undefined;
  readonly sort?: MemberOrder | undefined;
}

/**
 * A page of an organization's members, as this actor sees them, by name where nothing else is asked
 * for. Refuses a cursor of another list, order or actor with `cursor_invalid`.
 */
export function listMembers(
  world: World,
  seen: Seen,
  query: MemberListQuery,
): Promise<Page<MemberView>> {
  const { organization, actor, place } = seen;
  const { reach } = place;
  const question = [
    'members',
    organization.organizationId,
    { ...actor, permissions: oneWord(actor.permissions) },
    reach.kind === 'managed' ? [...reach.applicationIds] : reach.kind,
    query,
  ];
  return remembered(world, question, async () => {
    const { people, ...page } = await pageOfPeople(world, seen, query);
    const access = givenAccess(world, organization);
    const items = people.map((person) =>
      memberView(world, person, access(person.user.userId), seen),
    );
    const judgesGrants = query.application !== undefined || query.applicationRole !== undefined;
    const timeless = !judgesGrants && !people.some(({ member }) => endsByItself(world, member));
    return { answer: { items, ...page }, timeless };
  });
}

/** Whether anything of a membership has an end, past or to come. */
function endsByItself(world: World, { organizationId, userId, expiresAt }: Member): boolean {
  const grants = grantsOf(world, organizationId, userId);
  const ends = [
    expiresAt,
    ...grants.flatMap(({ expiresAt, roles }) => [
      expiresAt,
      ...roles.map((role) => role.expiresAt),
    ]),
  ];
  return ends.some((end) => end !== undefined);
}

async function pageOfPeople(world: World, seen: Seen, query: MemberListQuery) {
  const { organization, actor } = seen;
  const { search, status, organizationRole, applicationRole, application, source } = query;
  const { sort = 'name' } = query;
  const holds =
    applicationRole === undefined ? undefined : holdersSeen(world, seen, applicationRole);
  const asked = organizationRole ?? application ?? source ?? applicationRole;
  const suits = ({ member }: Person) =>
    (organizationRole === undefined || member.organizationRoleIds.includes(organizationRole)) &&
    (source === undefined || member.source === source) &&
    (application === undefined || hasGrantSeen(world, seen, member, application)) &&
    (!holds || holds(member.userId));
  const people = () =>
    rosterOf(world, organization.organizationId)?.list({
      words: wordsOf(search),
      status,
      sort,
      suits: asked === undefined ? undefined : suits,
    }) ?? sorted([], []);
  const { items, ...page } = await pageOf(world, people, {
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
      application,
      source,
      sort,
    ],
  });
  return { people: items, ...page };
}

/** One member, as this actor sees them; `undefined` when there is none. */
export function findMember(world: World, seen: Seen, userId: string): MemberView | undefined {
  const { organization } = seen;
  const person = personOf(world, organization.organizationId, userId);
  return person && memberView(world, person, givenAccess(world, organization)(userId), seen);
}

/** A member as answers carry it. */
export type MemberView = ReturnType<typeof memberView>;

/** From above, nothing is told of applications for which the organization is not managed. */
function memberView(
  world: World,
  { member, user }: Person,
  access: readonly GivenAccess[],
  { actor, place }: Seen,
) {
  const seen = access.filter(({ application }) =>
    reachesApplication(place.reach, application.applicationId),
  );
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
    access: seen.map(({ application, roles }) => ({
      applicationId: application.applicationId,
      name: application.name,
      roles: roles.map(reference),
    })),
    version,
    actions: actionsOn(world, member, actor, { ...place, oneself: userId === actor.userId }),
  };
}

function hasGrantSeen(
  world: World,
  { place }: Seen,
  { organizationId, userId }: Member,
  applicationId: string,
): boolean {
  if (!reachesApplication(place.reach, applicationId)) return false;
  return grantsOf(world, organizationId, userId).some(
    (grant) => grant.applicationId === applicationId && isGrantInForce(grant, world.now()),
  );
}

function holdersSeen(
  world: World,
  { organization, place }: Seen,
  roleId: string,
): (userId: string) => boolean {
  const applicationId = world.roles.get(roleId)?.applicationId;
  const seen = applicationId !== undefined && reachesApplication(place.reach, applicationId);
  return seen ? holdersOf(world, organization, roleId) : () => false;
}

const aboutMembers = [
  'member.update',
  'member.suspend',
  'member.reactivate',
  'member.remove',
  'member.setOrganizationRoles',
  'member.endSessions',
] as const satisfies readonly ActionAbout<'member'>[];

function actionsOn(world: World, member: Member, actor: Actor, place: Place) {
  const facts = memberFactsOf(world, member);
  const actions: Partial<Record<Action, true | ErrorCode>> = {
    'member.read': decide(actor, 'member.read', place, undefined),
  };
  for (const action of aboutMembers) actions[action] = decide(actor, action, place, facts);
  return actions;
}
