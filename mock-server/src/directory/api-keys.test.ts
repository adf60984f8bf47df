import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { directoryOf } from '../snapshot.ts';
import { asPerson, withToken, type Ask } from '../trial/directory.ts';
import { createWorld } from '../world.ts';

const keys = '/organizations/org_acme/api-keys';
const members = '/organizations/org_acme/members';

function setup() {
  const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01T09:00:30Z') });
  const server = createServer(world);
  const as = (userId: string, organizationId?: string, clientId?: string): Ask =>
    asPerson(world, server, userId, organizationId, clientId);
  const admin = as('user_admin_acme', 'org_acme');
  const make = async (permissions: readonly string[], some: object = {}, maker = admin) => {
    const body = { name: 'Report', permissions, ...some };
    const answer = await maker(keys, { method: 'POST', body });
    const secret = String(answer.body['secret']);
    return { answer, secret, ask: withToken(world, server, secret) };
  };
  const change = (userId: string, organizationRoleIds: readonly string[]) => {
    const table = world.members.get('org_acme')!;
    table.set(userId, { ...table.get(userId)!, organizationRoleIds });
  };
  return { world, as, admin, make, change };
}

const code = async (answer: ReturnType<Ask>) => {
  const { status, body } = await answer;
  return status === 200 ? 200 : body['code'];
};

