import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Onboarding } from '@tesserakit/domain';
import { outcome } from '../trial/organizations.ts';
import { sending, tenant } from '../trial/tenant.ts';
import { tableOf } from '../world.ts';

function setup() {
  const { world, ...rest } = tenant();
  const share = (applicationId: string, some: Partial<Onboarding>) => {
    const shares = tableOf(world, 'onboardings', 'org_acme');
    shares.set(applicationId, { ...shares.get(applicationId)!, ...some });
  };
  /** As following the link of a mail does. */
  const proveAddress = (userId: string) => {
    world.users.set(userId, { ...world.users.get(userId)!, emailVerified: true });
    return rest.as(userId, undefined, 'client_rewards');
  };
  const add = (userId: string, organizationId = 'org_acme') =>
    rest.ask(
      `/organizations/${organizationId}/members`,
      sending('POST', { userId, organizationRoleIds: ['organizationMember'] }),
    );
  const accept = (ask: typeof rest.ask, invitationId: string) =>
    ask('/me/invitations/accept', sending('POST', { invitationId }));
  return { world, ...rest, share, proveAddress, add, accept };
}

describe('the default roles of a new member', () => {
  it('are those of every application, as far as the organization may hand them out', async () => {
    const { world, add, share, rolesOf, grantOf } = setup();
    share('app_flights', { defaultRoleIds: ['role_flights_viewer', 'role_nobody_has'] });
    await add('user_shopper');
    assert.deepEqual(grantOf('org_acme', 'user_shopper')?.roles, [
      { roleId: 'role_flights_viewer', source: 'default' },
    ]);
    assert.deepEqual(rolesOf('org_acme', 'user_shopper', 'app_ledger'), ['role_ledger_reader']);
    const [root, ...given] = world.audit;
    assert.deepEqual(
      given.map(({ action, applicationId, causedBy }) => [action, applicationId, causedBy]),
      ['app_flights', 'app_ledger'].map((id) => ['access.grant', id, root?.eventId]),
    );
  });

  it('are none where the share is suspended or no seat is left', async () => {
    const { add, share, grantOf } = setup();
    share('app_flights', { seatLimit: 4 });
    share('app_ledger', { status: 'suspended' });
    assert.equal(await outcome(add('user_shopper')), 200);
    assert.equal(grantOf('org_acme', 'user_shopper', 'app_flights'), undefined);
    assert.equal(grantOf('org_acme', 'user_shopper', 'app_ledger'), undefined);
  });

  it('P31: are given by a parent in the applications that it reaches', async () => {
    const { world, add, rolesOf, grantOf } = setup();
    const shares = tableOf(world, 'onboardings', 'org_acme_north');
    const ledger = world.onboardings.get('org_acme')!.get('app_ledger')!;
    shares.set('app_ledger', { ...ledger, organizationId: 'org_acme_north' });
    assert.equal(await outcome(add('user_shopper', 'org_acme_north')), 200);
    assert.deepEqual(rolesOf('org_acme_north', 'user_shopper'), ['role_flights_viewer']);
    assert.equal(grantOf('org_acme_north', 'user_shopper', 'app_ledger'), undefined);
  });

  it('stand back for what an invitation names', async () => {
    const { ask, proveAddress, accept, rolesOf } = setup();
    const person = proveAddress('user_invited');
    const access = [{ applicationId: 'app_flights', roleIds: ['role_flights_approver'] }];
    const email = 'invited@newcorp.example';
    const offer = { email, organizationRoleIds: ['organizationMember'], access };
    await ask('/organizations/org_acme/invitations', sending('POST', offer));
    assert.equal(await outcome(accept(person, 'invitation_newcorp')), 200);
    assert.deepEqual(rolesOf('org_acme', 'user_invited'), ['role_flights_approver']);
    assert.deepEqual(rolesOf('org_acme', 'user_invited', 'app_ledger'), ['role_ledger_reader']);
  });
});

describe('accepting an invitation without a seat', () => {
  it('P29: gives the last seat to one of those who come at the same time', async () => {
    const { world, ask, share, proveAddress, accept, rolesOf } = setup();
    share('app_flights', { seatLimit: 5 });
    const people = ['user_shopper', 'user_dormant', 'user_cirrus'].map((userId) => ({
      userId,
      email: world.users.get(userId)!.email,
      person: proveAddress(userId),
    }));
    const access = [{ applicationId: 'app_flights', roleIds: ['role_flights_viewer'] }];
    const accepted = await Promise.all(
      people.map(async ({ email, person }) => {
        const offer = { email, organizationRoleIds: ['organizationMember'], access };
        const { body } = await ask('/organizations/org_acme/invitations', sending('POST', offer));
        return () => accept(person, String(body['invitationId']));
      }),
    );
    const answers = await Promise.all(accepted.map((go) => go()));
    const seated = people.filter(({ userId }) => rolesOf('org_acme', userId));
    assert.equal(seated.length, 1);
    const withheld = answers.map(({ body }) => (body['withheld'] as { access: object[] }).access);
    const told = withheld.filter((list) => list.length > 0);
    assert.deepEqual(told, [access, access]);
    for (const { userId } of people) {
      assert.equal(world.members.get('org_acme')!.get(userId)?.status, 'active');
    }
  });

  it('keeps the invitation waiting when it promised nothing else', async () => {
    const { world, ask, share, proveAddress, accept, rolesOf } = setup();
    share('app_flights', { seatLimit: 4 });
    const person = proveAddress('user_invited');
    const access = [{ applicationId: 'app_flights', roleIds: ['role_flights_viewer'] }];
    const offer = { email: 'invited@newcorp.example', organizationRoleIds: [], access };
    await ask('/organizations/org_acme/invitations', sending('POST', offer));
    const refused = accept(person, 'invitation_newcorp');
    assert.equal(await outcome(refused), 'seat_limit_reached');
    assert.equal(world.members.get('org_acme')!.get('user_invited')?.status, 'pending');
    share('app_flights', { seatLimit: 5 });
    assert.equal(await outcome(accept(person, 'invitation_newcorp')), 200);
    assert.deepEqual(rolesOf('org_acme', 'user_invited'), ['role_flights_viewer']);
  });
});
