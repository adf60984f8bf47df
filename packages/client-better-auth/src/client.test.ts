import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Member } from '@tesserakit/contract';
import { createBetterAuthClient } from './index.ts';
import { settleTown, type OpenTown, type Town } from './trial/town.ts';

describe('createBetterAuthClient', () => {
  let town: Town;
  before(async () => (town = await settleTown()));
  after(() => town.end());

  /** Does something to a copy of the town. */
  async function inTown<T>(task: (open: OpenTown) => Promise<T>): Promise<T> {
    const open = await town.open();
    try {
      return await task(open);
    } finally {
      await open.server.stop();
    }
  }

  const acme = () => ({ organizationId: town.organizationId });
  const roleNames = ({ organizationRoles }: Member) => organizationRoles.map((role) => role.name);

  it('shows each member with the roles that better-auth has', async () => {
    const { items } = await inTown(({ clientOf }) => clientOf(town.plain).members.list(acme()));
    const names = items.map((member) => [member.name, roleNames(member).join()]);
    assert.deepEqual(Object.fromEntries(names), {
      'Olga Owner': 'Owner',
      'Ann Admin': 'Member,Administrator',
      'Pia Plain': 'Member',
      'Carl Colleague': 'Member',
    });
  });

  it('tells better-auth the roles in its own words', async () => {
    await inTown(async ({ clientOf, server }) => {
      await clientOf(town.owner).members.setOrganizationRoles({
        ...acme(),
        userId: town.colleague.userId,
        organizationRoleIds: ['organizationMember', 'admin'],
      });
      const members = await server.membersOf(town.owner, town.organizationId);
      const changed = members.find(({ userId }) => userId === town.colleague.userId);
      assert.equal(changed?.role, 'member,admin');
    });
  });

  it('lets nobody give more than they have', async () => {
    await inTown(async ({ clientOf }) => {
      const { items } = await clientOf(town.admin).organizationRoles.list(acme());
      assert.deepEqual(Object.fromEntries(items.map((role) => [role.name, role.assignable])), {
        Owner: 'escalation_refused',
        Administrator: true,
        Member: true,
      });
      const change = { userId: town.colleague.userId, organizationRoleIds: ['organizationAdmin'] };
      const call = clientOf(town.admin).members.setOrganizationRoles({ ...acme(), ...change });
      await assert.rejects(call, { code: 'escalation_refused' });
    });
  });

  it('leaves the organization that the session holds as active as it is', async () => {
    await inTown(async ({ clientOf, server }) => {
      await server.activate(town.owner, town.organizationId);
      const client = clientOf(town.owner);
      const strangers = { organizationId: town.strangersOrganizationId };
      await client.members.list(acme());
      await assert.rejects(client.organizations.get(strangers), { code: 'not_found' });
      await assert.rejects(client.me.get(strangers), { code: 'not_found' });
      assert.equal(await server.activeOrganization(town.owner), town.organizationId);
    });
  });

  it('writes with a token in place of a cookie, from outside a browser', async () => {
    await inTown(async ({ server }) => {
      const client = createBetterAuthClient({
        baseUrl: server.baseUrl,
        identity: () => 'a script',
        getHeaders: async () => ({ Authorization: `Bearer ${town.owner.token}` }),
      });
      await client.members.remove({ ...acme(), userId: town.colleague.userId });
      const members = await server.membersOf(town.owner, town.organizationId);
      assert.ok(!members.some(({ userId }) => userId === town.colleague.userId));
    });
  });

  it('takes no organization from the session where none is named', async () => {
    await inTown(async ({ clientOf, server }) => {
      await server.activate(town.owner, town.organizationId);
      const call = clientOf(town.owner).members.list({ organizationId: '' });
      await assert.rejects(call, { code: 'not_found' });
    });
  });
});
