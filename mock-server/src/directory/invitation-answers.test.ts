import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directoryOf } from '../snapshot.ts';
import { askForTokens, redeem, redirectUri, trialBrowser } from '../trial/browser.ts';
import { trialControl } from '../trial/control.ts';
import { withToken } from '../trial/directory.ts';
import { flights, setupInvitations } from '../trial/invitations.ts';
import { outcome } from '../trial/organizations.ts';
import { tableOf } from '../world.ts';

const acme = '/organizations/org_acme';
const email = 'new@partner.example';
const minute = 60_000;
const post = { method: 'POST' };

/** Somebody who was invited and has shown that the address is theirs. */
async function setup(some: object = {}) {
  const rest = setupInvitations();
  const { world, ask, invite, link, invitations, memberAt, accept, decline, prove } = rest;
  const { text } = await invite(email, some);
  const { invitationId } = JSON.parse(text) as { invitationId: string };
  const userId = prove(email);
  const token = link();
  const path = `${acme}/invitations/${invitationId}`;
  return {
    ...rest,
    invitationId,
    userId,
    token,
    status: () => invitations().find((one) => one.invitationId === invitationId)?.status,
    member: () => memberAt(email),
    rolesAt: (applicationId: string) =>
      world.grants
        .get('org_acme')
        ?.get(userId)
        ?.find((grant) => grant.applicationId === applicationId)
        ?.roles.map(({ roleId }) => roleId),
    verbs: {
      accept: () => outcome(accept(userId, { token })),
      'accept by id': () => outcome(accept(userId, { invitationId })),
      decline: () => outcome(decline(userId, { token })),
      'decline by id': () => outcome(decline(userId, { invitationId })),
      resend: () => outcome(ask(`${path}/resend`, post)),
      revoke: () => outcome(ask(`${path}/revoke`, post)),
    },
    /** Changes what somebody is at Acme, without asking anybody. */
    makeOf(whom: string, organizationRoleIds: readonly string[]) {
      const members = world.members.get('org_acme')!;
      members.set(whom, { ...members.get(whom)!, organizationRoleIds });
    },
  };
}

/** Everything that a refusal leaves as it was. */
const kept = ({ world }: Awaited<ReturnType<typeof setup>>) =>
  structuredClone([directoryOf(world), world.mailbox]);

