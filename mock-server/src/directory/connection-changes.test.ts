import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Connection } from '@tesserakit/domain';
import type { TestSignIn } from '../identity-providers.ts';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { directoryOf } from '../snapshot.ts';
import { asPerson, type Ask } from '../trial/directory.ts';
import { held } from '../trial/held.ts';
import { createWorld, type WorldOptions } from '../world.ts';
import { discoveryOf } from './discovery.ts';

const begin = Date.parse('2026-03-01T09:00:00Z');

function setup(options: Partial<WorldOptions> = {}) {
  const world = createWorld(seeds.default, { now: () => begin, ...options });
  const server = createServer(world);
  const acme = asPerson(world, server, 'user_admin_acme', 'org_acme');
  return { world, server, acme };
}

const connections = '/organizations/org_acme/connections';
const post = (body: unknown = {}) => ({ method: 'POST', body });
const patch = (body: unknown) => ({ method: 'PATCH', body });
const outcome = async (answer: ReturnType<Ask>) => {
  const { status, body } = await answer;
  return status === 200 ? 200 : body['code'];
};

const wanted = {
  name: 'Acme sign-in',
  protocol: 'oidc',
  issuer: 'https://login.acme.example',
  clientId: 'tessera',
  applicationId: 'app_flights',
};

async function created(ask: Ask, some: object = {}): Promise<string> {
  const { status, body, text } = await ask(connections, post({ ...wanted, ...some }));
  assert.equal(status, 200, text);
  return `${connections}/${String(body['connectionId'])}`;
}

describe('setting a connection up', () => {
  it('makes a draft that leads nobody anywhere', async () => {
    const { world, acme } = setup();
    const { body } = await acme(await created(acme));
    assert.deepEqual([body['status'], body['testedAt'], body['jit']], ['draft', undefined, false]);
    assert.equal(discoveryOf(world, 'x@acme.example', 'app_flights')?.connection, undefined);
  });

  it('F23: keeps the client secret, and shows it nowhere', async () => {
    const { world, acme } = setup();
    const clientSecret = 'correct horse battery staple';
    const path = await created(acme, { clientSecret });
    const answers = [
      await acme(path),
      await acme(connections),
      await acme(path, patch({ name: 'Other' })),
    ];
    const seen = [...answers.map(({ text }) => text), JSON.stringify(world.audit)].join();
    assert.equal(seen.includes('battery'), false);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    assert.equal(answers[0]!.body['hasClientSecret'], true);
    assert.deepEqual([...world.connectionSecrets.values()], [clientSecret]);
    await acme(path, patch({ clientSecret: null }));
    assert.equal((await acme(path)).body['hasClientSecret'], false);
  });

  it('F13: takes no address that leads inside, unless this machine was opened', async () => {
    const inside = ['http://localhost:8080', 'http://127.0.0.1/', 'http://[::1]/'];
    const never = ['http://169.254.169.254/', 'file:///etc/passwd', 'http://10.0.0.1/', 'x'];
    const { world, acme } = setup();
    const before = directoryOf(world);
    for (const issuer of [...inside, ...never]) {
      const told = await outcome(acme(connections, post({ ...wanted, issuer })));
      assert.equal(told, 'validation_failed', issuer);
    }
    assert.deepEqual(directoryOf(world), before);
    const open = setup({ allowsLocalProviders: true });
    for (const issuer of inside) await created(open.acme, { issuer });
    for (const issuer of never) {
      const told = await outcome(open.acme(connections, post({ ...wanted, issuer })));
      assert.equal(told, 'validation_failed', issuer);
    }
  });

  it('F17: withholds every role that the organization has not to give, and says so', async () => {
    const { world, acme } = setup();
    const all = [...world.roles.keys(), 'organizationAdmin', 'role_nowhere'];
    const groupRoles = all.map((roleId) => ({ group: 'everybody', roleId }));
    const body = { ...wanted, defaultRoleIds: all, groupRoles };
    const answer = (await acme(connections, post(body))).body as Record<string, string[]>;
    const flights = all.filter(
      (roleId) => world.roles.get(roleId)?.applicationId === 'app_flights',
    );
    assert.ok(flights.length > 0);
    assert.deepEqual(answer['defaultRoleIds'], flights);
    assert.deepEqual(
      answer['withheldRoleIds'],
      all.filter((roleId) => !flights.includes(roleId)),
    );
    assert.equal(answer['groupRoles']!.length, flights.length);
    assert.deepEqual(world.audit.at(-1)!.details!['withheldRoleIds'], answer['withheldRoleIds']);
  });

  it('is for an application that the organization has', async () => {
    const { acme } = setup();
    const told = await outcome(
      acme(connections, post({ ...wanted, applicationId: 'app_rewards' })),
    );
    assert.equal(told, 'application_not_onboarded');
  });

  it('P20: takes the right over the organization too', async () => {
    const { world, server } = setup();
    world.organizationRoles.set('identity', {
      roleId: 'identity',
      name: 'Identity',
      permissions: ['organization:read', 'connections:manage'],
    });
    const members = world.members.get('org_acme')!;
    members.set('user_agent_acme', {
      ...members.get('user_agent_acme')!,
      organizationRoleIds: ['identity'],
    });
    const half = asPerson(world, server, 'user_agent_acme', 'org_acme');
    assert.equal(await outcome(half(connections)), 200);
    assert.equal(await outcome(half(connections, post(wanted))), 'forbidden');
  });
});

