import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { directoryOf, exportWorld, restore } from '../snapshot.ts';
import { asPerson, type Ask } from '../trial/directory.ts';
import { turns } from '../trial/turns.ts';
import { createWorld } from '../world.ts';
import { versionOf } from './versions.ts';

const acme = '/organizations/org_acme/members';

function setup(userId = 'user_admin_acme', organizationId: string | undefined = 'org_acme') {
  const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01T09:00:00Z') });
  const server = createServer(world);
  const as = (other: string, org?: string, client?: string): Ask =>
    asPerson(world, server, other, org, client);
  const platform = as('user_platform', undefined, 'admin-portal');
  return { world, as, platform, ask: as(userId, organizationId) };
}

const post = { method: 'POST' };
const demotion = { method: 'PUT', body: { organizationRoleIds: ['organizationMember'] } };
const outcome = async (answer: ReturnType<Ask>) => {
  const { status, body } = await answer;
  return status === 200 ? 200 : body['code'];
};

describe('suspending and letting in again', () => {
  it('shuts the member out and restores exactly what they had', async () => {
    const { world, ask, as } = setup();
    const agent = as('user_agent_acme', 'org_acme');
    const before = world.grants.get('org_acme')!.get('user_agent_acme');
    const { status, body } = await ask(`${acme}/user_agent_acme/suspend`, post);
    assert.deepEqual([status, body['status'], body['version']], [200, 'suspended', 2]);
    assert.equal(await outcome(agent('/me')), 'member_suspended');
    await ask(`${acme}/user_agent_acme/reactivate`, post);
    assert.equal(await outcome(agent('/me')), 200);
    assert.equal(world.grants.get('org_acme')!.get('user_agent_acme'), before);
  });

  it('writes one root event for the deed, and one that is denied for a refusal', async () => {
    const { world, ask } = setup();
    await ask(`${acme}/user_agent_acme/suspend`, post);
    await ask(`${acme}/user_agent_acme/suspend`, post);
    await ask(acme);
    assert.deepEqual(
      world.audit.map(({ action, outcome, code, actor, organizationId, target }) => [
        action,
        outcome,
        code,
        actor.id,
        organizationId,
        target?.id,
      ]),
      [
        ['member.suspend', 'success', undefined, 'user_admin_acme', 'org_acme', 'user_agent_acme'],
        [
          'member.suspend',
          'denied',
          'member_suspended',
          'user_admin_acme',
          'org_acme',
          'user_agent_acme',
        ],
      ],
    );
  });

  it('P28: says in `actions` what the server then answers', async () => {
    const verbs = {
      'member.suspend': (id: string) => [`${acme}/${id}/suspend`, post] as const,
      'member.reactivate': (id: string) => [`${acme}/${id}/reactivate`, post] as const,
      'member.remove': (id: string) => [`${acme}/${id}`, { method: 'DELETE' }] as const,
    };
    for (const caller of ['user_admin_acme', 'user_creator_acme']) {
      const { body } = await setup(caller).ask(acme);
      for (const member of body['items'] as {
        userId: string;
        actions: Record<string, unknown>;
      }[]) {
        for (const [action, request] of Object.entries(verbs)) {
          const told = member.actions[action];
          const [path, sent] = request(member.userId);
          const answered = await outcome(setup(caller).ask(path, sent));
          assert.equal(
            told === true ? 200 : told,
            answered,
            `${caller} ${action} ${member.userId}`,
          );
        }
      }
    }
  });
});

