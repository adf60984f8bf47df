import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Assertion, Connection } from '@tesserakit/domain';
import { beginSession, sessionNamed } from '../login/sessions.ts';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { directoryOf, exportWorld, importWorld } from '../snapshot.ts';
import { asPerson } from '../trial/directory.ts';
import { createWorld, tableOf, userByEmail, type World } from '../world.ts';
import { arrive, type Arriving } from './federated-sign-in.ts';
import { newUser } from './new-user.ts';

const begin = Date.parse('2026-03-01T09:00:00Z');
const issuer = 'https://login.acme.example';
const passage = { organizationId: 'org_acme', connectionId: 'connection_acme' };
const connection: Connection = {
  ...passage,
  name: 'Acme sign-in',
  protocol: 'oidc',
  status: 'active',
  issuer,
  clientId: 'tessera',
  jit: true,
  defaultRoleIds: ['role_flights_viewer'],
  attributes: {},
  groupRoles: [
    { group: 'chiefs', roleId: 'role_flights_approver' },
    { group: 'books', roleId: 'role_ledger_accountant' },
  ],
  testedAt: begin,
};

function setup(some: Partial<Connection> = {}) {
  const world = createWorld({ ...seeds.default, identities: [] }, { now: () => begin });
  tableOf(world, 'connections', 'org_acme').set('connection_acme', { ...connection, ...some });
  const server = createServer(world);
  const come = (said: Partial<Assertion> = {}, more: Partial<Arriving> = {}) =>
    arrive(world, {
      passage,
      applicationId: 'app_flights',
      assertion: {
        issuer,
        subject: '00u1',
        email: 'newcomer@acme.example',
        emailVerified: true,
        name: 'Nia Newcomer',
        groups: [],
        ...said,
      },
      ...more,
    });
  const acme = asPerson(world, server, 'user_admin_acme', 'org_acme');
  const platform = asPerson(world, server, 'user_platform', undefined, 'admin-portal');
  return { world, come, acme, platform };
}

function rolesOf(world: World, userId: string, applicationId: string) {
  const grants = world.grants.get('org_acme')?.get(userId) ?? [];
  return grants
    .find((grant) => grant.applicationId === applicationId)
    ?.roles.map(({ roleId, source }) => `${roleId.split('_').at(-1) ?? ''} ${source}`);
}

const agent = { subject: '00u2', email: 'agent@acme.example' };

