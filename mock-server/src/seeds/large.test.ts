import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { issueAccessToken } from '../oidc/access-token.ts';
import { createServer } from '../server.ts';
import { createWorld } from '../world.ts';
import { large } from './large.ts';

describe('the seed large', () => {
  const seed = large();
  const world = createWorld(seed);

  it('has a thousand organizations, one of a hundred thousand, and two hundred applications', () => {
    assert.equal(world.organizations.size, 1000);
    assert.equal(world.members.get('org_acme')?.size, 100_000);
    assert.equal(world.applications.size, 200);
    assert.equal(world.clients.size, 204);
    assert.equal(world.userIdsByEmail.size, world.users.size);
  });

  it('is the same each time, and not the same object', () => {
    const again = large();
    assert.notEqual(again, seed);
    assert.deepEqual(again.users.slice(-500), seed.users.slice(-500));
    assert.deepEqual(again.grants.slice(-500), seed.grants.slice(-500));
  });

  it('has as many memberships as are asked for, none of them twice', () => {
    const { members, users, grants } = large({ memberships: 130_000 });
    const pairs = new Set(
      members.map(({ userId, organizationId }) => `${userId} ${organizationId}`),
    );
    assert.ok(members.length >= 130_000 && members.length < 131_000);
    assert.equal(pairs.size, members.length);
    assert.equal(users.length, seed.users.length);
    assert.ok(grants.length > members.length);
  });

  it('gives nobody what their organization cannot hand out', async () => {
    const known = new Set(seed.roles.map((role) => role.roleId));
    for (const { organizationId, applicationId, roles } of seed.grants) {
      assert.ok(world.onboardings.get(organizationId)?.has(applicationId), applicationId);
      assert.ok(roles.every(({ roleId }) => known.has(roleId)));
    }
    assert.ok(seed.grants.some(({ roles }) => roles.length > 1));
  });

  it('lets one person choose among hundreds of organizations', async () => {
    const server = createServer(world);
    const token = await issueAccessToken(world, 'user_both', 'org_borealis');
    const answer = await server.fetch(
      new Request(`${world.issuer}/api/v1/organizations`, {
        headers: { Authorization: `Bearer ${token}` },
      }),
    );
    const { total } = (await answer.json()) as { total: number };
    assert.equal(total, 995);
  });
});