describe('enabling a connection', () => {
  it('D19: takes a test sign-in that passed, with these very settings', async () => {
    const { world, acme } = setup();
    const path = await created(acme, { issuer: 'https://unknown.example' });
    const enable = () => outcome(acme(`${path}/enable`, post()));
    assert.equal(await enable(), 'step_up_required');
    const failed = (await acme(`${path}/test`, post())).body;
    assert.deepEqual([failed['passed'], failed['reason']], [false, 'unknown_provider']);
    assert.equal(await enable(), 'step_up_required');
    await acme(path, patch({ issuer: wanted.issuer }));
    assert.equal((await acme(`${path}/test`, post())).body['passed'], true);
    await acme(path, patch({ clientId: 'other' }));
    assert.equal(await enable(), 'step_up_required');
    assert.equal((await acme(`${path}/test`, post())).body['reason'], 'settings_mismatch');
    await acme(path, patch({ clientId: wanted.clientId }));
    await acme(`${path}/test`, post());
    assert.equal(await enable(), 200);
    const led = discoveryOf(world, 'x@acme.example', 'app_flights')?.connection?.connectionId;
    assert.ok(led && path.endsWith(led));
    assert.equal(world.onboardings.get('org_acme')!.get('app_flights')!.connectionId, led);
  });

  it('D19: takes a changed one out of force until it is tested again', async () => {
    const { world, acme } = setup();
    const path = await created(acme);
    await acme(`${path}/test`, post());
    await acme(`${path}/enable`, post());
    assert.equal((await acme(path, patch({ name: 'Other' }))).body['status'], 'active');
    const { body } = await acme(path, patch({ issuer: 'https://other.example' }));
    assert.deepEqual([body['status'], body['testedAt']], ['disabled', undefined]);
    assert.equal(discoveryOf(world, 'x@acme.example', 'app_flights')?.connection, undefined);
    assert.equal(world.onboardings.get('org_acme')!.get('app_flights')!.connectionId, undefined);
  });

  it('D19: takes a new test for a new client secret', async () => {
    const { acme } = setup();
    const path = await created(acme);
    await acme(`${path}/test`, post());
    await acme(path, patch({ jit: true }));
    assert.notEqual((await acme(path)).body['testedAt'], undefined);
    await acme(path, patch({ clientSecret: 'another' }));
    assert.equal((await acme(path)).body['testedAt'], undefined);
    assert.equal(await outcome(acme(`${path}/enable`, post())), 'step_up_required');
  });

  it('says that nobody is there when the provider hangs or fails', async () => {
    const probes: (() => Promise<TestSignIn>)[] = [
      () => new Promise(() => {}),
      () => Promise.reject(new Error('ECONNREFUSED')),
    ];
    for (const probe of probes) {
      const { acme } = setup({ identityProviders: { probe }, outsidePatience: 20 });
      const path = await created(acme);
      const { body, text } = await acme(`${path}/test`, post());
      assert.deepEqual([body['passed'], body['reason']], [false, 'unreachable']);
      assert.doesNotMatch(text, /ECONNREFUSED/);
    }
  });

  it('throws away the test of settings that were changed meanwhile', async () => {
    const asked = held<Connection>();
    const answer = held<TestSignIn>();
    const probe = (connection: Connection) => {
      asked.release(connection);
      return answer.promise;
    };
    const { acme } = setup({ identityProviders: { probe } });
    const path = await created(acme);
    const testing = outcome(acme(`${path}/test`, post()));
    await asked.promise;
    await acme(path, patch({ issuer: 'https://evil.example' }));
    answer.release({ passed: true });
    assert.equal(await testing, 'version_conflict');
    assert.equal((await acme(path)).body['testedAt'], undefined);
  });

  it('P26: takes no test of somebody who lost the right while it ran', async () => {
    const asked = held<Connection>();
    const answer = held<TestSignIn>();
    const probe = (connection: Connection) => {
      asked.release(connection);
      return answer.promise;
    };
    const { world, acme } = setup({ identityProviders: { probe } });
    const path = await created(acme);
    const testing = outcome(acme(`${path}/test`, post()));
    await asked.promise;
    const members = world.members.get('org_acme')!;
    const admin = members.get('user_admin_acme')!;
    members.set(admin.userId, { ...admin, organizationRoleIds: ['organizationMember'] });
    answer.release({ passed: true });
    assert.equal(await testing, 'forbidden');
    members.set(admin.userId, admin);
    assert.equal((await acme(path)).body['testedAt'], undefined);
  });
});

describe('removing a connection', () => {
  it('takes its secret and every reference along, told beforehand', async () => {
    const { world, acme } = setup();
    const path = await created(acme, { clientSecret: 'secret' });
    await acme(`${path}/test`, post());
    await acme(`${path}/enable`, post());
    assert.equal(await outcome(acme(path, { method: 'DELETE' })), 'impact_unconfirmed');
    const { body } = await acme(`${path}/deletion`);
    assert.deepEqual(body['counts'], { 'onboarding.update': 1 });
    const events = world.audit.length;
    const removed = acme(`${path}?impact=${String(body['token'])}`, { method: 'DELETE' });
    assert.equal(await outcome(removed), 200);
    assert.equal(world.connectionSecrets.size, 0);
    assert.equal(world.onboardings.get('org_acme')!.get('app_flights')!.connectionId, undefined);
    const [root, consequence] = world.audit.slice(events);
    assert.deepEqual([root!.action, consequence!.causedBy], ['connection.delete', root!.eventId]);
    assert.equal(await outcome(acme(path)), 'not_found');
  });
});