describe('an API key', () => {
  it('T11: shows its secret once, and nowhere else', async () => {
    const { world, admin, make } = setup();
    const { answer, secret } = await make(['members:read']);
    assert.match(secret, /^tsk_[\w-]{43}$/);
    assert.deepEqual(answer.body['createdBy'], {
      userId: 'user_admin_acme',
      name: 'Ingrid Solheim',
    });
    const { text } = await admin(keys);
    assert.ok(text.includes('Report'));
    const everything = text + JSON.stringify([directoryOf(world), world.audit, world.mailbox]);
    assert.ok(!everything.includes(secret.slice(4)));
  });

  it('does what it was made for, and nothing else of its maker', async () => {
    const { make } = setup();
    const { ask } = await make(['members:read']);
    assert.equal(await code(ask(members)), 200);
    assert.equal(await code(ask('/organizations/org_acme/audit')), 'forbidden');
    assert.equal(await code(ask('/organizations/org_borealis/members')), 'not_found');
    const suspend = ask(`${members}/user_agent_acme/suspend`, { method: 'POST' });
    assert.equal(await code(suspend), 'forbidden');
  });

  it('never holds what its maker has not', async () => {
    const { world, as, make, change } = setup();
    world.organizationRoles.set('keeper', {
      roleId: 'keeper',
      name: 'Keeper',
      permissions: ['api-keys:manage', 'members:read'],
    });
    change('user_agent_acme', ['keeper']);
    const keeper = as('user_agent_acme', 'org_acme');
    const above = await make(['members:read', 'members:remove'], {}, keeper);
    assert.equal(above.answer.body['code'], 'escalation_refused');
    assert.equal((await make(['members:read'], {}, keeper)).answer.status, 200);
    const { answer } = await make(['members:remove']);
    const path = `${keys}/${String(answer.body['apiKeyId'])}`;
    assert.equal(await code(keeper(path, { method: 'DELETE' })), 'escalation_refused');
    const { body } = await keeper(keys);
    const items = body['items'] as { permissions: string[]; actions: Record<string, unknown> }[];
    const told = (permission: string) =>
      items.find(({ permissions }) => permissions.includes(permission))?.actions['apiKey.revoke'];
    assert.deepEqual([told('members:remove'), told('members:read')], ['escalation_refused', true]);
  });

  it('sinks with its maker, and dies with the membership for good', async () => {
    const { world, as, make, change } = setup();
    change('user_both', ['organizationAdmin']);
    const { ask } = await make(['members:read', 'audit:read'], {}, as('user_both', 'org_acme'));
    change('user_both', ['organizationCreator']);
    assert.equal(await code(ask(members)), 200);
    assert.equal(await code(ask('/organizations/org_acme/audit')), 'forbidden');
    const admin = as('user_admin_acme', 'org_acme');
    await admin(`${members}/user_both`, { method: 'DELETE' });
    const body = { userId: 'user_both', organizationRoleIds: ['organizationAdmin'] };
    await admin(members, { method: 'POST', body });
    assert.equal(await code(ask(members)), 'unauthenticated');
    assert.equal(world.secrets.size, 0);
  });

  it('is nothing while its maker is shut out, and after its end', async () => {
    const { world, make } = setup();
    const { ask } = await make(['members:read'], { expiresAt: '2026-03-01T09:01:00Z' });
    const user = world.users.get('user_admin_acme')!;
    world.users.set(user.userId, { ...user, status: 'disabled' });
    assert.equal(await code(ask(members)), 'unauthenticated');
    world.users.set(user.userId, user);
    assert.equal(await code(ask(members)), 200);
    world.moveClock(30_000);
    assert.equal(await code(ask(members)), 'unauthenticated');
    const past = await make(['members:read'], { expiresAt: '2026-03-01T09:01:00Z' });
    assert.equal(past.answer.body['code'], 'validation_failed');
  });

  it('ends at once when it is revoked', async () => {
    const { world, admin, make } = setup();
    const { answer, ask } = await make(['members:read']);
    const path = `${keys}/${String(answer.body['apiKeyId'])}`;
    assert.equal(await code(admin(path, { method: 'DELETE' })), 200);
    assert.equal(await code(ask(members)), 'unauthenticated');
    assert.equal(await code(admin(path, { method: 'DELETE' })), 'not_found');
    assert.deepEqual(
      world.audit.map(({ action, outcome }) => [action, outcome]),
      [
        ['apiKey.create', 'success'],
        ['apiKey.revoke', 'success'],
        ['apiKey.revoke', 'denied'],
      ],
    );
  });

  it('tells to the minute when it was used, and no use of it is a write', async () => {
    const { world, admin, make } = setup();
    const { ask } = await make(['members:read']);
    const before = directoryOf(world);
    const events = world.audit.length;
    await ask(members);
    assert.deepEqual(directoryOf(world), before);
    assert.equal(world.audit.length, events);
    const { body } = await admin(keys);
    const [item] = body['items'] as Record<string, unknown>[];
    assert.equal(item?.['lastUsedAt'], '2026-03-01T09:00:00.000Z');
    assert.equal(item?.['version'], 1);
  });

  it('is no person: it has no profile, sessions or invitations, and makes no secrets', async () => {
    const { world, make } = setup();
    const { ask } = await make(['api-keys:manage', 'directory:manage', 'members:read']);
    const before = directoryOf(world);
    const tries: [string, Parameters<Ask>[1]][] = [
      ['/me', { method: 'PATCH', body: { name: 'Robot' } }],
      ['/me/sessions', {}],
      ['/me/sessions/end-others', { method: 'POST' }],
      ['/me/invitations', {}],
      ['/me/invitations/accept', { method: 'POST', body: { invitationId: 'invitation_newcorp' } }],
      [keys, { method: 'POST', body: { name: 'Child', permissions: ['members:read'] } }],
      ['/organizations/org_acme/directory-tokens', { method: 'POST', body: { name: 'Child' } }],
      ['/tenant/users', {}],
    ];
    for (const [path, sent] of tries) assert.equal(await code(ask(path, sent)), 'forbidden', path);
    assert.deepEqual(directoryOf(world), before);
    assert.equal(await code(ask(keys)), 200);
  });

  it('is made by a member, and by nobody who stands outside or above', async () => {
    const { as, make } = setup();
    const platform = as('user_platform', undefined, 'admin-portal');
    assert.equal((await make(['members:read'], {}, platform)).answer.body['code'], 'forbidden');
    const agent = as('user_agent_acme', 'org_acme');
    assert.equal((await make(['members:read'], {}, agent)).answer.body['code'], 'forbidden');
    const foreign = as('user_admin_borealis', 'org_borealis');
    assert.equal((await make(['members:read'], {}, foreign)).answer.body['code'], 'not_found');
  });
});