describe('accepting an invitation', () => {
  it('makes the pending member an active one, with what was promised', async () => {
    const access = [flights('viewer', 'approver')];
    const { world, accept, userId, token, member, status, rolesAt } = await setup({ access });
    const begin = world.audit.length;
    const { status: code, body } = await accept(userId, { token });
    assert.deepEqual([code, body['organizationId']], [200, 'org_acme']);
    assert.deepEqual(body['withheld'], { organizationRoleIds: [], access: [] });
    assert.deepEqual([member()?.status, member()?.joinedAt], ['active', world.now()]);
    assert.deepEqual(member()?.organizationRoleIds, ['organizationMember']);
    assert.deepEqual(rolesAt('app_flights'), ['role_flights_viewer', 'role_flights_approver']);
    assert.equal(status(), 'accepted');
    const [root, ...rest] = world.audit.slice(begin);
    assert.deepEqual([root?.action, root?.causedBy], ['invitation.accept', undefined]);
    assert.ok(rest.length > 0 && rest.every(({ causedBy }) => causedBy === root?.eventId));
  });

  it('I01: takes the very link, or nothing', async () => {
    const trial = await setup();
    const { accept, decline, userId, token } = trial;
    const before = kept(trial);
    const random = `tsi_${'A'.repeat(43)}`;
    const unknown = await accept(userId, { token: random });
    const letters = [...token].map((letter, at) =>
      [token.slice(0, at), letter === 'x' ? 'y' : 'x', token.slice(at + 1)].join(''),
    );
    const claims = { org_id: 'org_borealis', email: 'shopper@mail.example' };
    const encoded = btoa(JSON.stringify(claims)).replaceAll('=', '');
    const forged = [
      ...[...letters, token.slice(0, -1), `${token}x`, ` ${token}`, `${token}\n`],
      ...[token.toUpperCase(), token.replace('tsi_', 'tsk_'), token.slice(4), `${token}=`],
      ...[`eyJhbGciOiJub25lIn0.${encoded}.`, `${token}.${encoded}`, JSON.stringify(claims)],
    ];
    for (const one of forged) {
      for (const answer of [
        await accept(userId, { token: one }),
        await decline(userId, { token: one }),
      ]) {
        assert.deepEqual([answer.status, answer.body['code']], [404, 'not_found'], one);
        const { requestId, ...told } = answer.body;
        assert.deepEqual({ ...told, requestId: unknown.body['requestId'] }, unknown.body);
      }
    }
    assert.deepEqual(kept(trial), before);
    assert.equal(await trial.verbs.accept(), 200);
  });

  it('I01: takes no secret of another kind', async () => {
    const { ask, accept, userId, world } = await setup();
    const body = { name: 'key', permissions: ['members:read'] };
    const key = String((await ask(`${acme}/api-keys`, { ...post, body })).body['secret']);
    assert.match(key, /^tsk_/);
    assert.equal(await outcome(accept(userId, { token: key })), 'not_found');
    for (const digest of world.secrets.keys()) {
      assert.equal(await outcome(accept(userId, { token: digest })), 'not_found');
    }
  });

  it('I02: is for nobody but the person with the address that was invited', async () => {
    const trial = await setup({ organizationRoleIds: ['organizationAdmin'] });
    const { world, accept, decline, userId, token, invitationId } = trial;
    const before = kept(trial);
    const others = [...world.users.values()].filter((one) => one.userId !== userId);
    for (const other of others) {
      if (!other.emailVerified) continue;
      for (const answer of [accept, decline]) {
        const code = await outcome(answer(other.userId, { token }));
        assert.equal(code, 'invitation_email_mismatch', other.email);
        assert.equal(await outcome(answer(other.userId, { invitationId })), 'not_found');
      }
    }
    assert.deepEqual(kept(trial), before);
  });

  it('I02: is for no address that merely resembles the one that was invited', async () => {
    const trial = await setup();
    const { world, accept, userId, token } = trial;
    const user = world.users.get(userId)!;
    for (const own of [
      'new+x@partner.example',
      'n\u0435w@partner.example',
      'new@sub.partner.example',
    ]) {
      world.users.set(userId, { ...user, email: own });
      assert.equal(await outcome(accept(userId, { token })), 'invitation_email_mismatch', own);
    }
    world.users.set(userId, { ...user, email: 'NEW@Partner.Example' });
    assert.equal(await outcome(accept(userId, { token })), 200);
  });

  it('I03: takes proof that the address is one’s own, on every way', async () => {
    const trial = await setup();
    const { world, as, accept, decline, userId, token, invitationId } = trial;
    world.users.set(userId, { ...world.users.get(userId)!, emailVerified: false });
    const before = kept(trial);
    const own = as(userId, undefined, 'client_rewards');
    const ways = [
      ...[own('/me/invitations'), accept(userId, { token }), accept(userId, { invitationId })],
      ...[decline(userId, { token }), decline(userId, { invitationId: 'invitation_unknown' })],
    ];
    for (const way of ways) {
      const { status, body } = await way;
      assert.deepEqual([status, body['code']], [403, 'email_unverified']);
    }
    assert.deepEqual(kept(trial), before);
  });

  it('I04: ends at its moment, whether anybody swept or not', async () => {
    const life = 5;
    const sooner = await setup({ life });
    sooner.world.moveClock(life * minute - 1);
    assert.equal(await sooner.verbs.accept(), 200);
    for (const late of [0, 1, 1000]) {
      const { world, accept, userId, token, member, status } = await setup({ life });
      world.moveClock(life * minute + late);
      const { status: code, body } = await accept(userId, { token });
      assert.deepEqual([code, body['code']], [410, 'invitation_expired']);
      assert.deepEqual([status(), member()?.status], ['pending', 'pending']);
    }
  });

  it('I07: joins the organization of the link and no other', async () => {
    const trial = await setup();
    const { world, as, accept, ask, invitationId, userId, token } = trial;
    const before = kept(trial);
    const borealis = as('user_admin_borealis', 'org_borealis');
    for (const verb of ['resend', 'revoke']) {
      const theirs = `/organizations/org_borealis/invitations/${invitationId}/${verb}`;
      assert.equal(await outcome(borealis(theirs, post)), 'not_found');
      const named = `/organizations/org_acme_north/invitations/${invitationId}/${verb}`;
      assert.equal(await outcome(ask(named, post)), 'not_found');
    }
    const body = { token, organizationId: 'org_borealis' };
    assert.equal(await outcome(accept(userId, body)), 'validation_failed');
    assert.deepEqual(kept(trial), before);
    const acting = as('user_both', 'org_borealis');
    const wrong = acting('/me/invitations/accept', { ...post, body: { token } });
    assert.equal(await outcome(wrong), 'invitation_email_mismatch');
    await accept(userId, { token });
    const joined = [...world.members].filter(([, members]) => members.has(userId));
    assert.deepEqual(
      joined.map(([organizationId]) => organizationId),
      ['org_acme'],
    );
  });

  it('I08: gives what is left of what was promised, and tells the rest', async () => {
    const ledger = { applicationId: 'app_ledger', roleIds: ['role_ledger_reader'] };
    const access = [flights('viewer', 'approver'), ledger];
    const { world, accept, userId, token, rolesAt } = await setup({ access });
    const shares = world.onboardings.get('org_acme')!;
    const { roleGroupIds } = shares.get('app_flights')!;
    const frontOffice = roleGroupIds.filter((id) => id.includes('front'));
    assert.equal(frontOffice.length, 1);
    shares.set('app_flights', { ...shares.get('app_flights')!, roleGroupIds: frontOffice });
    shares.delete('app_ledger');
    const { body } = await accept(userId, { token });
    assert.deepEqual(body['withheld'], {
      organizationRoleIds: [],
      access: [flights('approver'), ledger],
    });
    assert.deepEqual(rolesAt('app_flights'), ['role_flights_viewer']);
    assert.equal(rolesAt('app_ledger'), undefined);
  });

  it('I08: is refused when nothing is left of what was promised', async () => {
    const trial = await setup({ organizationRoleIds: [], access: [flights('approver')] });
    const { world, verbs, member } = trial;
    world.onboardings.get('org_acme')!.delete('app_flights');
    const before = kept(trial);
    assert.equal(await verbs.accept(), 'invitation_revoked');
    assert.equal(member()?.status, 'pending');
    assert.deepEqual(kept(trial), before);
  });

  it('I09: gives no organization role that its sender does not have any more', async () => {
    const organizationRoleIds = ['organizationAdmin', 'organizationMember'];
    const { world, accept, userId, token, member, makeOf } = await setup({ organizationRoleIds });
    world.organizationRoles.set('inviter', {
      roleId: 'inviter',
      name: 'Inviter',
      permissions: ['organization:read', 'members:invite'],
    });
    makeOf('user_admin_acme', ['inviter']);
    const { body } = await accept(userId, { token });
    const { organizationRoleIds: missing } = body['withheld'] as { organizationRoleIds: string[] };
    assert.deepEqual(missing, ['organizationAdmin']);
    assert.deepEqual(member()?.organizationRoleIds, ['organizationMember']);
  });

  const falls: Record<string, (trial: Awaited<ReturnType<typeof setup>>) => void> = {
    demoted: ({ makeOf }) => makeOf('user_admin_acme', ['organizationMember']),
    removed: ({ world }) => world.members.get('org_acme')!.delete('user_admin_acme'),
    suspended: ({ join }) =>
      join('user_admin_acme', 'org_acme', 'organizationAdmin', { status: 'suspended' }),
    'out of time': ({ world, join }) =>
      join('user_admin_acme', 'org_acme', 'organizationAdmin', { expiresAt: world.now() }),
    disabled: ({ world }) => {
      const user = world.users.get('user_admin_acme')!;
      world.users.set(user.userId, { ...user, status: 'disabled' });
    },
    deleted: ({ world }) => world.users.delete('user_admin_acme'),
  };
  for (const [fall, happen] of Object.entries(falls)) {
    it(`I09: is refused when whoever invited was ${fall} since, and comes anew by another`, async () => {
      const trial = await setup();
      const { verbs, platform, invite, invitationId, accept, link, userId } = trial;
      happen(trial);
      const before = kept(trial);
      assert.equal(await verbs.accept(), 'invitation_revoked');
      const again = platform(`${acme}/invitations/${invitationId}/resend`, post);
      assert.equal(await outcome(again), 'invitation_revoked');
      assert.deepEqual(kept(trial), before);
      const { body } = await invite(email, {}, platform);
      assert.equal(body['invitationId'], invitationId);
      assert.equal(await outcome(accept(userId, { token: link() })), 200);
    });
  }

  it('I09: is refused when the sender’s organization does not manage this one any more', async () => {
    const { ask, invite, world, link, accept, prove } = setupInvitations();
    const oslo = 'org_acme_north_oslo';
    await invite(email, {}, ask, oslo);
    const { parentOrganizationId, ...root } = world.organizations.get('org_acme_north')!;
    assert.equal(parentOrganizationId, 'org_acme');
    world.organizations.set('org_acme_north', root);
    const userId = prove(email);
    assert.equal(await outcome(accept(userId, { token: link() })), 'invitation_revoked');
  });

  it('I09: is refused while the sender’s organization is suspended, which manages this one', async () => {
    const { ask, invite, world, link, accept, prove } = setupInvitations();
    await invite(email, {}, ask, 'org_acme_north');
    const parent = world.organizations.get('org_acme')!;
    world.organizations.set('org_acme', { ...parent, status: 'suspended' });
    const userId = prove(email);
    assert.equal(await outcome(accept(userId, { token: link() })), 'invitation_revoked');
    world.organizations.set('org_acme', parent);
    assert.equal(await outcome(accept(userId, { token: link() })), 200);
  });

  it('I09: of the platform is refused when the sender is no platform administrator', async () => {
    const { platform, invite, world, link, accept, prove } = setupInvitations();
    await invite(email, {}, platform);
    const sender = world.users.get('user_platform')!;
    world.users.set('user_platform', { ...sender, platformAdministrator: false });
    const userId = prove(email);
    assert.equal(await outcome(accept(userId, { token: link() })), 'invitation_revoked');
  });

  it('I10: is refused while the organization is suspended, and when it is gone', async () => {
    const trial = await setup();
    const { verbs, platform } = trial;
    await platform(`${acme}/suspend`, post);
    const before = kept(trial);
    assert.equal(await verbs.accept(), 'organization_suspended');
    assert.equal(await verbs['accept by id'](), 'organization_suspended');
    assert.deepEqual(kept(trial), before);
    await platform(`${acme}/reactivate`, post);
    assert.equal(await verbs.accept(), 200);
    const gone = await setup();
    gone.world.organizations.delete('org_acme');
    gone.world.invitations.delete('org_acme');
    assert.equal(await gone.verbs.accept(), 'not_found');
  });

  it('keeps the organization roles that the pending member was given since', async () => {
    const { ask, accept, userId, token, member } = await setup();
    const organizationRoleIds = ['organizationMember', 'organizationCreator'];
    const path = `${acme}/members/${userId}/organization-roles`;
    assert.equal(await outcome(ask(path, { method: 'PUT', body: { organizationRoleIds } })), 200);
    const { body } = await accept(userId, { token });
    assert.deepEqual(body['withheld'], { organizationRoleIds: [], access: [] });
    assert.deepEqual(member()?.organizationRoleIds, organizationRoleIds);
  });

  it('keeps the access that the pending member was given since, and tells what it is not', async () => {
    const access = [flights('viewer', 'approver')];
    const { world, ask, accept, userId, token, rolesAt } = await setup({ access });
    const share = world.onboardings.get('org_acme')!.get('app_ledger')!;
    world.onboardings
      .get('org_acme')!
      .set('app_ledger', { ...share, defaultRoleIds: ['role_ledger_reader'] });
    const give = (applicationId: string, roleId: string) =>
      outcome(
        ask(`${acme}/members/${userId}/access/${applicationId}`, {
          method: 'PUT',
          body: { roleIds: [roleId] },
        }),
      );
    assert.equal(await give('app_flights', 'role_flights_viewer'), 200);
    assert.equal(await give('app_ledger', 'role_ledger_controller'), 200);
    const { body } = await accept(userId, { token });
    assert.deepEqual((body['withheld'] as { access: unknown }).access, [flights('approver')]);
    assert.deepEqual(rolesAt('app_flights'), ['role_flights_viewer']);
    assert.deepEqual(rolesAt('app_ledger'), ['role_ledger_controller']);
  });

  it('takes no second seat for somebody who has one already', async () => {
    const { world, ask, accept, userId, token, rolesAt } = await setup({
      access: [flights('viewer')],
    });
    const path = `${acme}/members/${userId}/access/app_flights`;
    await ask(path, { method: 'PUT', body: { roleIds: ['role_flights_viewer'] } });
    const shares = world.onboardings.get('org_acme')!;
    shares.set('app_flights', { ...shares.get('app_flights')!, seatLimit: 1 });
    const { body } = await accept(userId, { token });
    assert.deepEqual(body['withheld'], { organizationRoleIds: [], access: [] });
    assert.deepEqual(rolesAt('app_flights'), ['role_flights_viewer']);
  });

  it('is done once for one idempotency key', async () => {
    const { as, userId, token, world } = await setup();
    const sent = { ...post, body: { token }, headers: { 'Idempotency-Key': 'accept-1' } };
    const own = as(userId, undefined, 'client_rewards');
    const [first, second] = [
      await own('/me/invitations/accept', sent),
      await own('/me/invitations/accept', sent),
    ];
    assert.deepEqual([first.status, second.body], [200, first.body]);
    const accepted = world.audit.filter(({ action }) => action === 'invitation.accept');
    assert.equal(accepted.length, 1);
  });

  it('is nothing that a key does in somebody’s name', async () => {
    const { world, server, ask, token } = await setup();
    const body = { name: 'key', permissions: ['members:read'] };
    const secret = String((await ask(`${acme}/api-keys`, { ...post, body })).body['secret']);
    const key = withToken(world, server, secret);
    for (const verb of ['accept', 'decline']) {
      const answer = key(`/me/invitations/${verb}`, { ...post, body: { token } });
      assert.equal(await outcome(answer), 'forbidden');
    }
  });
});

