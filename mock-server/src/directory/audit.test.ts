import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuditEvent } from '@tesserakit/domain';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { asPerson, type Ask } from '../trial/directory.ts';
import { setupInvitations } from '../trial/invitations.ts';
import { setupOrganizations } from '../trial/organizations.ts';
import { sending } from '../trial/tenant.ts';
import { createWorld, type World } from '../world.ts';

function setup() {
  const world = createWorld(seeds.default);
  const server = createServer(world);
  const as = (userId: string, organizationId?: string, clientId?: string): Ask =>
    asPerson(world, server, userId, organizationId, clientId);
  const platform = as('user_platform', undefined, 'admin-portal');
  const list = async (query = '', ask = platform, path = '/tenant/audit') => {
    const { body } = await ask(`${path}?${query}`);
    return body as unknown as {
      items: { eventId: string; action: string }[];
      nextCursor: string | null;
      total: number;
    };
  };
  return { world, as, platform, list };
}

/** So many events of the same moment, in turn in Acme, in Borealis and of the tenant. */
function fill(world: World, count: number): void {
  const places = [{ organizationId: 'org_acme' }, { organizationId: 'org_borealis' }, {}];
  for (let number = 0; number < count; number += 1) {
    const event: AuditEvent = {
      eventId: `event_${number}`,
      at: world.now(),
      action: 'member.update',
      outcome: number % 2 === 0 ? 'success' : 'denied',
      actor: { type: 'user', id: 'user_admin_acme' },
      target: { type: 'member', id: 'user_agent_acme' },
      ...places[number % 3],
    };
    world.audit.push(event);
  }
}

