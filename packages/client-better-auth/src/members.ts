import {
  demand,
  demandNoVersion,
  stretchOf,
  TesseraError,
  type CallOptions,
  type MemberDirectory,
  type MemberQuery,
  type MemberScope,
} from '@tesserakit/client';
import type { Member } from '@tesserakit/contract';
import {
  decide,
  permissionsOf,
  permits,
  roleAssignmentBlocker,
  type Actor,
  type MemberFacts,
} from '@tesserakit/domain';
import { reference, type Roles } from './roles.ts';
import type { BetterAuthServer, ServerMember } from './server.ts';
import { ownPlace, standingOf } from './standing.ts';

type Supported = Pick<MemberDirectory, 'list' | 'get' | 'setOrganizationRoles' | 'remove'>;

/**
 * Members as the organization plugin keeps them. What the rules refuse is refused before the server
 * is asked to write, so that verdicts and refusals are the same; the server judges again.
 */
export function membersOf(server: BetterAuthServer, roles: Roles): Supported {
  /** A member, and who looks at them. @throws TesseraError `not_found` */
  const find = async (scope: MemberScope, options: CallOptions | undefined) => {
    const { userId } = scope;
    // Left out of the query, it would find anybody.
    if (userId === '') throw new TesseraError('not_found');
    const query = { limit: 1, filterField: 'userId', filterValue: userId } as const;
    const [{ actor }, page] = await Promise.all([
      standingOf(server, roles, scope, options),
      server.members(scope, query, options),
    ]);
    const found = page.members.find((member) => member.userId === userId);
    if (!found) throw new TesseraError('not_found');
    return { actor, found, facts: factsOf(found, roles) };
  };

  return {
    list: async (query, options) => {
      const { organizationId, organizationRole } = query;
      demandListable(query);
      const role = organizationRole === undefined ? undefined : roleAsked(organizationRole, roles);
      const { actor, user } = await standingOf(server, roles, query, options);
      demand(permits(actor, 'members.list', ownPlace));
      const stretch = stretchOf(query, ['members', organizationId, user.id, organizationRole]);
      const { members, total } = await server.members(
        query,
        {
          limit: stretch.limit,
          offset: stretch.offset,
          ...(role !== undefined && {
            filterField: 'role',
            filterOperator: 'contains',
            filterValue: role,
          }),
        },
        options,
      );
      return {
        items: members.map((member) => viewOf(member, roles, actor)),
        nextCursor: stretch.next(total),
        total,
      };
    },

    get: async (scope, options) => {
      const { actor, found } = await find(scope, options);
      const oneself = found.userId === actor.userId;
      demand(permits(actor, 'member.read', { ...ownPlace, oneself }));
      return viewOf(found, roles, actor);
    },

    setOrganizationRoles: async ({ organizationRoleIds, version, ...scope }, options) => {
      demandNoVersion(version);
      const written = roles.write(organizationRoleIds);
      if (!written || written.length === 0) {
        const fields = [{ field: 'organizationRoleIds', message: 'One or more names of roles.' }];
        throw new TesseraError('validation_failed', { fields });
      }
      const { actor, found, facts } = await find(scope, options);
      demand(decide(actor, 'member.setOrganizationRoles', ownPlace, facts));
      demand(roleAssignmentBlocker(actor, facts, roles.read(written.join())) ?? true);
      await server.setRole(found, written, options);
      const after = await find(scope, options);
      return viewOf(after.found, roles, after.actor);
    },

    remove: async ({ version, ...scope }, options) => {
      demandNoVersion(version);
      const { actor, found, facts } = await find(scope, options);
      demand(decide(actor, 'member.remove', ownPlace, facts));
      await server.remove(found, options);
    },
  };
}

/** What was asked for is never left out in silence. */
function demandListable({
  search,
  sort,
  status,
  source,
  application,
  applicationRole,
}: MemberQuery) {
  const asked = [search || undefined, sort, status, source, application, applicationRole];
  if (asked.some((one) => one !== undefined)) throw new TesseraError('unsupported');
}

function roleAsked(roleId: string, roles: Roles): string {
  const role = roles.searchable.get(roleId);
  if (role === undefined) throw new TesseraError('unsupported');
  return role;
}

/** Nobody is suspended or waits here, and the server itself counts its owners before it writes. */
function factsOf(member: ServerMember, roles: Roles): MemberFacts {
  const held = roles.read(member.role);
  return {
    member: {
      userId: member.userId,
      organizationId: member.organizationId,
      status: 'active',
      organizationRoleIds: held.map(({ roleId }) => roleId),
      source: 'direct',
      version: 1,
    },
    permissions: permissionsOf(held),
    isLastAdministrator: false,
  };
}

function viewOf(member: ServerMember, roles: Roles, actor: Actor): Member {
  const { userId, organizationId, role, createdAt, user } = member;
  const facts = factsOf(member, roles);
  const place = { ...ownPlace, oneself: userId === actor.userId };
  return {
    userId,
    organizationId,
    email: user.email,
    name: user.name,
    ...(typeof user.image === 'string' && { picture: user.image }),
    status: 'active',
    organizationRoles: roles.read(role).map(reference),
    ...(createdAt !== undefined && { joinedAt: createdAt }),
    access: [],
    actions: {
      'member.read': decide(actor, 'member.read', place, undefined),
      'member.remove': decide(actor, 'member.remove', place, facts),
      'member.setOrganizationRoles': decide(actor, 'member.setOrganizationRoles', place, facts),
    },
  };
}