describe('the end of an invitation', () => {
  const ends = {
    accepted: ({ verbs }) => verbs.accept(),
    declined: ({ verbs }) => verbs.decline(),
    revoked: ({ verbs }) => verbs.revoke(),
    'with its pending member': ({ ask, userId }) =>
      outcome(ask(`${acme}/members/${userId}`, { method: 'DELETE' })),
    renewed: async ({ world, as, invitationId }) => {
      world.moveClock(3 * 24 * 60 * minute);
      const later = as('user_admin_acme', 'org_acme');
      return outcome(later(`${acme}/invitations/${invitationId}/resend`, post));
    },
  } satisfies Record<string, (trial: Awaited<ReturnType<typeof setup>>) => Promise<unknown>>;

  const codes: Record<keyof typeof ends, string> = {
    accepted: 'already_member',
    declined: 'invitation_revoked',
    revoked: 'invitation_revoked',
    'with its pending member': 'invitation_revoked',
    renewed: 'invitation_expired',
  };

  for (const [end, reach] of Object.entries(ends)) {
    it(`I05: is an end: ${end}`, async () => {
      const trial = await setup();
      assert.equal(await reach(trial), 200);
      const { world, as, accept, decline, userId, token, invitationId } = trial;
      const before = kept(trial);
      const code = codes[end as keyof typeof ends];
      const admin = as('user_admin_acme', 'org_acme');
      for (const verb of ['resend', 'revoke']) {
        const path = `${acme}/invitations/${invitationId}/${verb}`;
        assert.equal(await outcome(admin(path, post)), code, verb);
      }
      for (const answer of [accept, decline]) {
        assert.equal(await outcome(answer(userId, { token })), 'not_found');
        const { status, body } = await answer(userId, { invitationId });
        assert.deepEqual([status, body['code']], [code === 'already_member' ? 409 : 410, code]);
      }
      assert.deepEqual(kept(trial), before);
      const links = [...world.secrets.values()].filter(({ id }) => id === invitationId);
      assert.deepEqual(links, []);
    });
  }

  it('E15, I05: is followed by another invitation, of which the former knows nothing', async () => {
    const { verbs, invite, invitationId, status, accept, link, userId } = await setup();
    await verbs.decline();
    const { body } = await invite(email);
    assert.notEqual(body['invitationId'], invitationId);
    assert.equal(body['renews'], undefined);
    assert.equal(await outcome(accept(userId, { token: link() })), 200);
    assert.equal(status(), 'declined');
  });

  it('takes the pending membership along, and leaves the profile', async () => {
    for (const verb of ['decline', 'revoke'] as const) {
      const trial = await setup();
      const { world, verbs, userId, member, status } = trial;
      const begin = world.audit.length;
      assert.equal(await verbs[verb](), 200);
      assert.equal(member(), undefined);
      assert.ok(world.users.has(userId));
      assert.equal(status(), verb === 'decline' ? 'declined' : 'revoked');
      const [root, removed, ...rest] = world.audit.slice(begin);
      assert.deepEqual([root?.action, removed?.action], [`invitation.${verb}`, 'member.remove']);
      assert.deepEqual([root?.causedBy, removed?.causedBy, rest], [undefined, root?.eventId, []]);
    }
  });

  it('by its time is renewed by another one, which says so', async () => {
    const { world, as, invitationId, link, accept, userId, invitations, token } = await setup();
    world.moveClock(3 * 24 * 60 * minute);
    const later = as('user_admin_acme', 'org_acme');
    const { body } = await later(`${acme}/invitations/${invitationId}/resend`, post);
    assert.notEqual(body['invitationId'], invitationId);
    assert.deepEqual([body['renews'], body['status']], [invitationId, 'pending']);
    const listed = (await later(`${acme}/invitations?status=expired`)).body['items'] as object[];
    assert.equal(listed.length, 2);
    const [, old, renewal] = invitations();
    assert.equal(renewal!.expiresAt - renewal!.createdAt, old!.expiresAt - old!.createdAt);
    assert.equal(await outcome(accept(userId, { token })), 'not_found');
    assert.equal(await outcome(accept(userId, { token: link() })), 200);
  });

  it('is not undone by saying no in a suspended organization, or after the sender fell', async () => {
    const { verbs, platform, makeOf, member } = await setup();
    makeOf('user_admin_acme', ['organizationMember']);
    await platform(`${acme}/suspend`, post);
    assert.equal(await verbs.decline(), 200);
    assert.equal(member(), undefined);
  });
});