describe('arrive', () => {
  it('makes a profile, a link and a member, and writes one event with what follows from it', () => {
    const { world, come } = setup();
    const { user } = come({ groups: ['chiefs', 'books'] });
    assert.deepEqual([user?.name, user?.emailVerified], ['Nia Newcomer', true]);
    const { userId = '' } = user ?? {};
    assert.equal(userByEmail(world, 'newcomer@acme.example'), user);
    assert.deepEqual(
      [...world.identities.values()],
      [{ issuer, subject: '00u1', userId, ...passage, linkedAt: begin }],
    );
    const member = world.members.get('org_acme')?.get(userId);
    assert.deepEqual(
      [member?.status, member?.source, member?.organizationRoleIds],
      ['active', 'sso', ['organizationMember']],
    );
    assert.deepEqual(rolesOf(world, userId, 'app_flights'), [
      'viewer default',
      'approver idp-group',
    ]);
    assert.deepEqual(rolesOf(world, userId, 'app_ledger'), [
      'reader default',
      'accountant idp-group',
    ]);
    const [root, ...others] = world.audit;
    assert.deepEqual([root?.action, root?.actor.id], ['connection.signIn', 'connection_acme']);
    assert.ok(others.every(({ causedBy }) => causedBy === root?.eventId));
    assert.deepEqual(
      [...new Set(others.map(({ action }) => action))],
      ['user.create', 'identity.link', 'member.add', 'access.grant'],
    );
  });

  it('F03: knows a person by issuer and subject, whatever address is said', () => {
    const { world, come } = setup();
    const { user } = come();
    const again = come({ email: 'admin@acme.example', name: 'Somebody Else' });
    assert.equal(again.user?.userId, user?.userId);
    assert.equal(again.user?.name, 'Nia Newcomer');
    assert.equal(world.identities.size, 1);
    assert.equal(come({ subject: '00U1' }).code, 'already_exists');
  });

  it('takes away at the next sign-in what a group gave that is gone, and nothing else', () => {
    const { world, come } = setup();
    const { user } = come({ ...agent, groups: ['chiefs', 'books'] });
    assert.equal(user?.userId, 'user_agent_acme');
    const mine = (applicationId: string) => rolesOf(world, 'user_agent_acme', applicationId);
    assert.deepEqual(mine('app_flights'), ['agent direct', 'approver idp-group']);
    assert.deepEqual(mine('app_ledger'), ['accountant idp-group']);
    come(agent);
    assert.deepEqual(mine('app_flights'), ['agent direct']);
    assert.equal(mine('app_ledger'), undefined);
    const logged = world.audit.length;
    come(agent);
    assert.deepEqual(
      world.audit.slice(logged).map(({ action }) => action),
      ['connection.signIn'],
    );
  });

  it('gives no role of an application that another connection serves, and no seat that there is not', () => {
    const { world, come } = setup();
    const shares = tableOf(world, 'onboardings', 'org_acme');
    const ledger = shares.get('app_ledger')!;
    shares.set('app_ledger', { ...ledger, seatLimit: 1 });
    come({ ...agent, groups: ['books'] });
    assert.equal(rolesOf(world, 'user_agent_acme', 'app_ledger'), undefined);
    shares.set('app_ledger', { ...ledger, connectionId: 'connection_other' });
    come({ ...agent, groups: ['books'] });
    assert.equal(rolesOf(world, 'user_agent_acme', 'app_ledger'), undefined);
    shares.set('app_ledger', ledger);
    come({ ...agent, groups: ['books'] });
    assert.deepEqual(rolesOf(world, 'user_agent_acme', 'app_ledger'), ['accountant idp-group']);
  });

  it('leaves everything as it was when it refuses, and writes that down as denied', () => {
    const { world, come } = setup();
    const before = directoryOf(world);
    const refusals: [Partial<Assertion>, string][] = [
      [{ email: 'eve@borealis.example' }, 'domain_unverified'],
      [{ emailVerified: false }, 'email_unverified'],
      [{ issuer: 'https://login.other.example' }, 'forbidden'],
      [{ email: 'suspended@acme.example' }, 'member_suspended'],
      [{ email: 'platform@tessera.example' }, 'forbidden'],
    ];
    for (const [said, code] of refusals) {
      const logged = world.audit.length;
      assert.equal(come(said).code, code);
      const [event, ...more] = world.audit.slice(logged);
      assert.deepEqual([event?.outcome, event?.code, more.length], ['denied', code, 0]);
      assert.equal(event?.details?.['subject'], '00u1');
    }
    assert.deepEqual(directoryOf(world), before);
  });

  it('F03: proves an address that nobody has used yet, and leaves one alone that somebody has', () => {
    const { world, come } = setup();
    const { userId } = newUser(world, { email: 'newcomer@acme.example' });
    assert.equal(come().user?.userId, userId);
    assert.equal(world.users.get(userId)?.emailVerified, true);
    const taken = newUser(world, { email: 'taken@acme.example' });
    world.passwords.set(taken.userId, world.passwords.get('user_agent_acme')!);
    const said = { subject: '00u3', email: 'taken@acme.example' };
    assert.equal(come(said).code, 'email_unverified');
    assert.equal(world.users.get(taken.userId)?.emailVerified, false);
  });

  it('goes on in a world that was written down', async () => {
    const { world, come } = setup();
    const { user } = come();
    const next = importWorld(await exportWorld(world), { now: () => begin });
    const said = { issuer, subject: '00u1', emailVerified: false, groups: [] };
    const again = arrive(next, { passage, applicationId: 'app_flights', assertion: said });
    assert.equal(again.user?.userId, user?.userId);
  });
});

describe('a link to an identity provider', () => {
  it('F16: goes with its connection, and nobody inherits it', async () => {
    const { world, come, acme } = setup();
    come();
    const path = '/organizations/org_acme/connections/connection_acme';
    const { body: impact } = await acme(`${path}/deletion`);
    const { status, text } = await acme(`${path}?impact=${String(impact['token'])}`, {
      method: 'DELETE',
    });
    assert.equal(status, 200, text);
    assert.equal(world.identities.size, 0);
    assert.equal(world.audit.at(-1)?.action, 'identity.unlink');
    tableOf(world, 'connections', 'org_acme').set('connection_acme', connection);
    assert.equal(come({ email: 'nobody@borealis.example' }).code, 'domain_unverified');
  });

  it('goes with the membership and with the person', async () => {
    const { world, come, acme, platform } = setup();
    const { user } = come();
    come(agent);
    await acme(`/organizations/org_acme/members/user_agent_acme`, { method: 'DELETE' });
    assert.deepEqual(
      [...world.identities.values()].map(({ userId }) => userId),
      [user?.userId],
    );
    const path = `/tenant/users/${user?.userId ?? ''}`;
    const { body: impact } = await platform(`${path}/deletion`);
    const { status } = await platform(`${path}?impact=${String(impact['token'])}`, {
      method: 'DELETE',
    });
    assert.equal(status, 200);
    assert.equal(world.identities.size, 0);
  });
});

describe('a session through a connection', () => {
  const disable = '/organizations/org_acme/connections/connection_acme/disable';

  it('F06: ends when the connection does, and what rests on it', async () => {
    const { world, come, acme } = setup();
    const { userId } = come().user!;
    const session = beginSession(world, undefined, userId, passage);
    const both = beginSession(world, undefined, 'user_agent_acme', passage);
    beginSession(world, both, 'user_agent_acme');
    assert.deepEqual([session.methods, both.methods], [['fed'], ['fed', 'pwd']]);
    const { status } = await acme(disable, { method: 'POST', body: {} });
    assert.equal(status, 200);
    assert.equal(sessionNamed(world, session.sid), undefined);
    assert.deepEqual(sessionNamed(world, both.sid)?.through, []);
  });
});
