import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directoryOf } from '../snapshot.ts';
import { outcome } from '../trial/organizations.ts';
import { confirmed, sending, tenant } from '../trial/tenant.ts';

const catalogue = '/tenant/applications';
const flights = `${catalogue}/app_flights`;

describe('the applications of the tenant', () => {
  it('are listed by name, searched and paged, each with what hangs on it', async () => {
    const { platform } = tenant();
    const { body } = await platform(`${catalogue}?limit=2`);
    const items = body['items'] as Record<string, unknown>[];
    assert.deepEqual(
      items.map((item) => [item['name'], item['organizations'], item['clients']]),
      [
        [
          'Flights',
          7,
          [
            { clientId: 'client_flights', name: 'Flights' },
            { clientId: 'client_kiosk', name: 'Flights at the gate' },
            { clientId: 'client_trip_reports', name: 'Trip Reports' },
          ],
        ],
        ['Ledger', 2, [{ clientId: 'client_ledger', name: 'Ledger' }]],
      ],
    );
    const next = await platform(`${catalogue}?limit=2&cursor=${String(body['nextCursor'])}`);
    const names = (next.body['items'] as { name: string }[]).map(({ name }) => name);
    assert.deepEqual([names, next.body['nextCursor']], [['Rewards', 'Shop'], null]);
    const found = await platform(`${catalogue}?search=LEDG`);
    assert.equal(found.body['total'], 1);
  });

  it("are the platform's alone to read and to write", async () => {
    const { world, as } = tenant();
    const before = directoryOf(world);
    const everyWay = [
      [catalogue, {}],
      [catalogue, sending('POST', { name: 'Mine', audience: 'b2b' })],
      [flights, sending('PATCH', { name: 'Mine' })],
      [`${flights}/deletion`, {}],
      [flights, { method: 'DELETE' }],
      [`${flights}/roles`, {}],
      [`${flights}/roles`, sending('POST', { key: 'boss', name: 'Boss', permissions: ['all'] })],
      [`${flights}/roles/role_flights_viewer`, sending('PATCH', { permissions: ['all'] })],
      [`${flights}/role-groups`, sending('POST', { name: 'Mine', roleIds: [] })],
      [`${flights}/role-groups/group_flights_approvals`, { method: 'DELETE' }],
      ['/tenant/organization-roles', sending('POST', { name: 'Mine', permissions: [] })],
    ] as const;
    const admin = as('user_admin_acme', 'org_acme');
    // The flag alone gives nothing outside the Admin Portal.
    const elsewhere = as('user_platform', undefined, 'client_rewards');
    for (const ask of [admin, elsewhere]) {
      for (const [path, sent] of everyWay) {
        assert.equal(await outcome(ask(path, sent)), 'forbidden', path);
      }
    }
    assert.deepEqual(directoryOf(world), before);
  });

  it('are changed in what is said, and refuse a stale version', async () => {
    const { platform } = tenant();
    const made = await platform(catalogue, sending('POST', { name: 'Hotels', audience: 'both' }));
    const path = `${catalogue}/${String(made.body['applicationId'])}`;
    const logoUrl = 'https://hotels.example/logo.svg';
    const change = { logoUrl, revokesTokens: { passwordReset: false } };
    const changed = await platform(path, sending('PATCH', change));
    assert.deepEqual(changed.body['revokesTokens'], {
      memberSuspended: true,
      passwordReset: false,
      memberRolesUpdated: true,
    });
    assert.deepEqual([changed.body['name'], changed.body['logoUrl']], ['Hotels', logoUrl]);
    const bare = await platform(path, sending('PATCH', { logoUrl: null }, { 'If-Match': '"2"' }));
    assert.ok(!('logoUrl' in bare.body));
    const stale = sending('PATCH', { name: 'Late' }, { 'If-Match': '"2"' });
    assert.equal(await outcome(platform(path, stale)), 'version_conflict');
  });

  it('stay open to organizations while some have them', async () => {
    const { platform } = tenant();
    const { status, body } = await platform(flights, sending('PATCH', { audience: 'b2c' }));
    assert.equal(status, 422);
    const message = 'Organizations have this application.';
    assert.deepEqual(body['errors'], [{ field: 'audience', message }]);
    const free = platform(`${catalogue}/app_rewards`, sending('PATCH', { audience: 'b2c' }));
    assert.equal(await outcome(free), 200);
  });
});