describe('two who answer at the same time', () => {
  const pairs = [
    ...[
      ['accept', 'accept'],
      ['accept', 'accept by id'],
      ['accept by id', 'accept by id'],
    ],
    ...[
      ['accept', 'revoke'],
      ['revoke', 'accept'],
      ['accept', 'decline'],
      ['decline', 'accept by id'],
    ],
    ...[
      ['decline', 'revoke'],
      ['revoke', 'revoke'],
      ['decline', 'decline'],
    ],
  ] as const;
  for (const [first, second] of pairs) {
    it(`I06: have one winner: ${first} and ${second}`, async () => {
      const { world, verbs, userId, status, member } = await setup({ access: [flights('viewer')] });
      const done = await Promise.all([verbs[first!](), verbs[second!]()]);
      assert.equal(done.filter((code) => code === 200).length, 1, String(done));
      const won = done[0] === 200 ? first! : second!;
      const end = { accept: 'accepted', decline: 'declined', revoke: 'revoked' };
      assert.equal(status(), end[won.split(' ')[0] as keyof typeof end]);
      assert.equal(member()?.status, status() === 'accepted' ? 'active' : undefined);
      const records = [...world.members.values()].filter((members) => members.has(userId));
      assert.equal(records.length, status() === 'accepted' ? 1 : 0);
      assert.equal(world.grants.get('org_acme')?.has(userId), status() === 'accepted');
    });
  }

  it('I06: have one link, when it is sent again while the older is used', async () => {
    const { verbs, accept, userId, link, token, member } = await setup();
    const [used, sent] = await Promise.all([verbs.accept(), verbs.resend()]);
    if (used === 200)
      return assert.deepEqual([sent, member()?.status], ['already_member', 'active']);
    assert.deepEqual([used, sent], ['not_found', 200]);
    assert.equal(await outcome(accept(userId, { token })), 'not_found');
    return assert.equal(await outcome(accept(userId, { token: link() })), 200);
  });

  it('I06: find nobody who joined what is deleted', async () => {
    const { world, invite, prove, platform, accept, link } = setupInvitations();
    await platform('/organizations/org_dormant/reactivate', post);
    await invite(email, {}, platform, 'org_dormant');
    const userId = prove(email);
    const { body } = await platform('/organizations/org_dormant/deletion');
    const deletion = platform(`/organizations/org_dormant?impact=${String(body['token'])}`, {
      method: 'DELETE',
    });
    const [joined, deleted] = await Promise.all([
      outcome(accept(userId, { token: link() })),
      outcome(deletion),
    ]);
    const winners = [joined, deleted].filter((code) => code === 200).length;
    assert.equal(winners, 1, `${String(joined)} ${String(deleted)}`);
    const there = world.organizations.has('org_dormant');
    assert.equal(world.members.get('org_dormant')?.has(userId) ?? false, there);
  });
});

