import assert from 'node:assert/strict';
import type { Invitation } from '@tesserakit/domain';
import { discoveryOf } from '../../../directory/discovery.ts';
import type { Rules, Moment } from '../step.ts';

const publicDomains = ['com', 'co.uk', 'gmail.com', 'outlook.com'];

/** How people come in: invitations, domains, connections. */
export const joiningRules: Rules<Moment> = {
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
};
