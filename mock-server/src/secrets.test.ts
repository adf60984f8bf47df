import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { routes, type Operation, type Route } from '@tesserakit/contract';
import { seeds } from './seeds/index.ts';
import { createServer } from './server.ts';
import { withToken, type Ask } from './trial/directory.ts';
import { prepareLegal } from './trial/legal-requests.ts';
import { setupOrganizations } from './trial/organizations.ts';
import { sending } from './trial/tenant.ts';
import { createWorld } from './world.ts';

const operations = Object.keys(routes) as Operation[];
const isRead = (operation: Operation) => !(routes[operation] as Route).action;
const acme = '/organizations/org_acme';

/** A world with a secret of every kind, who made them, and where each may be seen again: nowhere. */
async function setup() {
  const { world, as, ask, platform, signIn } = setupOrganizations();
  const paths: string[] = [];
  for (const operation of operations.filter(isRead)) {
    paths.push((await prepareLegal(world, operation)).path);
  }
  await prepareLegal(world, 'domains.challenge');
  const clientSecret = 'what-the-provider-and-we-alone-know';
  const shown = [
    await ask(`${acme}/api-keys`, sending('POST', { name: 'A', permissions: ['audit:read'] })),
    await ask(`${acme}/directory-tokens`, sending('POST', { name: 'A' })),
  ];
  const made = [
    ...shown,
    await ask(`${acme}/connections/connection_acme`, sending('PATCH', { clientSecret })),
    await ask(
      `${acme}/invitations`,
      sending('POST', { email: 'a@partner.example', organizationRoleIds: [] }),
    ),
    await ask(
      `${acme}/domains/domain_acme_travel/challenge`,
      sending('POST', { proof: 'email', email: 'admin@acme-travel.example' }),
    ),
    await platform('/tenant/users/user_agent_acme/reset-password', { method: 'POST' }),
  ];
  for (const { status, text } of made) assert.equal(status, 200, text);
  const { current } = signIn('user_admin_acme', 'org_acme');
  const password = world.passwords.get('user_admin_acme')!;
  const mailed = world.mailbox.flatMap(({ text }) => text.match(/[\w-]{43}/g) ?? []);
  const secrets = [
    ...shown.map(({ body }) => String(body['secret']).slice(4)),
    ...mailed,
    ...world.secrets.keys(),
    ...[...world.domainChallenges.values()].map(({ token }) => token),
    clientSecret,
    current,
    password.hash,
    password.salt,
    'a-secret-of-a-browser',
  ];
  return { world, as, platform, paths, secrets, mailed, made: made.slice(shown.length) };
}

/** Who asks: everybody of the seed in every place of theirs, for themselves, and in the portal. */
function everybody({ world, as, platform }: Awaited<ReturnType<typeof setup>>): Ask[] {
  const members = [...world.members.values()].flatMap((table) => [...table.values()]);
  const people = [...world.users.keys()];
  return [
    platform,
    ...members.map(({ userId, organizationId }) => as(userId, organizationId)),
    ...people.map((userId) => as(userId, undefined, 'client_rewards')),
  ];
}

describe('secrets', () => {
  it('T11, P22: are in no answer about anything, whoever reads it', async () => {
    const trial = await setup();
    const { paths, secrets, mailed, made } = trial;
    assert.equal(mailed.length, 3);
    let read = 0;
    const texts = made.map(({ text }) => text);
    for (const ask of everybody(trial)) {
      for (const path of paths) {
        const { status, text } = await ask(path);
        if (status === 200) read += 1;
        texts.push(text);
      }
    }
    assert.ok(read > 100);
    for (const secret of secrets) {
      assert.ok(secret.length > 8);
      assert.ok(!texts.some((text) => text.includes(secret)), secret);
    }
  });

  it('T11: are shown by what makes them, by what asks to publish them, and by nothing else', async () => {
    const showing: string[] = [];
    for (const operation of operations) {
      const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01T09:00:00Z') });
      const { path, sent, token } = await prepareLegal(world, operation);
      const { text } = await withToken(world, createServer(world), token)(path, sent);
      if (/[\w-]{43}/.test(text)) showing.push(operation);
    }
    assert.deepEqual(showing.sort(), [
      'apiKeys.create',
      'directoryTokens.create',
      'directoryTokens.rotate',
      // A record that is published to the world.
      'domains.challenge',
      'domains.claim',
    ]);
  });
});