describe('a link that is opened', () => {
  it('I14: joins nobody without their own word, and nobody but who was invited', async () => {
    const trial = await setup();
    const { world, server, as, token, invitationId, userId, verbs } = trial;
    const before = kept(trial);
    const address = `${world.issuer}/api/v1/me/invitations`;
    const another = as('user_agent_acme', 'org_acme');
    for (const body of [{ token }, { invitationId }]) {
      const answer = await another('/me/invitations/accept', { ...post, body });
      assert.ok([403, 404].includes(answer.status), answer.text);
    }
    const anonymous = new Request(`${address}/accept`, {
      ...post,
      body: JSON.stringify({ token }),
    });
    assert.equal((await server.fetch(anonymous)).status, 401);
    // A cookie is no word: only a token is, which no other site can send.
    const headers = { Cookie: 'tessera_session=anything', 'Content-Type': 'application/json' };
    const forged = new Request(`${address}/accept`, {
      ...post,
      headers,
      body: JSON.stringify({ token }),
    });
    assert.equal((await server.fetch(forged)).status, 401);
    const own = as(userId, undefined, 'client_rewards');
    const { body } = await own('/me/invitations');
    const [shown] = body['items'] as { organization: { name: string } }[];
    assert.equal(shown?.organization.name, 'Acme Travel');
    assert.deepEqual(kept(trial), before);
    assert.equal(await verbs.accept(), 200);
  });

  it('I15: changes nothing by being read, however often and by whom', async () => {
    const trial = await setup();
    const { world, server, as, token, invitationId, userId, verbs } = trial;
    const before = kept(trial);
    const paths = ['/login/invitation', '/api/v1/me/invitations/accept', '/api/v1/me/invitations'];
    const ways = paths.flatMap((path) => [
      ...[path, `${path}?token=${token}`, `${path}?invitationId=${invitationId}`],
      `${path}/${token}`,
    ]);
    for (const path of ways) {
      for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS']) {
        const answer = await server.fetch(new Request(world.issuer + path, { method }));
        assert.ok(answer.status >= 400 || method === 'OPTIONS', `${method} ${path}`);
      }
      const own = as(userId, undefined, 'client_rewards');
      if (path.startsWith('/api/v1')) await own(path.replace('/api/v1', ''));
    }
    assert.deepEqual(kept(trial), before);
    assert.equal(await verbs.accept(), 200);
  });

  it('I16: is written down nowhere, and told to nobody', async () => {
    const trial = trialControl();
    const { ask, send, control, house } = trial;
    const { world } = house;
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'invite' };
    const body = JSON.stringify({ email, organizationRoleIds: ['organizationMember'] });
    await ask('/organizations/org_acme/invitations', { ...post, headers, body });
    const link = new URL(world.mailbox.at(-1)!.link!);
    const secret = link.hash.slice(1);
    assert.deepEqual([link.search, link.pathname], ['', '/login/invitation']);
    const answers = [
      ...[await send(link.pathname), await send(`${link.pathname}?token=${secret}`)],
      await ask('/me/invitations/accept', {
        ...post,
        headers: { ...headers, 'Idempotency-Key': 'accept' },
        body: JSON.stringify({ token: secret }),
      }),
      await ask('/organizations/org_acme/invitations'),
    ];
    for (const answer of answers) {
      assert.equal(answer.headers.get('Referrer-Policy'), 'no-referrer');
      assert.equal(answer.headers.get('Cache-Control'), 'no-store');
      const told = (await answer.text()) + JSON.stringify([...answer.headers]);
      assert.equal(told.includes(secret), false);
    }
    const { body: log } = await control('GET', 'requests');
    assert.ok(JSON.stringify(log).includes('/login/invitation?token=redacted'));
    const kept = [log, world.audit, [...world.idempotency], directoryOf(world)];
    assert.equal(JSON.stringify(kept).includes(secret), false);
    assert.equal(world.idempotency.size, 2);
  });
});

