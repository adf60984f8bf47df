import assert from 'node:assert/strict';
import type { AccessGrant, Invitation, Member } from '@tesserakit/domain';
import { accessOf } from '../../../directory/access.ts';
import { discoveryOf } from '../../../directory/discovery.ts';
import {
  accessIn,
  ceilingIn,
  hasLastingAdministrator,
  isWithin,
  lineOf,
  rolesIn,
} from '../naive.ts';
import type { Picture } from '../picture.ts';
import type { Moment, Rules } from '../step.ts';

function* membersIn({ members }: Picture): Generator<Member> {
  for (const table of members.values()) yield* table.values();
}

/** The nouns whose versions are counted beside them, by table. */
const nouns = {
  users: 'user',
  organizations: 'organization',
  organizationRoles: 'organizationRole',
  applications: 'application',
  roles: 'role',
  roleGroups: 'roleGroup',
  onboardings: 'onboarding',
  invitations: 'invitation',
  domains: 'domain',
  connections: 'connection',
  directoryTokens: 'directoryToken',
  apiKeys: 'apiKey',
} as const;

function versionIn({ versions }: Picture, noun: string, ...ids: readonly string[]): number {
  return versions.get(JSON.stringify([noun, ...ids])) ?? 1;
}

/** Where the things are kept that secrets are good for. */
const owner = {
  invitation: 'invitations',
  apiKey: 'apiKeys',
  directoryToken: 'directoryTokens',
} as const;

const publicDomains = ['com', 'co.uk', 'gmail.com', 'outlook.com', 'example.com.'];