describe('the last administrator', () => {
  it('P05: stays, whatever is tried', async () => {
    const { world, as } = setup();
    // Somebody with the same rights whose membership ends: an administrator, but none who stays.
    const helper = world.members.get('org_acme')!.get('user_agent_acme')!;
    world.members.get('org_acme')!.set('user_agent_acme', {
      ...helper,
      organizationRoleIds: ['organizationAdmin'],
      expiresAt: world.now() + 1000,
    });
    const before = directoryOf(world);
    const ask = as('user_agent_acme', 'org_acme');
    const target = `${acme}/user_admin_acme`;
    const tries: [string, Parameters<Ask>[1]][] = [
      [`${target}/suspend`, post],
      [target, { method: 'DELETE' }],
      [target, { method: 'PATCH', body: { expiresAt: '2026-04-01T00:00:00Z' } }],
      [
        `${target}/organization-roles`,
        { method: 'PUT', body: { organizationRoleIds: ['organizationMember'] } },
      ],
    ];
    for (const [path, sent] of tries) {
      assert.equal(await outcome(ask(path, sent)), 'last_administrator', path);
    }
    assert.deepEqual(directoryOf(world), before);
  });

  for (const action of ['suspend', 'remove'] as const) {
    it(`P05: stays when all administrators are to ${action} in one go`, async () => {
      const { world, platform } = setup();
      const members = world.members.get('org_acme')!;
      for (const userId of ['user_agent_acme', 'user_both']) {
        const member = members.get(userId)!;
        members.set(userId, { ...member, organizationRoleIds: ['organizationAdmin'] });
      }
      const userIds = ['user_agent_acme', 'user_admin_acme', 'user_both'];
      const { body } = await platform(`${acme}/bulk`, { ...post, body: { action, userIds } });
      assert.deepEqual(
        (body['results'] as { code?: string }[]).map(({ code }) => code),
        [undefined, undefined, 'last_administrator'],
      );
      const { status, organizationRoleIds } = members.get('user_both')!;
      assert.deepEqual([status, organizationRoleIds], ['active', ['organizationAdmin']]);
    });
  }

  it('P06: of two who take each other’s role away at once, one stays', async () => {
    const { world, as } = setup();
    const members = world.members.get('org_acme')!;
    const agent = members.get('user_agent_acme')!;
    members.set('user_agent_acme', { ...agent, organizationRoleIds: ['organizationAdmin'] });
    const demote = { method: 'PUT', body: { organizationRoleIds: ['organizationMember'] } };
    const answers = await Promise.all([
      as('user_agent_acme', 'org_acme')(`${acme}/user_admin_acme/organization-roles`, demote),
      as('user_admin_acme', 'org_acme')(`${acme}/user_agent_acme/organization-roles`, demote),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 403]);
  });

  it('P06: is one still, in whatever order two of them act on each other', async () => {
    const { world, as } = setup();
    const members = world.members.get('org_acme')!;
    const agent = members.get('user_agent_acme')!;
    members.set('user_agent_acme', { ...agent, organizationRoleIds: ['organizationAdmin'] });
    const before = await exportWorld(world);
    const asks = {
      admin: as('user_admin_acme', 'org_acme'),
      agent: as('user_agent_acme', 'org_acme'),
    };
    const against = (ask: Ask, target: string): (() => ReturnType<Ask>)[] => [
      () => ask(`${acme}/${target}/suspend`, post),
      () => ask(`${acme}/${target}`, { method: 'DELETE' }),
      () => ask(`${acme}/${target}/organization-roles`, demotion),
      () => ask(`${acme}/bulk`, { ...post, body: { action: 'remove', userIds: [target] } }),
      () => ask('/organizations/org_acme/leave', post),
      () => ask('/organizations/org_acme/ownership', { ...post, body: { userId: target } }),
    ];
    const one = fc.constantFrom(...against(asks.admin, 'user_agent_acme'));
    const other = fc.constantFrom(...against(asks.agent, 'user_admin_acme'));
    await fc.assert(
      fc.asyncProperty(one, other, fc.nat(3), fc.nat(3), async (first, second, late, later) => {
        restore(world, before);
        await Promise.all([first(), turns(late).then(second), turns(later).then(first)]);
        const left = [...world.members.get('org_acme')!.values()].filter(
          ({ status, organizationRoleIds }) =>
            status === 'active' && organizationRoleIds.includes('organizationAdmin'),
        );
        assert.ok(left.length > 0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('organization roles', () => {
  it('P03: are never given to oneself', async () => {
    const { world, ask } = setup('user_both', 'org_borealis');
    const roles = '/organizations/org_borealis/members/user_both/organization-roles';
    const raised = ['organizationAdmin', 'organizationCreator'];
    const sent = { method: 'PUT', body: { organizationRoleIds: raised } };
    assert.equal(await outcome(ask(roles, sent)), 'self_change_refused');
    assert.deepEqual(world.members.get('org_borealis')!.get('user_both')!.organizationRoleIds, [
      'organizationAdmin',
    ]);
  });

  it('P09: are ids, one by one; nothing else is taken for one', async () => {
    const { world, ask } = setup();
    const before = directoryOf(world);
    const path = `${acme}/user_agent_acme/organization-roles`;
    const tricks = [
      ...[',', ', ', ';', '|', ':', ' ', '+', '&', '/', '\n', '\t', '\r\n', '%2C', '\u0000'].map(
        (separator) => `organizationMember${separator}organizationAdmin`,
      ),
      ...[
        ' ',
        '\t',
        '\n',
        '\u0000',
        '\u200b',
        '\ufeff',
        '\u202e',
        '%00',
        '%20',
        '.',
        '/',
        ',',
      ].flatMap((edge) => [`organizationAdmin${edge}`, `${edge}organizationAdmin`]),
      'OrganizationAdmin',
      'ORGANIZATIONADMIN',
      'organizationadmin',
      'organization\u0410dmin',
      'organizationAdm\u0131n',
      '\uff4frganizationAdmin',
      'organization%41dmin',
      'organization_admin',
      'org_acme/organizationAdmin',
      'Administrator',
      '["organizationAdmin"]',
      ['organizationAdmin'],
      { roleId: 'organizationAdmin' },
      '__proto__',
      'constructor',
      '',
      null,
      1,
    ];
    assert.ok(tricks.length > 40);
    for (const trick of tricks) {
      const body = { organizationRoleIds: [trick] };
      const code = await outcome(ask(path, { method: 'PUT', body }));
      assert.equal(code, 'validation_failed', JSON.stringify(trick));
    }
    const wholes = ['organizationAdmin', { 0: 'organizationAdmin' }, true, null, [[]]];
    for (const organizationRoleIds of wholes) {
      const sent = { method: 'PUT', body: { organizationRoleIds } };
      assert.equal(await outcome(ask(path, sent)), 'validation_failed');
    }
    const twice = { organizationRoleIds: ['organizationMember', 'organizationMember'] };
    assert.equal(await outcome(ask(path, { method: 'PUT', body: twice })), 'validation_failed');
    assert.deepEqual(directoryOf(world), before);
  });

  it('P04: of somebody above are not touched, nor is anything else of them', async () => {
    const { world, as } = setup();
    world.organizationRoles.set('helpdesk', {
      roleId: 'helpdesk',
      name: 'Helpdesk',
      permissions: [
        'members:read',
        'members:update',
        'members:suspend',
        'members:remove',
        'organization-roles:assign',
      ],
    });
    const members = world.members.get('org_acme')!;
    members.set('user_agent_acme', {
      ...members.get('user_agent_acme')!,
      organizationRoleIds: ['helpdesk'],
    });
    const before = directoryOf(world);
    const ask = as('user_agent_acme', 'org_acme');
    const target = `${acme}/user_admin_acme`;
    const tries: [string, Parameters<Ask>[1]][] = [
      [`${target}/suspend`, post],
      [target, { method: 'DELETE' }],
      [target, { method: 'PATCH', body: { title: 'Demoted' } }],
      [`${target}/organization-roles`, { method: 'PUT', body: { organizationRoleIds: [] } }],
      [
        `${acme}/user_both/organization-roles`,
        { method: 'PUT', body: { organizationRoleIds: ['organizationAdmin'] } },
      ],
    ];
    for (const [path, sent] of tries) {
      assert.equal(await outcome(ask(path, sent)), 'escalation_refused', path);
    }
    assert.deepEqual(directoryOf(world), before);
  });
});

describe('removing', () => {
  it('P25: takes one membership with its grants, and nothing else of the person', async () => {
    const { world, as } = setup();
    const before = directoryOf(world) as Record<string, Record<string, Record<string, unknown>>>;
    await as('user_admin_acme', 'org_acme')(`${acme}/user_both`, { method: 'DELETE' });
    const after = directoryOf(world) as typeof before;
    assert.deepEqual(after['users'], before['users']);
    assert.deepEqual(after['members']!['org_borealis'], before['members']!['org_borealis']);
    assert.deepEqual(after['grants']!['org_borealis'], before['grants']!['org_borealis']);
    assert.equal(world.members.get('org_acme')!.has('user_both'), false);
    assert.equal(world.grants.get('org_acme')!.has('user_both'), false);
    const [root, ...consequences] = world.audit;
    assert.ok(consequences.length > 0);
    for (const event of consequences) assert.equal(event.causedBy, root!.eventId);
  });

  it('brings nothing back when the person is added again', async () => {
    const { world, ask } = setup();
    const { body: looked } = await ask(`${acme}/user_both`);
    const roleIds = ['role_flights_approver'];
    await ask(`${acme}/user_both/access/app_flights`, { method: 'PUT', body: { roleIds } });
    await ask(`${acme}/user_both`, { method: 'DELETE' });
    const body = { userId: 'user_both', organizationRoleIds: ['organizationMember'] };
    const added = await ask(acme, { method: 'POST', body });
    assert.deepEqual([added.status, added.body['source']], [200, 'direct']);
    // What every new member gets, and nothing else.
    const given = world.grants.get('org_acme')!.get('user_both')!;
    assert.deepEqual(
      given.flatMap(({ roles }) => roles),
      [
        { roleId: 'role_flights_viewer', source: 'default' },
        { roleId: 'role_ledger_reader', source: 'default' },
      ],
    );
    const stale = { method: 'DELETE', headers: { 'If-Match': `"${String(looked['version'])}"` } };
    assert.equal(await outcome(ask(`${acme}/user_both`, stale)), 'version_conflict');
    assert.ok(world.members.get('org_acme')!.has('user_both'));
  });

  it('leaves no code that was on its way, for when the person is added again', async () => {
    const { world, ask } = setup();
    const sign = (organizationId: string) => ({
      entry: {
        ...{ userId: 'user_both', organizationId, clientId: 'client_flights', sid: 'sid' },
        ...{ authenticatedAt: world.now(), methods: ['pwd'], scope: ['openid'] },
      },
      ...{ redirectUri: 'http://localhost:4300/callback', codeChallenge: 'challenge' },
      expiresAt: world.now() + 60_000,
    });
    const { codes } = world.authorization;
    for (const id of ['org_acme', 'org_borealis']) codes.set(`code of ${id}`, sign(id));
    await ask(`${acme}/user_both`, { method: 'DELETE' });
    assert.deepEqual([...codes.keys()], ['code of org_borealis']);
  });

  it('is another version of each grant that ends with them', async () => {
    const { world, ask } = setup();
    const version = () => versionOf(world, 'grant', 'org_acme', 'user_both', 'app_flights');
    const before = version();
    await ask(`${acme}/user_both`, { method: 'DELETE' });
    assert.equal(version(), before + 1);
  });
});

describe('versions and keys', () => {
  const path = `${acme}/user_agent_acme`;
  const title = (text: string, headers: Record<string, string> = {}) => ({
    method: 'PATCH',
    body: { title: text },
    headers,
  });

  it('refuses what another version was looked at for, and changes nothing', async () => {
    const { world, ask } = setup();
    await ask(path, title('First', { 'If-Match': '"1"' }));
    const before = directoryOf(world);
    assert.equal(
      await outcome(ask(path, title('Second', { 'If-Match': '"1"' }))),
      'version_conflict',
    );
    const told = await outcome(ask(path, title('Second', { 'If-Match': 'W/"x"' })));
    assert.equal(told, 'validation_failed');
    assert.deepEqual(directoryOf(world), before);
  });

  it('answers the same key the same, once, and another request under it not at all', async () => {
    const { world, ask } = setup();
    const sent = title('Once', { 'Idempotency-Key': 'key-1' });
    const answers = await Promise.all([ask(path, sent), ask(path, sent)]);
    assert.equal(answers[0]!.text, answers[1]!.text);
    assert.equal(world.members.get('org_acme')!.get('user_agent_acme')!.version, 2);
    const other = title('Twice', { 'Idempotency-Key': 'key-1' });
    assert.equal(await outcome(ask(path, other)), 'idempotency_mismatch');
  });

  it('keeps the keys of two administrators of one organization apart', async () => {
    const { world, ask, as } = setup();
    const acme = world.members.get('org_acme')!;
    const both = acme.get('user_both')!;
    acme.set('user_both', { ...both, organizationRoleIds: ['organizationAdmin'] });
    const headers = { 'Idempotency-Key': 'same' };
    assert.equal(await outcome(ask(path, title('Ours', headers))), 200);
    const theirs = as('user_both', 'org_acme');
    assert.equal(await outcome(theirs(path, title('Theirs', headers))), 200);
    assert.equal(acme.get('user_agent_acme')!.title, 'Theirs');
  });

  it('keeps keys of different callers apart', async () => {
    const { ask, as } = setup();
    const headers = { 'Idempotency-Key': 'same' };
    await ask(path, title('Ours', headers));
    const theirs = as('user_admin_borealis', 'org_borealis');
    const elsewhere = '/organizations/org_borealis/members/user_admin_borealis';
    assert.equal(await outcome(theirs(elsewhere, title('Theirs', headers))), 200);
  });
});

describe('what is not a member’s to change', () => {
  it('T13, P23, P24: takes no field but those of the membership', async () => {
    const { world, ask } = setup();
    const before = directoryOf(world);
    const fields = {
      status: 'suspended',
      email: 'taken@over.example',
      emailVerified: true,
      name: 'Somebody',
      password: 'Tessera-demo-1!',
      platformAdministrator: true,
      organizationId: 'org_borealis',
      userId: 'user_admin_acme',
      version: 9,
      source: 'scim',
      organizationRoleIds: ['organizationAdmin'],
      lastSignInAt: '2026-01-01T00:00:00Z',
      phone: '+358401234567',
      picture: 'https://pictures.example/a.png',
      locale: 'fi',
      credentials: [],
      secondFactors: [],
      identities: [],
      ...world.users.get('user_both'),
    };
    for (const [name, value] of Object.entries(fields)) {
      const body = { title: 'Fine', [name]: value };
      for (const userId of ['user_agent_acme', 'user_both']) {
        const code = await outcome(ask(`${acme}/${userId}`, { method: 'PATCH', body }));
        assert.equal(code, 'validation_failed', name);
      }
    }
    // What belongs to the person is reached through no organization.
    for (const path of [
      '/tenant/users/user_both',
      '/users/user_both',
      `${acme}/user_both/profile`,
    ]) {
      const { status } = await ask(path, { method: 'PATCH', body: { email: 'a@b.example' } });
      assert.ok([403, 404].includes(status), path);
    }
    assert.deepEqual(directoryOf(world), before);
  });

  it('T01, T16: answers a member of another organization like one who does not exist', async () => {
    const { ask } = setup();
    const shape = async (path: string, sent?: Parameters<Ask>[1]) => {
      const { status, body } = await ask(path, sent);
      return [status, { ...body, requestId: '' }];
    };
    for (const sent of [{}, { method: 'DELETE' }, { method: 'PATCH', body: { title: 'x' } }]) {
      const foreign = await shape(`${acme}/user_admin_borealis`, sent);
      assert.deepEqual(foreign, await shape(`${acme}/user_nobody_at_all`, sent));
      const elsewhere = await shape('/organizations/org_borealis/members/user_both', sent);
      assert.deepEqual(
        elsewhere,
        await shape('/organizations/org_nowhere/members/user_both', sent),
      );
      assert.equal(foreign[0], 404);
    }
  });
});

describe('members in bulk', () => {
  it('judges each for itself, in order, and writes one event for each', async () => {
    const { world, ask } = setup();
    const userIds = ['user_agent_acme', 'user_admin_acme', 'user_nobody', 'user_suspended_acme'];
    const sent = { method: 'POST', body: { action: 'suspend', userIds } };
    const { body } = await ask(`${acme}/bulk`, sent);
    assert.deepEqual(body['results'], [
      { userId: 'user_agent_acme', outcome: 'done' },
      { userId: 'user_admin_acme', outcome: 'refused', code: 'self_change_refused' },
      { userId: 'user_nobody', outcome: 'refused', code: 'not_found' },
      { userId: 'user_suspended_acme', outcome: 'refused', code: 'member_suspended' },
    ]);
    assert.deepEqual(
      world.audit.map(({ target, outcome }) => [target?.id, outcome]),
      [
        ['user_agent_acme', 'success'],
        ['user_admin_acme', 'denied'],
        ['user_nobody', 'denied'],
        ['user_suspended_acme', 'denied'],
      ],
    );
  });
});
