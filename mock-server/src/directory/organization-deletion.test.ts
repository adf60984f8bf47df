import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { World } from '../world.ts';
import { freshSecret } from '../secrets.ts';
import { directoryOf } from '../snapshot.ts';
import type { Ask } from '../trial/directory.ts';
import { outcome, setupOrganizations } from '../trial/organizations.ts';
import { tableOf } from '../world.ts';

const acme = '/organizations/org_acme';
const north = '/organizations/org_acme_north';
const doomed = ['org_acme', 'org_acme_north', 'org_acme_north_oslo'];

/** Acme with one of everything that can belong to an organization. */
async function setup() {
  const trial = setupOrganizations();
  const { world, join, grant } = trial;
  join('user_shopper', 'org_acme_north_oslo');
  grant('user_shopper', 'org_acme_north_oslo', 'role_flights_viewer');
  const common = { organizationId: 'org_acme', name: 'One', createdBy: 'user_admin_acme' };
  const createdAt = world.now();
  const of = { ...common, createdAt };
  tableOf(world, 'apiKeys', 'org_acme').set('key', {
    ...of,
    apiKeyId: 'key',
    permissions: ['members:read'],
  });
  tableOf(world, 'directoryTokens', 'org_acme').set('token', { ...of, directoryTokenId: 'token' });
  const connection = world.connections.get('org_cirrus')!.get('connection_cirrus')!;
  tableOf(world, 'connections', 'org_acme').set('connection', {
    ...connection,
    connectionId: 'connection',
    organizationId: 'org_acme',
  });
  world.connectionSecrets.set('connection', 'secret');
  const domainId = 'domain_acme';
  world.domainChallenges.set(domainId, { domainId, token: 'proof', expiresAt: createdAt + 9 });
  for (const [purpose, id] of [
    ['apiKey', 'key'],
    ['directoryToken', 'token'],
    ['invitation', 'invitation_newcorp'],
  ] as const) {
    const { digest } = await freshSecret('trial');
    world.secrets.set(digest, { purpose, organizationId: 'org_acme', id });
  }
  return trial;
}

async function deletion(ask: Ask, path: string) {
  const { body } = await ask(`${path}/deletion`);
  return ask(`${path}?impact=${String(body['token'])}`, { method: 'DELETE' });
}

/** Everything in the directory that still speaks of one of these, but for what is kept on purpose. */
function mentions(world: World, organizationIds: readonly string[]): string[] {
  const { versions, slugs, ...rest } = directoryOf(world);
  assert.ok(versions && slugs);
  const text = JSON.stringify(rest);
  return organizationIds.filter((id) => text.includes(`"${id}"`));
}

