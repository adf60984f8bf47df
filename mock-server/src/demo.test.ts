import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { startDemo } from './demo.ts';

const members = async ({ fetch, baseUrl, getToken }: ReturnType<typeof startDemo>, id: string) => {
  const response = await fetch(`${baseUrl}/organizations/${id}/members`, {
    headers: { Authorization: `Bearer ${await getToken({ organizationId: id })}` },
  });
  return response.status;
};

describe('startDemo', () => {
  it('shows the organization that its person administers', async () => {
    const demo = startDemo();
    assert.equal(demo.organizationId, 'org_borealis');
    assert.equal(await members(demo, 'org_borealis'), 200);
    assert.equal(await members(demo, 'org_acme'), 403);
  });

  it('gives the same token while it lasts', async () => {
    const { getToken } = startDemo();
    const scope = { organizationId: 'org_acme' };
    assert.equal(await getToken(scope), await getToken(scope));
  });

  it('lets another person be shown, at another application', async () => {
    const demo = startDemo({
      userId: 'user_admin_acme',
      applicationId: 'app_ledger',
      organizationId: 'org_acme',
    });
    const claims = decodeJwt(await demo.getToken({ organizationId: 'org_acme' }));
    assert.deepEqual([claims.sub, claims['roles']], ['user_admin_acme', ['controller']]);
    assert.equal(demo.identity(), 'http://localhost:4400 user_admin_acme');
  });

  it('gives no token for an organization of others, and none for nobody', async () => {
    const { getToken } = startDemo();
    await assert.rejects(getToken({ organizationId: 'org_cirrus' }), TypeError);
    assert.throws(() => startDemo({ applicationId: 'app_nothing' }), TypeError);
    assert.throws(() => startDemo({ seed: 'nothing' }), RangeError);
  });

  it('begins anew when it is reset, with a token for the new world', async () => {
    const demo = startDemo();
    const invite = async () => {
      const token = await demo.getToken({ organizationId: 'org_borealis' });
      const { status } = await demo.fetch(
        `${demo.baseUrl}/organizations/org_borealis/invitations`,
        {
          method: 'POST',
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({
            email: 'platform@tessera.example',
            organizationRoleIds: ['organizationMember'],
          }),
        },
      );
      return status;
    };
    assert.equal(await invite(), 200);
    await demo.reset();
    assert.equal(await invite(), 200);
  });

  it('goes on in memory where there is nothing to keep it in (C27)', async (test) => {
    const warn = test.mock.method(console, 'warn', () => undefined);
    const demo = startDemo({ keep: 'somewhere' });
    assert.equal(await members(demo, 'org_borealis'), 200);
    await demo.reset();
    assert.equal(await members(demo, 'org_borealis'), 200);
    assert.equal(warn.mock.callCount(), 1);
  });

  it('ends a call that the caller ends', async () => {
    const { fetch, baseUrl } = startDemo();
    const call = fetch(`${baseUrl}/me`, { signal: AbortSignal.abort() });
    await assert.rejects(call, { name: 'AbortError' });
  });
});