/** What holds of the directory after every command, whatever it was. */
export const stateRules: Rules<Moment> = {
  'inv-01, inv-02: who may enter with which roles is what the sets say'({ arena, after }) {
    const { world } = arena;
    for (const { organizationId, userId } of membersIn(after)) {
      const [user, organization] = [
        world.users.get(userId),
        world.organizations.get(organizationId),
      ];
      if (!user || !organization) continue;
      for (const application of after.applications.values()) {
        const { applicationId } = application;
        const { entry, roles } = accessOf(world, user, organization, application);
        const expected = accessIn(after, userId, organizationId, applicationId);
        const where = `${userId} in ${organizationId} at ${applicationId}`;
        assert.equal(entry === true, expected !== undefined, `${where}: ${entry}`);
        const given = roles.map(({ roleId }) => roleId).sort();
        assert.deepEqual(given, [...(expected ?? [])].sort(), where);
      }
    }
  },

  'inv-02, inv-03: a grant holds only what the organization may hand out'({ after }) {
    for (const [organizationId, table] of after.grants) {
      for (const { userId, applicationId, roles } of [...table.values()].flat()) {
        const where = `${userId} in ${organizationId} at ${applicationId}`;
        assert.ok(after.onboardings.get(organizationId)?.has(applicationId), where);
        const ceiling = ceilingIn(after, organizationId, applicationId);
        const roleIds = roles.map(({ roleId }) => roleId);
        assert.ok(isWithin(roleIds, ceiling), `${where}: ${roleIds.join()}`);
        assert.equal(new Set(roleIds).size, roleIds.length, where);
      }
    }
  },

  'inv-04: one membership for each person and organization'({ after }) {
    for (const [organizationId, table] of after.members) {
      for (const [userId, member] of table) {
        assert.deepEqual([member.organizationId, member.userId], [organizationId, userId]);
      }
    }
    for (const [organizationId, table] of after.grants) {
      for (const [userId, grants] of table) {
        const applications = grants.map(({ applicationId }) => applicationId);
        assert.equal(new Set(applications).size, applications.length, userId);
        for (const grant of grants) {
          assert.deepEqual([grant.organizationId, grant.userId], [organizationId, userId]);
        }
      }
    }
  },

  'inv-05: an organization at the root keeps an administrator who stays'({ before, after }) {
    for (const { organizationId, status, parentOrganizationId } of after.organizations.values()) {
      if (status !== 'active' || parentOrganizationId !== undefined) continue;
      const earlier = before.organizations.get(organizationId);
      const counted = earlier?.status === 'active' && earlier.parentOrganizationId === undefined;
      if (!counted || !hasLastingAdministrator(before, organizationId)) continue;
      assert.ok(hasLastingAdministrator(after, organizationId), organizationId);
    }
  },

  'inv-09: a managed organization has at most what its parent exposes'({ after }) {
    for (const [organizationId, table] of after.onboardings) {
      const parentId = after.organizations.get(organizationId)?.parentOrganizationId;
      for (const { applicationId, fromParent } of table.values()) {
        if (!fromParent) continue;
        const where = `${organizationId} at ${applicationId}`;
        const share = after.onboardings.get(parentId ?? '')?.get(applicationId);
        assert.ok(share, where);
        const exposed = share.exposedRoleGroupIds;
        const ceiling = ceilingIn(after, organizationId, applicationId);
        assert.ok(isWithin(ceiling, rolesIn(after, applicationId, exposed)), where);
        assert.ok(isWithin(ceiling, ceilingIn(after, parentId ?? '', applicationId)), where);
      }
    }
  },

  'inv-10: managed organizations are a forest of limited depth'({ arena, after }) {
    for (const organizationId of after.organizations.keys()) {
      const line = lineOf(after, organizationId);
      const root = after.organizations.get(line.at(-1) ?? '');
      assert.equal(root?.parentOrganizationId, undefined, organizationId);
      assert.ok(line.length - 1 <= arena.world.settings.maxManagedDepth, organizationId);
    }
  },

  'inv-12: an address belongs to one person'({ after }) {
    const addresses = new Map<string, string>();
    for (const { userId, email } of after.users.values()) {
      const folded = email.normalize('NFC').toLowerCase();
      assert.equal(addresses.get(folded), undefined, email);
      addresses.set(folded, userId);
    }
    assert.deepEqual(new Map(after.userIdsByEmail), addresses);
  },

  'inv-12: no id comes back'({ arena, changes }) {
    const named = [
      'users',
      'organizations',
      'organizationRoles',
      'applications',
      'roles',
      'roleGroups',
      'invitations',
      'domains',
      'connections',
      'directoryTokens',
      'apiKeys',
    ];
    for (const { table, key, from, to } of changes) {
      if (!named.includes(table)) continue;
      if (to === undefined) arena.pastIds.add(key);
      else if (from === undefined) assert.ok(!arena.pastIds.has(key), `${table} ${key}`);
    }
  },

  'inv-15: an invitation that was answered stays as it was'({ changes }) {
    for (const { table, key, from, to } of changes) {
      if (table !== 'invitations' || from === undefined || to === undefined) continue;
      assert.equal((from as Invitation).status, 'pending', key);
    }
  },

  'inv-17: one invitation waits for an address, with one link'({ after }) {
    const links = new Map<string, number>();
    for (const { purpose, id } of after.secrets.values()) {
      if (purpose === 'invitation') links.set(id, (links.get(id) ?? 0) + 1);
    }
    for (const [organizationId, table] of after.invitations) {
      const waiting = [...table.values()].filter(
        ({ status, expiresAt }) => status === 'pending' && after.now < expiresAt,
      );
      const addresses = waiting.map(({ email }) => email.toLowerCase());
      assert.equal(new Set(addresses).size, addresses.length, organizationId);
      for (const { invitationId, status } of table.values()) {
        const most = status === 'pending' ? 1 : 0;
        assert.ok((links.get(invitationId) ?? 0) <= most, invitationId);
      }
    }
  },

  'inv-20, inv-21: a verified domain has one owner and is nobody else’s to have'({ after }) {
    const owned = new Set<string>();
    for (const { name, status } of [...after.domains.values()].flatMap((all) => [
      ...all.values(),
    ])) {
      if (status !== 'verified') continue;
      assert.ok(!owned.has(name), name);
      owned.add(name);
      assert.match(name, /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/);
      assert.ok(!publicDomains.includes(name), name);
    }
  },

  'inv-22: where an address leads depends on its domain alone'({ arena, after }) {
    const people = [...after.users.values()].map(({ email }) => email);
    for (const [organizationId, table] of after.domains) {
      for (const { name, status, proof, discovery } of table.values()) {
        if (status !== 'verified' || proof !== 'dns') continue;
        const found = discoveryOf(arena.world, `nobody@${name}`);
        const active = after.organizations.get(organizationId)?.status === 'active';
        assert.equal(found?.organizationId, discovery && active ? organizationId : undefined, name);
        const { connection } = found ?? {};
        if (connection) {
          const kept = after.connections.get(organizationId)?.get(connection.connectionId);
          assert.ok(kept?.status === 'active', name);
        }
        const somebody = people.find((email) => email.toLowerCase().endsWith(`@${name}`));
        if (somebody) assert.deepEqual(discoveryOf(arena.world, somebody), found, somebody);
      }
    }
  },

  'inv-26: nobody signs in through a connection without an owned domain'({ after }) {
    for (const [organizationId, table] of after.connections) {
      const owned = [...(after.domains.get(organizationId)?.values() ?? [])].some(
        ({ status, proof }) => status === 'verified' && proof === 'dns',
      );
      for (const { status, connectionId } of table.values()) {
        assert.ok(status !== 'active' || owned, connectionId);
      }
    }
  },

  'inv-27: whoever has a session is active'({ after }) {
    for (const [sid, { userId, expiresAt }] of after.sessions) {
      if (expiresAt <= after.now) continue;
      assert.equal(after.users.get(userId)?.status, 'active', sid);
    }
  },

  'inv-28: a family of tokens keeps its person, client and organization'({ before, after }) {
    for (const [id, { entry }] of after.families) {
      const earlier = before.families.get(id)?.entry;
      if (earlier) assert.deepEqual(entry, earlier);
    }
  },

  'inv-29: what was revoked never comes back'({ before, after }) {
    for (const [id, { revoked }] of before.families) {
      if (revoked) assert.ok(after.families.get(id)?.revoked ?? true, id);
    }
  },

  'inv-38: counts of writes only grow'({ changes }) {
    for (const { table, key, from = 1, to = 0 } of changes) {
      if (table === 'versions') assert.ok(Number(to) > Number(from), key);
    }
  },

  'inv-38: what is written is another version'({ before, after, changes }) {
    for (const { table, organizationId, key, from, to } of changes) {
      const noun = nouns[table as keyof typeof nouns];
      if (noun === undefined || from === undefined) continue;
      // What never comes back under its id needs no version beyond its end.
      if (to === undefined && noun !== 'onboarding') continue;
      const ids = organizationId === undefined ? [key] : [organizationId, key];
      const [earlier, later] = [versionIn(before, noun, ...ids), versionIn(after, noun, ...ids)];
      assert.ok(later > earlier, `${noun} ${ids.join()}`);
    }
  },

  'inv-38: a grant that is changed or taken away is another version'({ before, after, changes }) {
    for (const { table, organizationId = '', key, from = [], to = [] } of changes) {
      if (table !== 'grants') continue;
      const later = to as readonly AccessGrant[];
      for (const grant of from as readonly AccessGrant[]) {
        if (later.includes(grant)) continue;
        const ids = [organizationId, key, grant.applicationId];
        const version = versionIn(after, 'grant', ...ids);
        assert.ok(version > versionIn(before, 'grant', ...ids), ids.join());
      }
    }
  },

  'inv-38: a member who comes back is another version'({ arena, changes }) {
    for (const { table, organizationId = '', key, from, to } of changes) {
      if (table !== 'members') continue;
      const name = `${organizationId} ${key}`;
      if (to === undefined) arena.pastVersions.set(name, (from as Member).version);
      else if (from === undefined) {
        assert.ok((to as Member).version > (arena.pastVersions.get(name) ?? 0), name);
      }
    }
  },

  'inv-43: nothing refers to what is gone'({ after }) {
    const { users, organizations, applications, roles, organizationRoles, onboardings } = after;
    for (const { organizationId, userId, organizationRoleIds, status } of membersIn(after)) {
      assert.ok(users.has(userId) && organizations.has(organizationId), userId);
      for (const roleId of organizationRoleIds) assert.ok(organizationRoles.has(roleId), roleId);
      if (status !== 'pending') continue;
      const waiting = [...(after.invitations.get(organizationId)?.values() ?? [])].some(
        (one) =>
          one.status === 'pending' &&
          one.email.toLowerCase() === users.get(userId)?.email.toLowerCase(),
      );
      assert.ok(waiting, `${userId} waits in ${organizationId} for nothing`);
    }
    for (const [organizationId, table] of after.invitations) {
      for (const { status, email, renewedBy } of table.values()) {
        if (status !== 'pending' || renewedBy !== undefined) continue;
        const userId = after.userIdsByEmail.get(email.toLowerCase()) ?? '';
        const member = after.members.get(organizationId)?.get(userId);
        assert.equal(member?.status, 'pending', `${email} in ${organizationId}`);
      }
    }
    for (const [organizationId, table] of after.grants) {
      for (const grant of [...table.values()].flat()) {
        assert.ok(after.members.get(organizationId)?.has(grant.userId), grant.userId);
        assert.ok(applications.has(grant.applicationId), grant.applicationId);
      }
    }
    for (const [organizationId, table] of onboardings) {
      assert.ok(organizations.has(organizationId), organizationId);
      for (const share of table.values()) {
        assert.ok(applications.has(share.applicationId), share.applicationId);
        const groups = [...share.roleGroupIds, ...share.exposedRoleGroupIds];
        for (const id of groups) assert.ok(after.roleGroups.has(id), id);
        for (const id of [...share.roleIds, ...share.defaultRoleIds]) assert.ok(roles.has(id), id);
        const { connectionId } = share;
        const connections = after.connections.get(organizationId);
        assert.ok(connectionId === undefined || connections?.has(connectionId), connectionId);
      }
    }
    for (const { applicationId, roleIds } of after.roleGroups.values()) {
      assert.ok(applications.has(applicationId), applicationId);
      for (const id of roleIds) assert.equal(roles.get(id)?.applicationId, applicationId, id);
    }
    for (const { applicationId } of roles.values()) assert.ok(applications.has(applicationId));
    for (const { parentOrganizationId: id } of organizations.values()) {
      assert.ok(id === undefined || organizations.has(id), id);
    }
    const byOrganization = [
      'invitations',
      'domains',
      'connections',
      'directoryTokens',
      'apiKeys',
    ] as const;
    for (const name of byOrganization) {
      for (const id of after[name].keys()) assert.ok(organizations.has(id), `${name} of ${id}`);
    }
    for (const use of after.secrets.values()) {
      const owners =
        use.purpose === 'passwordReset' ? users : after[owner[use.purpose]].get(use.organizationId);
      assert.ok(owners?.has(use.id), `a secret of ${use.purpose} ${use.id}`);
    }
    for (const domainId of after.domainChallenges.keys()) {
      assert.ok(
        [...after.domains.values()].some((all) => all.has(domainId)),
        domainId,
      );
    }
    for (const [id, { entry, revoked }] of after.families) {
      if (revoked) continue;
      const { userId, organizationId } = entry;
      assert.ok(users.has(userId), id);
      if (organizationId === undefined) continue;
      assert.ok(after.members.get(organizationId)?.has(userId), `${id}: ${userId}`);
    }
  },
};
