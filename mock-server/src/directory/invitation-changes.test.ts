import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcome, setupOrganizations } from '../trial/organizations.ts';

const acme = '/organizations/org_acme';
const invited = `${acme}/members/user_invited`;
const invitation = `${acme}/invitations/invitation_newcorp`;
const day = 86_400_000;

function setup() {
  const { world, as, ask, ...rest } = setupOrganizations();
  const user = world.users.get('user_invited')!;
  world.users.set('user_invited', { ...user, emailVerified: true });
  const own = as('user_invited', undefined, 'client_rewards');
  return {
    world,
    ask,
    as,
    ...rest,
    member: () => world.members.get('org_acme')?.get('user_invited'),
    grants: () => world.grants.get('org_acme')?.get('user_invited'),
    waiting: () => [...(world.invitations.get('org_acme')?.values() ?? [])],
    accept: (invitationId = 'invitation_newcorp') =>
      own('/me/invitations/accept', { method: 'POST', body: { invitationId } }),
    invite: (organizationRoleIds: readonly string[]) =>
      ask(`${acme}/invitations`, {
        method: 'POST',
        body: { email: 'invited@newcorp.example', organizationRoleIds },
      }),
  };
}

const post = { method: 'POST' };

describe('a member who waits', () => {
  it('is another version with every change, from the invitation to the first day', async () => {
    const { member, invite, accept } = setup();
    const first = member()!.version;
    await invite(['organizationMember']);
    assert.equal(member()?.version, first + 1);
    await accept();
    assert.deepEqual([member()?.status, member()?.version], ['active', first + 2]);
  });

  it('keeps what was noted about them, and has what was left to them', async () => {
    const { ask, member, accept, invite } = setup();
    await invite(['organizationMember', 'organizationCreator']);
    await ask(invited, { method: 'PATCH', body: { expiresAt: '2026-04-01T00:00:00Z' } });
    await ask(`${invited}/organization-roles`, {
      method: 'PUT',
      body: { organizationRoleIds: ['organizationMember'] },
    });
    const { body } = await accept();
    assert.deepEqual(member()?.organizationRoleIds, ['organizationMember']);
    assert.equal(member()?.expiresAt, Date.parse('2026-04-01T00:00:00Z'));
    const withheld = body['withheld'] as { organizationRoleIds: string[] };
    assert.deepEqual(withheld.organizationRoleIds, ['organizationCreator']);
  });

  it('has no invitation left when they are removed', async () => {
    const { ask, accept, member, waiting } = setup();
    assert.equal(await outcome(ask(invited, { method: 'DELETE' })), 200);
    assert.deepEqual(
      waiting().map(({ status }) => status),
      ['revoked'],
    );
    assert.equal(await outcome(accept()), 'invitation_revoked');
    assert.equal(member(), undefined);
  });

  it('leaves no grant and no version behind when the invitation is withdrawn', async () => {
    const { ask, grants, member, invite, world } = setup();
    await ask(`${invited}/access/app_flights`, {
      method: 'PUT',
      body: { roleIds: ['role_flights_viewer'] },
    });
    const { version } = member()!;
    assert.equal(await outcome(ask(`${invitation}/revoke`, post)), 200);
    assert.deepEqual([member(), grants()], [undefined, undefined]);
    const [root, ...consequences] = world.audit.slice(-3);
    assert.equal(root?.action, 'invitation.revoke');
    for (const { causedBy } of consequences) assert.equal(causedBy, root?.eventId);
    await invite(['organizationMember']);
    assert.ok(member()!.version > version);
  });
});

describe('an invitation whose life has ended', () => {
  it('is renewed once, and the address waits for one invitation', async () => {
    const { ask, world, waiting, invite } = setup();
    world.moveClock(3 * day);
    assert.equal(await outcome(ask(`${invitation}/resend`, post)), 200);
    assert.equal(await outcome(ask(`${invitation}/resend`, post)), 'invitation_expired');
    await invite(['organizationMember']);
    const live = waiting().filter(
      ({ status, expiresAt }) => status === 'pending' && expiresAt > world.now(),
    );
    assert.equal(live.length, 1);
  });
});

describe('inviting', () => {
  it('P03: never makes a parent’s administrator a member of what they manage', async () => {
    const { ask } = setup();
    const body = { email: 'Admin@acme.example', organizationRoleIds: ['organizationAdmin'] };
    const sent = { method: 'POST', body };
    const child = '/organizations/org_acme_north/invitations';
    assert.equal(await outcome(ask(child, sent)), 'self_change_refused');
  });
});