describe('an account that somebody made before its owner came', () => {
  /** An account with the address that is invited next; nothing proves that it is whose it says. */
  function setupTaken(some: object = {}) {
    const rest = setupInvitations();
    const { world, userOf, as } = rest;
    const user = { ...userOf('shopper@mail.example')!, emailVerified: false, ...some };
    world.users.set('user_shopper', user);
    return { ...rest, user, squatter: as('user_shopper', undefined, 'client_rewards') };
  }

  it('I23: is one account, and being invited proves nothing about it', async () => {
    const { world, invite, user } = setupTaken();
    const { size } = world.users;
    await invite(user.email);
    assert.equal(world.users.size, size);
    assert.deepEqual(world.users.get('user_shopper'), user);
  });

  it('I23: answers no invitation, by what somebody had before or begins since', async () => {
    const { world, server, squatter, invite, invitations, link, user } = setupTaken();
    const browser = trialBrowser(world, server);
    const client = { client_id: 'client_rewards' };
    /** With the password that was set before. */
    const signIn = async () => {
      const tx = await browser.begin({ ...client, prompt: 'login' });
      const offered = await browser.prove(tx, user.email);
      const left =
        offered.step === 'passkey_offer'
          ? await browser.act(tx, { action: 'skip_passkey' })
          : offered;
      assert.ok(left.step === 'done' && left.redirectTo.startsWith(redirectUri), left.step);
      const code = new URL(left.redirectTo).searchParams.get('code');
      return (await redeem(world, server, code, client)).body;
    };
    const earlier = await signIn();
    await invite(user.email);
    const renewed = await askForTokens(world, server, {
      ...{ ...client, grant_type: 'refresh_token', refresh_token: earlier['refresh_token']! },
    });
    const tokens = [earlier, renewed.body, await signIn()].map((one) => one['access_token']!);
    const before = directoryOf(world);
    const { invitationId } = invitations().at(-1)!;
    for (const asker of [squatter, ...tokens.map((token) => withToken(world, server, token))]) {
      const answers = ['accept', 'decline'].flatMap((verb) =>
        [{ invitationId }, { token: link() }].map((body) =>
          asker(`/me/invitations/${verb}`, { ...post, body }),
        ),
      );
      for (const answer of [...answers, asker('/me/invitations')]) {
        assert.equal(await outcome(answer), 'email_unverified');
      }
    }
    assert.deepEqual(directoryOf(world), before);
  });

  it('I23: proves nothing about itself', async () => {
    const { world, squatter, platform, user } = setupTaken();
    const own = { method: 'PATCH', body: { name: 'Owner', emailVerified: true } };
    assert.equal(await outcome(squatter('/me', own)), 'validation_failed');
    assert.equal(await outcome(platform(`/tenant/users/${user.userId}`, own)), 'validation_failed');
    assert.equal(world.users.get(user.userId)?.emailVerified, false);
  });

  it('I23: gets nothing by taking the address after the invitation was sent', async () => {
    const { invite, platform, invitations, link, accept, userOf, world } = setupInvitations();
    await invite(email);
    const taken = platform('/tenant/users/user_shopper', { method: 'PATCH', body: { email } });
    assert.equal(await outcome(taken), 'already_exists');
    const owner = userOf(email)!.userId;
    await platform(`/tenant/users/${owner}`, {
      method: 'PATCH',
      body: { email: 'gone@partner.example' },
    });
    await platform('/tenant/users/user_shopper', { method: 'PATCH', body: { email } });
    assert.equal(world.users.get('user_shopper')?.emailVerified, false);
    assert.equal(await outcome(accept('user_shopper', { token: link() })), 'not_found');
    const { invitationId, status } = invitations().at(-1)!;
    assert.equal(status, 'revoked');
    const own = await outcome(accept('user_shopper', { invitationId }));
    assert.equal(own, 'email_unverified');
    assert.equal(tableOf(world, 'members', 'org_acme').has('user_shopper'), false);
  });
});