describe('the audit log of the tenant', () => {
  it('holds what happened anywhere, newest first, each once over all pages', async () => {
    const { world, list } = setup();
    fill(world, 40);
    const seen: string[] = [];
    let query = 'limit=7';
    for (let page = await list(query); ; page = await list(query)) {
      assert.equal(page.total, 40);
      seen.push(...page.items.map(({ eventId }) => eventId));
      if (!page.nextCursor) break;
      query = `limit=7&cursor=${encodeURIComponent(page.nextCursor)}`;
      // What happens between two pages moves nothing.
      if (seen.length === 7) world.audit.push({ ...world.audit[0]!, eventId: 'event_late' });
      if (seen.length === 7) world.audit.pop();
    }
    assert.deepEqual(seen, world.audit.map(({ eventId }) => eventId).reverse());
  });

  it('takes the same filters, and an organization', async () => {
    const { world, list } = setup();
    fill(world, 30);
    world.audit.push({
      ...world.audit[1]!,
      eventId: 'event_for_acme',
      actor: { type: 'user', id: 'user_admin_acme', organizationId: 'org_acme' },
      organizationId: 'org_acme_north',
    });
    assert.equal((await list('organization=org_acme')).total, 11);
    assert.equal((await list('organization=org_acme&outcome=success')).total, 5);
    assert.equal((await list('organization=org_nowhere')).total, 0);
    assert.equal((await list('actor=user_agent_acme')).total, 0);
    const later = encodeURIComponent(new Date(world.now() + 60_000).toISOString());
    assert.equal((await list(`since=${later}`)).total, 0);
    assert.equal((await list(`until=${later}`)).total, 31);
    const earlier = encodeURIComponent(new Date(world.now() - 60_000).toISOString());
    assert.equal((await list(`until=${earlier}`)).total, 0);
  });

  it('is the platform’s alone, and a cursor is good for one log', async () => {
    const { world, as, list } = setup();
    fill(world, 30);
    const { nextCursor } = await list('limit=3');
    const cursor = encodeURIComponent(nextCursor ?? '');
    const admin = as('user_admin_acme', 'org_acme');
    assert.equal((await admin('/tenant/audit')).body['code'], 'forbidden');
    assert.equal((await admin(`/tenant/audit?cursor=${cursor}`)).body['code'], 'forbidden');
    const platform = as('user_platform', undefined, 'admin-portal');
    for (const path of [
      `/tenant/audit?organization=org_acme&cursor=${cursor}`,
      `/organizations/org_acme/audit?cursor=${cursor}`,
    ]) {
      assert.equal((await platform(path)).body['code'], 'cursor_invalid', path);
    }
  });

  it('tells of refused writes where they were tried, and of no reads', async () => {
    const { as, list, platform } = setup();
    await platform('/tenant/users/user_nobody/disable', { method: 'POST' });
    await as('user_admin_acme', 'org_acme')('/tenant/users', {
      method: 'POST',
      body: { email: 'x@y.example' },
    });
    await platform('/tenant/users/user_nobody');
    const { items } = await list();
    assert.deepEqual(
      items.map((event) => {
        const { action, outcome, code, organizationId, target } = event as unknown as AuditEvent;
        return [action, outcome, code, organizationId, target];
      }),
      [
        ['user.create', 'denied', 'forbidden', 'org_acme', undefined],
        ['user.disable', 'denied', 'not_found', undefined, { type: 'user', id: 'user_nobody' }],
      ],
    );
  });

  it('T05: tells no organization what people do for themselves, nor one of another', async () => {
    const trial = setupInvitations();
    const { world, as } = trial;
    const borealis = as('user_admin_borealis', 'org_borealis');
    await trial.invite('agent@acme.example', {}, borealis, 'org_borealis');
    world.authorization.sessions.set('sid_agent', {
      ...{ sid: 'sid_agent', secret: 'secret', userId: 'user_agent_acme', methods: ['pwd'] },
      ...{ authenticatedAt: world.now(), expiresAt: world.now() + 60_000 },
    });
    const agent = as('user_agent_acme', 'org_acme');
    const token = { token: trial.link() };
    assert.equal((await agent('/me', sending('PATCH', { name: 'Tom' }))).status, 200);
    assert.equal((await agent('/me/sessions/sid_agent', { method: 'DELETE' })).status, 200);
    const early = await agent('/me/invitations/accept', sending('POST', { token: 'tsi_none' }));
    assert.equal(early.body['code'], 'not_found');
    assert.equal((await agent('/me/invitations/accept', sending('POST', token))).status, 200);
    const acme = await as('user_admin_acme', 'org_acme')('/organizations/org_acme/audit');
    assert.deepEqual(acme.body['items'], []);
    const theirs = await borealis('/organizations/org_borealis/audit');
    assert.match(theirs.text, /"action":"invitation.accept"/);
    assert.doesNotMatch(theirs.text, /org_acme/);
    const events = world.audit.filter(
      ({ actor, causedBy }) => actor.id === 'user_agent_acme' && causedBy === undefined,
    );
    assert.deepEqual(
      events.map(({ action, outcome, actor }) => [action, outcome, actor.organizationId]),
      [
        ['me.update', 'success', undefined],
        ['session.end', 'success', undefined],
        ['invitation.accept', 'denied', undefined],
        ['invitation.accept', 'success', undefined],
      ],
    );
  });

  it('P31: tells a parent nothing of what its child has beside the linked applications', async () => {
    const { world, as, ask, platform, join } = setupOrganizations();
    const north = '/organizations/org_acme_north';
    join('user_both', 'org_acme_north', 'organizationAdmin');
    join('user_agent_acme', 'org_acme_north');
    const ledger = [...world.roleGroups.values()].find((one) => one.applicationId === 'app_ledger');
    const share = { applicationId: 'app_ledger', roleGroupIds: [ledger!.roleGroupId] };
    const child = as('user_both', 'org_acme_north');
    const grant = `${north}/members/user_agent_acme/access/app_ledger`;
    const deeds = [
      [platform, `${north}/applications`, sending('POST', share)],
      [child, grant, sending('PUT', { roleIds: [ledger!.roleIds[0]] })],
      [child, `${north}/domains`, sending('POST', { name: 'needle.example' })],
      [
        child,
        `${north}/api-keys`,
        sending('POST', { name: 'needle', permissions: ['audit:read'] }),
      ],
      [child, `${north}/directory-tokens`, sending('POST', { name: 'needle' })],
    ] as const;
    for (const [who, path, sent] of deeds) assert.equal((await who(path, sent)).status, 200);
    const log = await child(`${north}/audit`);
    assert.equal(log.body['total'], 5);
    assert.match(log.text, /needle.*needle.*needle.*app_ledger/);
    const fromAbove = await ask(`${north}/audit`);
    assert.deepEqual(fromAbove.body['items'], []);
    const removal = await ask(`${north}/members/user_agent_acme`, { method: 'DELETE' });
    assert.equal(removal.status, 200);
    const own = await ask('/organizations/org_acme/audit');
    assert.match(own.text, /"action":"member.remove"/);
    assert.doesNotMatch(own.text, /app_ledger/);
  });

  it('builds no more of a long log than the page shows', async () => {
    const { world, list } = setup();
    fill(world, 100_000);
    let looked = 0;
    const get = world.users.get.bind(world.users);
    world.users.get = (userId) => {
      looked += 1;
      return get(userId);
    };
    const { items, total } = await list('limit=10');
    assert.deepEqual([items.length, total], [10, 100_000]);
    assert.ok(looked < 50, `looked ${looked} people up`);
  });
});
