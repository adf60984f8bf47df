import * as tessera from '@tesserakit/client';
import type { Capabilities, Member } from '@tesserakit/contract';
import * as domain from '@tesserakit/domain';
import type { Backend, Seat } from './backend.ts';
import { reference, rights as known, roles } from './roles.ts';

/** What is not said here is absent from every screen. */
const capabilities: Capabilities = {
  organizations: { search: true },
  members: {
    search: true,
    sorts: ['name'],
    filters: ['status'],
    total: true,
    pageLimit: tessera.mostByPosition,
    suspend: true,
    remove: true,
    setOrganizationRoles: true,
  },
  organizationRoles: { list: true },
};

const deeds = [
  'member.suspend',
  'member.reactivate',
  'member.remove',
  'member.setOrganizationRoles',
] as const;

const place: domain.Place = { reach: { kind: 'own' }, organization: { status: 'active' } };

/** A directory over the backend, as one of its people sees it. */
export function createCustomClient(backend: Backend, userId: string): tessera.DirectoryClient {
  const seatOf = ({ organizationId, userId }: tessera.MemberScope) =>
    tessera.found(backend.seats.find((s) => s.customer === organizationId && s.person === userId));

  /** Who asks. Whoever has no seat finds no organization; whoever is blocked may do nothing. */
  function actorIn(organizationId: string): domain.Actor {
    const { rights, blocked } = seatOf({ organizationId, userId });
    const permissions = domain.permissionsOf(blocked ? [] : rights.map((right) => roles[right]));
    return { userId, organizationId, permissions, platform: false };
  }

  function factsOf(seat: Seat): domain.MemberFacts {
    const { customer, person, rights, blocked } = seat;
    const held = rights.map((right) => roles[right]);
    const bosses = backend.seats.filter(
      (one) => one.customer === customer && one.rights.includes('boss') && !one.blocked,
    );
    return {
      member: {
        userId: person,
        organizationId: customer,
        status: blocked ? 'suspended' : 'active',
        organizationRoleIds: held.map(({ roleId }) => roleId),
        source: 'direct',
        version: 1,
      },
      permissions: domain.permissionsOf(held),
      isLastAdministrator: bosses.length === 1 && bosses[0] === seat,
    };
  }

  function memberOf(seat: Seat): Member {
    const { mail, name } = tessera.found(backend.people.find(({ id }) => id === seat.person));
    const actor = actorIn(seat.customer);
    const facts = factsOf(seat);
    const where = { ...place, oneself: seat.person === userId };
    return {
      userId: seat.person,
      organizationId: seat.customer,
      email: mail,
      name,
      status: facts.member.status,
      organizationRoles: seat.rights.map((right) => reference(roles[right])),
      access: [],
      actions: {
        'member.read': domain.permits(actor, 'member.read', where),
        ...Object.fromEntries(
          deeds.map((deed) => [deed, domain.decide(actor, deed, where, facts)]),
        ),
      },
    };
  }

  /** Judges first; then the changed seat takes the place of the old one, or nothing does. */
  function change(
    { version, ...scope }: tessera.MemberScope & tessera.Expected,
    action: domain.ActionAbout<'member'>,
    to: (seat: Seat, actor: domain.Actor) => Partial<Seat> | undefined,
  ): void {
    tessera.demandNoVersion(version);
    const actor = actorIn(scope.organizationId);
    const seat = seatOf(scope);
    tessera.demand(domain.decide(actor, action, place, factsOf(seat)));
    const after = to(seat, actor);
    const changed = after ? [{ ...seat, ...after }] : [];
    backend.seats = backend.seats.flatMap((one) => (one === seat ? changed : [one]));
  }

  function changed(...[scope, action, to]: Parameters<typeof change>): Member {
    change(scope, action, to);
    return memberOf(seatOf(scope));
  }

  function listMembers(query: tessera.MemberQuery): tessera.Page<Member> {
    const { organizationId, limit, cursor, search = '', sort = 'name', status, ...others } = query;
    const isUnknown = Object.values(others).some((one) => one !== undefined);
    // What cannot be done is refused: to leave it out in silence would show the wrong people.
    if (isUnknown || !/^-?name$/.test(sort)) throw new tessera.TesseraError('unsupported');
    tessera.demand(domain.permits(actorIn(organizationId), 'members.list', place));
    const members = backend.seats
      .filter(({ customer }) => customer === organizationId)
      .map(memberOf)
      .filter(({ name, email }) => tessera.hasWords(`${name} ${email}`, search))
      .filter((member) => status === undefined || member.status === status)
      .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.userId < b.userId ? -1 : 1));
    if (sort === '-name') members.reverse();
    const scope = [organizationId, userId, search, sort, status];
    return tessera.pageOf(members, { limit, cursor }, scope);
  }

  const organizationOf = (organizationId: string) => {
    const { id, title } = tessera.found(backend.customers.find(({ id }) => id === organizationId));
    return { organizationId: id, name: title, slug: id, status: 'active' };
  };

  return tessera.directoryOf({
    identity: () => `custom-backend ${userId}`,
    capabilities: ({ organizationId }) => (actorIn(organizationId), capabilities),
    me: {
      get: ({ organizationId = '' }) => {
        const permissions = [...actorIn(organizationId).permissions];
        const { email, name, organizationRoles } = memberOf(seatOf({ organizationId, userId }));
        const organization = { ...organizationOf(organizationId), organizationRoles, permissions };
        return {
          userId,
          email,
          emailVerified: true,
          name,
          organization: { ...organization, roles: [] },
        };
      },
    },
    organizations: {
      list: ({ search = '', ...query }) => {
        const own = backend.seats.filter(({ person }) => person === userId);
        const choices = own
          .map(({ customer }) => ({ ...organizationOf(customer), entry: true as const, roles: [] }))
          .filter(({ name }) => tessera.hasWords(name, search));
        return tessera.pageOf(choices, query, [userId, search]);
      },
      get: ({ organizationId }) => {
        const mayRead = domain.permits(actorIn(organizationId), 'organization.read', place);
        return { ...organizationOf(organizationId), actions: { 'organization.read': mayRead } };
      },
    },
    members: {
      list: listMembers,
      get: (scope) => {
        const where = { ...place, oneself: scope.userId === userId };
        tessera.demand(domain.permits(actorIn(scope.organizationId), 'member.read', where));
        return memberOf(seatOf(scope));
      },
      suspend: (scope) => changed(scope, 'member.suspend', () => ({ blocked: true })),
      reactivate: (scope) => changed(scope, 'member.reactivate', () => ({ blocked: false })),
      remove: (scope) => change(scope, 'member.remove', () => undefined),
      setOrganizationRoles: ({ organizationRoleIds: ids, ...scope }) =>
        changed(scope, 'member.setOrganizationRoles', (seat, actor) => {
          const rights = known.filter((right) => ids.includes(roles[right].roleId));
          if (rights.length === 0 || rights.length < ids.length) {
            throw new tessera.TesseraError('validation_failed');
          }
          const given = rights.map((right) => roles[right]);
          tessera.demand(domain.roleAssignmentBlocker(actor, factsOf(seat), given) ?? true);
          return { rights };
        }),
    },
    organizationRoles: {
      list: ({ organizationId }) => {
        const actor = actorIn(organizationId);
        const items = known.map((right) => {
          const { roleId, name, permissions } = roles[right];
          const assignable = domain.mayHandOut(actor, roles[right], place);
          return {
            roleId,
            name,
            permissions: [...permissions],
            builtIn: true,
            assignable,
            actions: {},
          };
        });
        return { items };
      },
    },
  });
}
