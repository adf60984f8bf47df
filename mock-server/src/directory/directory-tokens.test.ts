import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { digestOf } from '../secrets.ts';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { directoryOf } from '../snapshot.ts';
import { asPerson, withToken, type Ask } from '../trial/directory.ts';
import { createWorld } from '../world.ts';

const tokens = '/organizations/org_acme/directory-tokens';

function setup() {
  const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01T09:00:00Z') });
  const server = createServer(world);
  const as = (userId: string, organizationId?: string, clientId?: string): Ask =>
    asPerson(world, server, userId, organizationId, clientId);
  const admin = as('user_admin_acme', 'org_acme');
  const make = async (some: object = {}) => {
    const body = { name: 'Identity provider', ...some };
    const answer = await admin(tokens, { method: 'POST', body });
    const path = `${tokens}/${String(answer.body['directoryTokenId'])}`;
    return { answer, path, secret: String(answer.body['secret']) };
  };
  const isKept = async (secret: string) => world.secrets.has(await digestOf(secret));
  return { world, server, as, admin, make, isKept };
}

const code = async (answer: ReturnType<Ask>) => {
  const { status, body } = await answer;
  return status === 200 ? 200 : body['code'];
};

describe('a directory token', () => {
  it('T11: shows its secret once, and nowhere else', async () => {
    const { world, admin, make, isKept } = setup();
    const { secret } = await make();
    assert.match(secret, /^tsd_[\w-]{43}$/);
    assert.equal(await isKept(secret), true);
    const { text } = await admin(tokens);
    assert.ok(text.includes('Identity provider'));
    const everything = text + JSON.stringify([directoryOf(world), world.audit]);
    assert.ok(!everything.includes(secret.slice(4)));
  });

  it('loses its old secret at once when it gets another', async () => {
    const { admin, make, isKept } = setup();
    const { path, secret } = await make({ expiresAt: '2026-03-01T10:00:00Z' });
    const { body } = await admin(`${path}/rotate`, { method: 'POST', body: {} });
    assert.notEqual(body['secret'], secret);
    assert.deepEqual([body['version'], body['expiresAt']], [2, '2026-03-01T10:00:00.000Z']);
    assert.equal(await isKept(secret), false);
    assert.equal(await isKept(String(body['secret'])), true);
    const stale = { method: 'DELETE', headers: { 'If-Match': '"1"' } };
    assert.equal(await code(admin(path, stale)), 'version_conflict');
  });

  it('gets no secret that is dead already', async () => {
    const { world, make, isKept } = setup();
    const past = await make({ expiresAt: '2026-03-01T09:00:00Z' });
    assert.equal(past.answer.body['code'], 'validation_failed');
    const { path, secret } = await make({ expiresAt: '2026-03-01T10:00:00Z' });
    world.moveClock(3_600_000);
    const again = asPerson(world, createServer(world), 'user_admin_acme', 'org_acme');
    const rotate = { method: 'POST', body: {} };
    assert.equal(await code(again(`${path}/rotate`, rotate)), 'validation_failed');
    assert.equal(await isKept(secret), true);
    const open = { method: 'POST', body: { expiresAt: null } };
    const { body } = await again(`${path}/rotate`, open);
    assert.equal(body['expiresAt'], undefined);
  });

  it('ends at once when it is revoked', async () => {
    const { admin, make, isKept } = setup();
    const { path, secret } = await make();
    assert.equal(await code(admin(path, { method: 'DELETE' })), 200);
    assert.equal(await isKept(secret), false);
    assert.equal(await code(admin(path, { method: 'DELETE' })), 'not_found');
    const rotate = { method: 'POST', body: {} };
    assert.equal(await code(admin(`${path}/rotate`, rotate)), 'not_found');
  });

  it('is out of the reach of members, other organizations and those above', async () => {
    const { as, make } = setup();
    const { path } = await make();
    const tries: [string, Parameters<Ask>[1]][] = [
      [tokens, {}],
      [tokens, { method: 'POST', body: { name: 'Mine' } }],
      [`${path}/rotate`, { method: 'POST', body: {} }],
      [path, { method: 'DELETE' }],
    ];
    for (const [where, sent] of tries) {
      assert.equal(await code(as('user_agent_acme', 'org_acme')(where, sent)), 'forbidden');
      assert.equal(await code(as('user_admin_borealis', 'org_borealis')(where, sent)), 'not_found');
      const below = where.replace('org_acme', 'org_acme_north');
      assert.equal(await code(as('user_admin_acme', 'org_acme')(below, sent)), 'not_found');
    }
  });
});

describe('a secret', () => {
  it('W06: is good for what it was made for, and for nothing else', async () => {
    const { world, server, as, admin, make } = setup();
    const platform = as('user_platform', undefined, 'admin-portal');
    const { secret: directoryToken } = await make();
    const key = await admin('/organizations/org_acme/api-keys', {
      method: 'POST',
      body: { name: 'Report', permissions: ['members:read'] },
    });
    await admin('/organizations/org_acme/invitations/invitation_newcorp/resend', {
      method: 'POST',
    });
    await platform('/tenant/users/user_agent_acme/reset-password', { method: 'POST' });
    const [invitation = '', reset = ''] = world.mailbox.map(({ link }) => link?.split('#')[1]);
    const secrets = { key: String(key.body['secret']), directoryToken, invitation, reset };

    const invited = world.users.get('user_invited')!;
    world.users.set('user_invited', { ...invited, emailVerified: true });
    const accept = as('user_invited', undefined, 'client_rewards');
    const consumers: Record<string, (secret: string) => Promise<number>> = {
      key: async (secret) =>
        (await withToken(world, server, secret)('/organizations/org_acme/members')).status,
      invitation: async (token) => {
        const sent = { method: 'POST', body: { token } };
        return (await accept('/me/invitations/accept', sent)).status;
      },
    };
    for (const [consumer, present] of Object.entries(consumers)) {
      for (const [kind, secret] of Object.entries(secrets)) {
        const status = await present(secret);
        assert.equal(status === 200, kind === consumer, `${kind} at ${consumer}: ${status}`);
        // Under the prefix of what is asked for, too.
        const prefix = consumer === 'key' ? 'tsk' : 'tsi';
        const disguised = `${prefix}${secret.slice(3)}`;
        if (kind !== consumer) assert.notEqual(await present(disguised), 200, `${kind} disguised`);
      }
    }
  });
});