describe('disabling an application', () => {
  it('P30: ends its refresh tokens at once, and no others', async () => {
    const { platform, signIn } = tenant();
    const family = signIn('user_admin_acme', 'org_acme', 'client_flights');
    const other = signIn('user_admin_acme', 'org_acme', 'client_ledger');
    await platform(flights, sending('PATCH', { name: 'Trains' }));
    assert.deepEqual([family.revoked, other.revoked], [false, false]);
    await platform(flights, sending('PATCH', { status: 'disabled' }));
    assert.deepEqual([family.revoked, other.revoked], [true, false]);
  });

  it('lets nobody in until it is active again; grants stay', async () => {
    const { platform, as, rolesOf } = tenant();
    const ask = as('user_admin_acme', 'org_acme');
    const path = '/organizations/org_acme/members/user_agent_acme/access/app_flights/explain';
    const entry = async () => (await ask(path)).body['entry'];
    await platform(flights, sending('PATCH', { status: 'disabled' }));
    assert.equal(await entry(), 'no_access');
    assert.deepEqual(rolesOf('org_acme', 'user_agent_acme'), ['role_flights_booking_agent']);
    await platform(flights, sending('PATCH', { status: 'active' }));
    assert.equal(await entry(), true);
  });
});

describe('deleting an application', () => {
  it('P11: takes its roles from connections that are for every application', async () => {
    const { world, ask, platform } = tenant();
    const connection = {
      ...{ name: 'Acme', protocol: 'oidc', issuer: 'https://idp.acme.example', clientId: 'acme' },
      ...{ jit: true, defaultRoleIds: ['role_ledger_reader', 'role_flights_viewer'] },
      groupRoles: [{ group: 'all', roleId: 'role_ledger_reader' }],
    };
    const made = await ask('/organizations/org_acme/connections', sending('POST', connection));
    assert.equal(made.status, 200);
    const ledger = `${catalogue}/app_ledger`;
    const { answer } = await confirmed(platform, `${ledger}/deletion`, ledger, 'DELETE');
    assert.equal(answer.status, 200);
    const [kept] = [...world.connections.get('org_acme')!.values()];
    assert.deepEqual(kept!.defaultRoleIds, ['role_flights_viewer']);
    assert.deepEqual(kept!.groupRoles, []);
  });

  it('takes along all that is of it, once somebody has looked', async () => {
    const { world, platform, signIn } = tenant();
    world.connectionSecrets.set('connection_cirrus', 'the-secret-of-its-client');
    const family = signIn('user_cirrus', 'org_cirrus', 'client_ledger');
    const ledger = `${catalogue}/app_ledger`;
    assert.equal(await outcome(platform(ledger, { method: 'DELETE' })), 'impact_unconfirmed');
    const { impact, answer } = await confirmed(platform, `${ledger}/deletion`, ledger, 'DELETE');
    assert.deepEqual(impact.counts, {
      'onboarding.withdraw': 2,
      'access.withdraw': 3,
      'connection.delete': 1,
      'identity.unlink': 1,
      'roleGroup.delete': 2,
      'role.delete': 3,
      'client.delete': 1,
    });
    assert.equal(answer.status, 200);
    assert.ok(!JSON.stringify(directoryOf(world)).includes('"applicationId":"app_ledger"'));
    assert.equal(world.connectionSecrets.size, 0);
    assert.equal(world.clients.has('client_ledger'), false);
    assert.equal(family.revoked, true);
    assert.ok(world.members.get('org_cirrus')!.has('user_cirrus'));
    const roots = world.audit.filter(
      ({ outcome, causedBy }) => outcome === 'success' && causedBy === undefined,
    );
    assert.deepEqual(
      roots.map(({ action }) => action),
      ['application.delete'],
    );
  });
});