describe('deleting an organization', () => {
  it('tells beforehand what goes with it, and does nothing until that was looked at', async () => {
    const { world, ask } = await setup();
    const before = directoryOf(world);
    const { body } = await ask(`${acme}/deletion`);
    const counts = body['counts'] as Record<string, number>;
    assert.deepEqual(counts, {
      'organization.delete': 2,
      'member.remove': 7,
      'access.withdraw': 6,
      'apiKey.revoke': 1,
      'onboarding.withdraw': 4,
      'invitation.revoke': 1,
      'domain.remove': 1,
      'connection.delete': 1,
      'directoryToken.revoke': 1,
    });
    const unlooked = ask(acme, { method: 'DELETE' });
    assert.equal(await outcome(unlooked), 'impact_unconfirmed');
    assert.deepEqual(directoryOf(world), before);
  });

  it('leaves nothing that speaks of it, not of those below, and not a way in', async () => {
    const { world, ask, signIn } = await setup();
    const families = doomed.map((id) => signIn('user_shopper', id));
    const neighbour = signIn('user_both', 'org_borealis');
    assert.deepEqual(mentions(world, doomed), doomed);
    assert.equal((await deletion(ask, acme)).status, 200);
    assert.deepEqual(mentions(world, doomed), []);
    assert.equal(world.secrets.size, 0);
    assert.equal(world.domainChallenges.has('domain_acme'), false);
    assert.equal(world.connectionSecrets.has('connection'), false);
    assert.ok(families.every((family) => family.revoked));
    assert.equal(neighbour.revoked, false);
    assert.equal(await outcome(ask('/me')), 'unauthenticated');
  });

  it('P25: takes no profile and no membership elsewhere', async () => {
    const { world, ask } = await setup();
    const users = [...world.users.values()];
    const elsewhere = [...world.members.get('org_borealis')!.values()];
    assert.equal((await deletion(ask, acme)).status, 200);
    assert.deepEqual([...world.users.values()], users);
    assert.deepEqual([...world.members.get('org_borealis')!.values()], elsewhere);
  });

  it('has one root event, of which everything else follows', async () => {
    const { world, ask } = await setup();
    await deletion(ask, acme);
    const roots = world.audit.filter((event) => event.causedBy === undefined);
    assert.deepEqual(
      roots.map(({ action, target }) => [action, target?.id]),
      [['organization.delete', 'org_acme']],
    );
    assert.ok(world.audit.length > 20);
    assert.ok(
      world.audit.every(({ causedBy }) => [undefined, roots[0]?.eventId].includes(causedBy)),
    );
  });

  it('is refused when something else has come to depend on it since it was looked at', async () => {
    const { world, ask, join } = await setup();
    const { body } = await ask(`${north}/deletion`);
    join('user_agent_acme', 'org_acme_north');
    const before = directoryOf(world);
    const late = ask(`${north}?impact=${String(body['token'])}`, { method: 'DELETE' });
    assert.equal(await outcome(late), 'impact_unconfirmed');
    assert.deepEqual(directoryOf(world), before);
  });

  it('T08: is followed by others of the same name, that have another id and nothing of it', async () => {
    const { world, ask, platform } = await setup();
    const ids = new Set(JSON.stringify(directoryOf(world)).match(/"[a-z]+_\w+"/g));
    const child = { name: 'Acme North', applicationId: 'app_flights', roleGroupIds: [] };
    for (const number of [1, 2, 3, 4]) {
      const body = { ...child, slug: `north-${number}` };
      const made = await ask(`${acme}/managed-organizations`, { method: 'POST', body });
      const id = String(made.body['organizationId']);
      assert.ok(!ids.has(JSON.stringify(id)), id);
      ids.add(JSON.stringify(id));
      assert.deepEqual([...(world.members.get(id)?.values() ?? [])], []);
      const chosen = {
        method: 'POST',
        body: { ...body, slug: 'chosen', organizationId: 'org_acme_north' },
      };
      assert.equal(
        await outcome(ask(`${acme}/managed-organizations`, chosen)),
        'validation_failed',
      );
      await deletion(ask, `/organizations/${id}`);
      assert.equal(await outcome(platform(`/organizations/${id}`)), 'not_found');
    }
  });

  it('never gives its slug to somebody else', async () => {
    const { ask, platform } = await setup();
    await deletion(ask, acme);
    const again = platform('/tenant/organizations', {
      method: 'POST',
      body: { name: 'Acme', slug: 'acme-north' },
    });
    assert.equal(await outcome(again), 'already_exists');
  });

  it('I10: leaves an invitation to it dead', async () => {
    const { world, ask, as } = await setup();
    const invited = world.users.get('user_invited')!;
    world.users.set('user_invited', { ...invited, emailVerified: true });
    await deletion(ask, acme);
    const accept = as(
      'user_invited',
      undefined,
      'client_rewards',
    )('/me/invitations/accept', {
      method: 'POST',
      body: { invitationId: 'invitation_newcorp' },
    });
    assert.equal(await outcome(accept), 'not_found');
  });

  it('is for a root itself, and for whoever manages it', async () => {
    const { world, as, ask, join } = await setup();
    join('user_agent_acme', 'org_acme_north', 'organizationAdmin');
    const own = as('user_agent_acme', 'org_acme_north');
    assert.equal((await deletion(own, north)).body['code'], 'forbidden');
    const neighbour = as('user_admin_borealis', 'org_borealis');
    assert.equal((await deletion(neighbour, north)).body['code'], 'not_found');
    const creatorsOwn = as('user_creator_acme', 'org_acme');
    assert.equal((await deletion(creatorsOwn, acme)).body['code'], 'forbidden');
    assert.equal((await deletion(ask, north)).status, 200);
    assert.equal(world.organizations.has('org_acme_north_oslo'), false);
  });

  it('P31: is not for a parent where more than its applications would go', async () => {
    const { world, ask, platform } = await setup();
    const ledger = world.onboardings.get('org_borealis')!.get('app_flights')!;
    const organizationId = 'org_acme_north_oslo';
    const own = { ...ledger, organizationId, applicationId: 'app_ledger' };
    world.onboardings.get(organizationId)!.set('app_ledger', own);
    assert.equal((await deletion(ask, north)).body['code'], 'forbidden');
    const preview = await ask(`${acme}/deletion`);
    assert.equal(preview.body['code'], 'forbidden');
    assert.equal((await deletion(ask, acme)).body['code'], 'forbidden');
    assert.equal((await deletion(platform, north)).status, 200);
    assert.equal((await deletion(ask, acme)).status, 200);
  });
});
