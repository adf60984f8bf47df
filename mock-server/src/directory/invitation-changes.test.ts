import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directoryOf } from '../snapshot.ts';
import { withToken, type Ask } from '../trial/directory.ts';
import { flights, setupInvitations } from '../trial/invitations.ts';
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

  it('I11: is renewed by whoever invites anew, and its link opens nothing any more', async () => {
    const { world, as, invite, links, accept, prove, memberAt } = setupInvitations();
    const email = 'new@partner.example';
    const { body: first } = await invite(email, { life: 5 });
    world.moveClock(5 * 60_000);
    const later = as('user_admin_acme', 'org_acme');
    const { body } = await invite(email, {}, later);
    const old = first['invitationId'];
    assert.deepEqual([body['renews'], body['invitationId'] === old], [old, false]);
    const resend = `${acme}/invitations/${String(old)}/resend`;
    assert.equal(await outcome(later(resend, post)), 'invitation_expired');
    assert.equal(memberAt(email)?.status, 'pending');
    const [older = '', newer = ''] = links();
    const userId = prove(email);
    assert.equal(await outcome(accept(userId, { token: older })), 'not_found');
    assert.equal(await outcome(accept(userId, { token: newer })), 200);
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

describe('an invitation', () => {
  const email = 'new@partner.example';

  it('makes the profile, the pending membership and the mail, and gives nothing yet', async () => {
    const { world, invite, userOf, memberAt, invitations, link } = setupInvitations();
    const access = [flights('viewer')];
    const { body, status } = await invite(email, { access, message: 'Join us.' });
    assert.deepEqual([status, body['status'], body['email']], [200, 'pending', email]);
    const { userId, emailVerified, name } = userOf(email)!;
    assert.deepEqual([emailVerified, name, world.passwords.has(userId)], [false, '', false]);
    const { status: waits, source, joinedAt } = memberAt(email)!;
    assert.deepEqual([waits, source, joinedAt], ['pending', 'invitation', undefined]);
    assert.equal(world.grants.get('org_acme')?.get(userId), undefined);
    assert.equal(invitations().at(-1)?.invitationId, body['invitationId']);
    const mail = world.mailbox.at(-1)!;
    assert.deepEqual([mail.to, mail.purpose], [email, 'invitation']);
    assert.match(link(), /^tsi_[\w-]{43}$/);
  });

  it('lasts two days, or as long as it says', async () => {
    const { world, invite, invitations } = setupInvitations();
    await invite(email);
    await invite('other@partner.example', { life: 5 });
    const lives = invitations().map(({ expiresAt }) => (expiresAt - world.now()) / 60_000);
    assert.deepEqual(lives.slice(1), [2880, 5]);
  });

  it('I21: has an end that is neither past nor never, or is refused', async () => {
    const { world, invite } = setupInvitations();
    const before = directoryOf(world);
    for (const life of [4, 0, -5, 10_081, 5.5, 1e20, null, 'NaN', '60', '9999-12-31T00:00:00Z']) {
      assert.equal(await outcome(invite(email, { life })), 'validation_failed', String(life));
    }
    const own = { expiresAt: '2020-01-01T00:00:00Z' };
    assert.equal(await outcome(invite(email, own)), 'validation_failed');
    assert.deepEqual(directoryOf(world), before);
  });

  it('I11: is renewed for somebody who waits: the same one, other roles, a new link', async () => {
    const { world, invite, invitations, links, memberAt, accept, prove } = setupInvitations();
    const first = await invite(email, { organizationRoleIds: ['organizationAdmin'] });
    world.moveClock(60_000);
    const second = await invite(email.toUpperCase());
    assert.equal(second.body['invitationId'], first.body['invitationId']);
    assert.equal(Number(second.body['version']), Number(first.body['version']) + 1);
    assert.equal(invitations().filter((one) => one.email.toLowerCase() === email).length, 1);
    assert.deepEqual(memberAt(email)?.organizationRoleIds, ['organizationMember']);
    assert.equal(invitations().at(-1)?.createdAt, world.now());
    const [older = '', newer = ''] = links();
    const userId = prove(email);
    assert.equal(await outcome(accept(userId, { token: older })), 'not_found');
    assert.equal(await outcome(accept(userId, { token: newer })), 200);
    assert.deepEqual(memberAt(email)?.organizationRoleIds, ['organizationMember']);
  });

  it('I11: has one link, the one that was sent last', async () => {
    const { ask, invite, links, accept, prove } = setupInvitations();
    const { body } = await invite(email);
    const path = `${acme}/invitations/${String(body['invitationId'])}/resend`;
    const again = await ask(path, post);
    assert.equal(again.body['invitationId'], body['invitationId']);
    await ask(path, post);
    const userId = prove(email);
    const [first, second, third] = links();
    assert.equal(await outcome(accept(userId, { token: first! })), 'not_found');
    assert.equal(await outcome(accept(userId, { token: second! })), 'not_found');
    assert.equal(await outcome(accept(userId, { token: third! })), 200);
  });

  it('takes back what the pending member had of the applications that it offers anew', async () => {
    const { world, ask, invite, userOf, accept, prove } = setupInvitations();
    await invite(email);
    const { userId } = userOf(email)!;
    const path = `${acme}/members/${userId}/access/app_flights`;
    await ask(path, { method: 'PUT', body: { roleIds: ['role_flights_approver'] } });
    await invite(email, { access: [flights('viewer')] });
    const [root, withdrawn] = world.audit.slice(-2);
    assert.deepEqual([root?.action, withdrawn?.action], ['member.invite', 'access.withdraw']);
    assert.equal(withdrawn?.causedBy, root?.eventId);
    const { body } = await accept(prove(email), {
      token: world.mailbox.at(-1)!.link!.split('#')[1]!,
    });
    assert.deepEqual((body['withheld'] as { access: unknown }).access, []);
    const [grant] = world.grants.get('org_acme')?.get(userId) ?? [];
    assert.deepEqual(
      grant?.roles.map(({ roleId }) => roleId),
      ['role_flights_viewer'],
    );
  });

  it('leaves nothing behind when it is refused, not even a profile', async () => {
    const { world, invite, platform } = setupInvitations();
    await platform('/organizations/org_dormant', {});
    const before = [directoryOf(world), world.mailbox.length, [...world.userIdsByEmail]];
    const refusals = [
      [invite(email, { organizationRoleIds: ['nothing'] }), 'validation_failed'],
      [invite(email, { access: [flights('unknown')] }), 'role_outside_ceiling'],
      [
        invite(email, { access: [{ applicationId: 'app_shop', roleIds: [] }] }),
        'application_not_onboarded',
      ],
      [invite(email, {}, platform, 'org_dormant'), 'organization_suspended'],
    ] as const;
    for (const [answer, code] of refusals) assert.equal(await outcome(answer), code);
    const after = [directoryOf(world), world.mailbox.length, [...world.userIdsByEmail]];
    assert.deepEqual(after, before);
    const denied = world.audit.slice(-refusals.length);
    assert.ok(
      denied.every(({ action, outcome }) => action === 'member.invite' && outcome === 'denied'),
    );
  });

  it('is one event, which tells nobody who had an account already', async () => {
    const { world, invite } = setupInvitations();
    for (const address of [email, 'shopper@mail.example']) {
      const before = world.audit.length;
      await invite(address);
      const events = world.audit.slice(before);
      assert.deepEqual(
        events.map(({ action, outcome, causedBy }) => [action, outcome, causedBy]),
        [['member.invite', 'success', undefined]],
      );
    }
  });

  it('is made once for one idempotency key', async () => {
    const { world, ask } = setupInvitations();
    const sent = {
      ...post,
      body: { email, organizationRoleIds: [] },
      headers: { 'Idempotency-Key': 'invite-1' },
    };
    const path = `${acme}/invitations`;
    const [first, second] = await Promise.all([ask(path, sent), ask(path, sent)]);
    assert.deepEqual(second.body, first.body);
    const other = { ...sent, body: { ...sent.body, email: 'other@partner.example' } };
    assert.equal(await outcome(ask(path, other)), 'idempotency_mismatch');
    assert.equal(world.mailbox.length, 1);
  });

  it('is sent again and withdrawn only as it was looked at', async () => {
    const { ask, invite } = setupInvitations();
    const { body } = await invite(email);
    const path = `${acme}/invitations/${String(body['invitationId'])}`;
    const headers = { 'If-Match': String(body['version']) };
    assert.equal(await outcome(ask(`${path}/resend`, { ...post, headers })), 200);
    for (const verb of ['resend', 'revoke']) {
      assert.equal(await outcome(ask(`${path}/${verb}`, { ...post, headers })), 'version_conflict');
    }
    assert.equal(await outcome(ask(`${path}/revoke`, post)), 200);
  });

  it('of the platform stands behind itself', async () => {
    const { platform, invite, invitations, accept, prove, link, memberAt } = setupInvitations();
    const roles = { organizationRoleIds: ['organizationAdmin'] };
    assert.equal(await outcome(invite(email, roles, platform)), 200);
    assert.equal(invitations().at(-1)?.invitedFor, undefined);
    assert.equal(await outcome(accept(prove(email), { token: link() })), 200);
    assert.deepEqual(memberAt(email)?.organizationRoleIds, ['organizationAdmin']);
  });

  it('of one who invites in two organizations makes one person of one address', async () => {
    const { world, invite, as, memberAt, accept, prove, links } = setupInvitations();
    const borealis = as('user_admin_borealis', 'org_borealis');
    await invite(email);
    await invite('NEW@Partner.example', {}, borealis, 'org_borealis');
    const people = [...world.users.values()].filter((one) => one.email.toLowerCase() === email);
    assert.equal(people.length, 1);
    const userId = prove(email);
    const [ours = '', theirs = ''] = links();
    assert.equal((await accept(userId, { token: theirs })).body['organizationId'], 'org_borealis');
    assert.equal(memberAt(email)?.status, 'pending');
    assert.equal((await accept(userId, { token: ours })).body['organizationId'], 'org_acme');
    assert.deepEqual(
      [memberAt(email)?.status, memberAt(email, 'org_borealis')?.status],
      ['active', 'active'],
    );
  });
});

describe('inviting the first administrator of a managed organization', () => {
  const oslo = 'org_acme_north_oslo';
  const chief = { organizationRoleIds: ['organizationAdmin'] };

  /** Somebody at Acme who looks after managed organizations, and less than an administrator. */
  function setupSteward() {
    const rest = setupInvitations();
    const { world, join, as } = rest;
    const permissions = [
      ...(['organization:read', 'members:invite', 'members:read'] as const),
      ...(['managed-organizations:read', 'managed-organizations:manage'] as const),
    ];
    world.organizationRoles.set('steward', {
      roleId: 'steward',
      name: 'Steward',
      permissions,
    });
    join('user_agent_acme', 'org_acme', 'steward');
    return { ...rest, steward: as('user_agent_acme', 'org_acme') };
  }

  it('is open to whoever manages it, and is given when it is accepted', async () => {
    const { steward, invite, accept, prove, link, memberAt } = setupSteward();
    const email = 'chief@oslo.example';
    assert.equal(await outcome(invite(email, chief, steward)), 'escalation_refused');
    assert.equal(await outcome(invite(email, chief, steward, oslo)), 200);
    assert.equal(await outcome(accept(prove(email), { token: link() })), 200);
    assert.deepEqual(memberAt(email, oslo)?.organizationRoleIds, ['organizationAdmin']);
  });

  it('is over when there is one, even for invitations that were sent before', async () => {
    const { steward, invite, accept, prove, links } = setupSteward();
    const people = ['one@oslo.example', 'two@oslo.example'];
    for (const email of people) await invite(email, chief, steward, oslo);
    const [one = '', two = ''] = people.map((email) => prove(email));
    const [first = '', second = ''] = links();
    assert.equal(await outcome(accept(one, { token: first })), 200);
    assert.equal(await outcome(accept(two, { token: second })), 'invitation_revoked');
    const third = invite('three@oslo.example', chief, steward, oslo);
    assert.equal(await outcome(third), 'escalation_refused');
  });

  it('stays within the linked applications', async () => {
    const { ask, invite } = setupInvitations();
    const ledger = { applicationId: 'app_ledger', roleIds: ['role_ledger_reader'] };
    const offer = { ...chief, access: [flights('viewer'), ledger] };
    const refused = invite('chief@oslo.example', offer, ask, oslo);
    assert.equal(await outcome(refused), 'application_not_onboarded');
  });

  it('P12: stays within them where the organization has others that are not managed', async () => {
    const { world, ask, join, invite, as } = setupInvitations();
    const shares = world.onboardings.get(oslo)!;
    const ofAcme = world.onboardings.get('org_acme')!.get('app_ledger')!;
    shares.set('app_ledger', { ...ofAcme, organizationId: oslo });
    const ledger = { applicationId: 'app_ledger', roleIds: ['role_ledger_reader'] };
    const offer = { access: [ledger] };
    const fromAbove = invite('one@oslo.example', offer, ask, oslo);
    assert.equal(await outcome(fromAbove), 'application_not_onboarded');
    join('user_both', oslo, 'organizationAdmin');
    const fromWithin = invite('one@oslo.example', offer, as('user_both', oslo), oslo);
    assert.equal(await outcome(fromWithin), 200);
  });
});

describe('who is invited', () => {
  it('I12: answers the same for an address with an account and one without', async () => {
    const { ask, invite, userOf } = setupInvitations();
    const emails = ['shopper@mail.example', 'nobody@mail.example'];
    const alike = async (email: string) => {
      const { status, text, headers } = await invite(email);
      const { body: listed } = await ask(`${acme}/invitations?search=${email}`);
      const told = text.replaceAll(email, 'EMAIL').replace(/invitation_\w+/g, 'ID');
      const same = JSON.stringify(listed)
        .replaceAll(email, 'EMAIL')
        .replace(/invitation_\w+/g, 'ID');
      return [status, told, same, [...headers].filter(([name]) => name !== 'x-request-id')];
    };
    assert.ok(userOf(emails[0]!) && !userOf(emails[1]!));
    assert.deepEqual(await alike(emails[0]!), await alike(emails[1]!));
    assert.deepEqual(await alike(emails[0]!), await alike(emails[1]!));
  });

  it('I12: is known by the address alone until they join, wherever the organization looks', async () => {
    const { world, ask, invite, userOf, prove, accept, link } = setupInvitations();
    const account = userOf('shopper@mail.example')!;
    world.users.set(account.userId, { ...account, picture: 'https://mail.example/shopper.png' });
    const emails = [account.email, 'nobody@mail.example'];
    const look = async (email: string) => {
      const { userId } = userOf(email)!;
      const paths = [
        `members?search=${email}`,
        `members/${userId}`,
        `members/${userId}/access/app_flights/explain`,
        `audit?target=${userId}`,
      ];
      const told = await Promise.all(paths.map((path) => ask(`${acme}/${path}`)));
      assert.deepEqual(new Set(told.map(({ status }) => status)), new Set([200]));
      return told.map(({ text }) =>
        text
          .replaceAll(email, 'EMAIL')
          .replaceAll(userId, 'USER')
          .replace(/(event|invitation|request)_\w+|\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'VARIES'),
      );
    };
    for (const email of emails) {
      await invite(email);
      const { userId } = userOf(email)!;
      const noted = await ask(`${acme}/members/${userId}`, {
        method: 'PATCH',
        body: { title: 'Guide' },
      });
      assert.equal(noted.status, 200);
    }
    assert.deepEqual(await look(emails[0]!), await look(emails[1]!));
    assert.ok(!JSON.stringify(await look(emails[0]!)).includes(account.name));
    const byName = () => ask(`${acme}/members?search=${encodeURIComponent(account.name)}`);
    assert.equal((await byName()).body['total'], 0);
    await invite(account.email);
    assert.equal(await outcome(accept(prove(account.email), { token: link() })), 200);
    assert.equal((await byName()).body['total'], 1);
  });

  it('I12: is not named by the log that tells of an invitation withdrawn', async () => {
    const { ask, invite, userOf } = setupInvitations();
    const { userId, name } = userOf('shopper@mail.example')!;
    await invite('shopper@mail.example');
    await ask(`${acme}/members/${userId}`, { method: 'DELETE' });
    const { body, text } = await ask(`${acme}/audit?target=${userId}`);
    assert.equal(body['total'], 1);
    assert.ok(!text.includes(name));
  });

  it('I12: is not told whether they are disabled, and cannot come in then', async () => {
    const { world, invite, accept, link, userOf } = setupInvitations();
    const user = userOf('shopper@mail.example')!;
    world.users.set(user.userId, { ...user, status: 'disabled' });
    assert.equal(await outcome(invite(user.email)), 200);
    assert.equal(await outcome(accept(user.userId, { token: link() })), 'unauthenticated');
  });

  it('I17: waits for one invitation, however the address is spelled', async () => {
    const { world, invite, invitations, userOf } = setupInvitations();
    const spellings = [
      ...['Jos\u00e9@b\u00fccher.example', 'jos\u00e9@b\u00fccher.example'],
      ...['Jose\u0301@bu\u0308cher.example', ' JOSÉ@BÜCHER.EXAMPLE '],
      ...['josé@xn--bcher-kva.example', 'josé@XN--BCHER-KVA.Example', 'josé@bücher\u3002example'],
    ];
    const before = world.users.size;
    const ids = new Set<unknown>();
    for (const email of spellings) {
      const { body, text } = await invite(email);
      assert.ok(body['invitationId'], text);
      ids.add(body['invitationId']);
    }
    assert.deepEqual([ids.size, world.users.size], [1, before + 1]);
    assert.equal(userOf('josé@bücher.example')?.email, 'José@bücher.example');
    assert.equal(invitations().at(-1)?.email, spellings.at(-1));
    const others = ['jose@bücher.example', 'jo.sé@bücher.example', 'josé+x@bücher.example'];
    for (const email of others) ids.add((await invite(email)).body['invitationId']);
    assert.equal(ids.size, 4);
  });

  it('I18, I19: is one plain address, or nobody', async () => {
    const { world, invite, ask } = setupInvitations();
    const before = [directoryOf(world), world.mailbox.length];
    const emails = [
      ...['a\uff20partner.example', 'a@partner.example\uff20evil.example', 'a\ufe6bevil@b.example'],
      ...['a\uff0cb@partner.example', 'a@partner.example\r\nBcc: b@evil.example', 'a\n@b.example'],
      ...['a@partner.example,b@evil.example', 'Ada <a@partner.example>', '"a b"@partner.example'],
      ...['a@partner.example;b@evil.example', 'a@b@partner.example', 'a\u2028b@b.example'],
    ];
    for (const email of emails) {
      const code = await outcome(invite(email));
      assert.equal(code, 'validation_failed', JSON.stringify(email));
    }
    const body = { emails, organizationRoleIds: [] };
    const { body: bulk } = await ask(`${acme}/invitations/bulk`, { ...post, body });
    const codes = (bulk['results'] as { code?: string }[]).map(({ code }) => code);
    assert.deepEqual(
      codes,
      emails.map(() => 'validation_failed'),
    );
    assert.deepEqual([directoryOf(world), world.mailbox.length], before);
  });

  it('I26: is no member already, active or suspended; nothing changes for them', async () => {
    const { world, invite } = setupInvitations();
    const before = [directoryOf(world), world.mailbox.length];
    const admin = { organizationRoleIds: ['organizationAdmin'] };
    assert.equal(await outcome(invite('Agent@ACME.example', admin)), 'already_member');
    assert.equal(await outcome(invite('suspended@acme.example', admin)), 'member_suspended');
    assert.deepEqual([directoryOf(world), world.mailbox.length], before);
  });

  it('I24: becomes a member another way only when nothing waits for them', async () => {
    const { world, ask, invite, accept, link, memberAt } = setupInvitations();
    const email = 'shopper@mail.example';
    const add = () =>
      ask(`${acme}/members`, {
        ...post,
        body: { userId: 'user_shopper', organizationRoleIds: ['organizationMember'] },
      });
    const { body } = await invite(email);
    const token = link();
    assert.equal(await outcome(add()), 'already_member');
    assert.deepEqual([memberAt(email)?.status, memberAt(email)?.source], ['pending', 'invitation']);
    await ask(`${acme}/members/user_shopper`, { method: 'DELETE' });
    assert.equal(await outcome(add()), 200);
    const { invitationId } = body as { invitationId: string };
    assert.equal(world.invitations.get('org_acme')?.get(invitationId)?.status, 'revoked');
    assert.equal(await outcome(accept('user_shopper', { token })), 'not_found');
    assert.equal(await outcome(accept('user_shopper', { invitationId })), 'invitation_revoked');
    assert.equal(await outcome(invite(email)), 'already_member');
    assert.deepEqual([memberAt(email)?.status, memberAt(email)?.source], ['active', 'direct']);
    const records = [...world.members.get('org_acme')!.values()];
    assert.equal(records.filter(({ userId }) => userId === 'user_shopper').length, 1);
  });
});

describe('how many invitations are sent', () => {
  const people = ['one', 'two', 'three', 'four'].map((name) => `${name}@partner.example`);

  function setupLimits(sent: number, received: number) {
    const rest = setupInvitations();
    Object.assign(rest.world.settings, { invitationsPerHour: { sent, received } });
    return rest;
  }

  it('E14, I13: ends at so many to one address, from whomever and however spelled', async () => {
    const { world, invite, as, ask, platform } = setupLimits(100, 3);
    const email = 'victim@partner.example';
    const borealis = as('user_admin_borealis', 'org_borealis');
    const { body } = await invite(email);
    await invite(email.toUpperCase(), {}, borealis, 'org_borealis');
    const resend = `${acme}/invitations/${String(body['invitationId'])}/resend`;
    assert.equal(await outcome(ask(resend, post)), 200);
    const before = [directoryOf(world), world.mailbox.length];
    for (const answer of [
      await invite(email, {}, platform, 'org_cirrus'),
      await ask(resend, post),
    ]) {
      assert.deepEqual([answer.status, answer.body['code']], [429, 'rate_limited']);
      assert.equal(answer.headers.get('Retry-After'), '3600');
    }
    assert.deepEqual([directoryOf(world), world.mailbox.length], before);
    assert.equal(await outcome(invite('other@partner.example')), 200);
    world.moveClock(3_600_000);
    assert.equal(await outcome(as('user_admin_acme', 'org_acme')(resend, post)), 200);
  });

  it('I13: ends at so many from one person, wherever and with whichever key', async () => {
    const { world, server, as, invite, ask } = setupLimits(3, 100);
    const key = async (name: string): Promise<Ask> => {
      const { body } = await ask(`${acme}/api-keys`, {
        ...post,
        body: { name, permissions: ['members:invite', 'organization:read'] },
      });
      return withToken(world, server, String(body['secret']));
    };
    assert.equal(await outcome(invite(people[0]!)), 200);
    assert.equal(await outcome(invite(people[1]!, {}, await key('first'))), 200);
    assert.equal(await outcome(invite('one@child.example', {}, ask, 'org_acme_north')), 200);
    for (const by of [ask, await key('second')]) {
      const { headers, body } = await invite(people[2]!, {}, by);
      assert.deepEqual([body['code'], headers.get('Retry-After')], ['rate_limited', '3600']);
    }
    const borealis = as('user_admin_borealis', 'org_borealis');
    assert.equal(await outcome(invite(people[2]!, {}, borealis, 'org_borealis')), 200);
    world.moveClock(3_600_000);
    const later = as('user_admin_acme', 'org_acme');
    assert.equal(await outcome(invite(people[2]!, {}, later)), 200);
  });

  it('I13: is a verdict for each row of a bulk call', async () => {
    const { ask, world } = setupLimits(2, 100);
    const body = { emails: people, organizationRoleIds: [] };
    const { body: answer } = await ask(`${acme}/invitations/bulk`, { ...post, body });
    const codes = (answer['results'] as { code?: string }[]).map(({ code }) => code);
    assert.deepEqual(codes, [undefined, undefined, 'rate_limited', 'rate_limited']);
    assert.equal(world.mailbox.length, 2);
  });

  it('I13: does not count what was refused', async () => {
    const { invite } = setupLimits(1, 1);
    for (const email of people) await invite(email, { organizationRoleIds: ['nothing'] });
    assert.equal(await outcome(invite(people[0]!)), 200);
  });
});

describe('inviting many', () => {
  it('I20: judges a thousand rows one by one, and does them once', async () => {
    const { world, ask } = setupInvitations();
    const emails = Array.from({ length: 1000 }, (_, row) =>
      row % 10 === 3 ? `no address ${row}` : `person${row}@partner.example`,
    );
    emails[1] = 'agent@acme.example';
    emails[2] = 'Suspended@acme.example';
    emails[5] = 'PERSON4@partner.example';
    const sent = {
      ...post,
      body: { emails, organizationRoleIds: ['organizationMember'] },
      headers: { 'Idempotency-Key': 'thousand' },
    };
    const path = `${acme}/invitations/bulk`;
    const { body } = await ask(path, sent);
    const results = body['results'] as { email: string; invitationId?: string; code?: string }[];
    assert.deepEqual(
      results.map(({ email }) => email),
      emails,
    );
    const codes = results.map(({ code }) => code);
    assert.deepEqual(codes.slice(0, 4), [
      ...[undefined, 'already_member', 'member_suspended', 'validation_failed'],
    ]);
    assert.equal(codes.filter((code) => code === 'validation_failed').length, 100);
    assert.equal(results[5]?.invitationId, results[4]?.invitationId);
    const ids = new Set(results.flatMap(({ invitationId }) => invitationId ?? []));
    assert.equal(ids.size, 1000 - 100 - 3);
    const before = [directoryOf(world), world.mailbox.length, world.audit.length];
    assert.equal(world.mailbox.length, 1000 - 100 - 2);
    assert.deepEqual((await ask(path, sent)).body, body);
    assert.deepEqual([directoryOf(world), world.mailbox.length, world.audit.length], before);
  });

  it('I20: renews without the key what it made before, and makes nobody twice', async () => {
    const { world, ask, invitations } = setupInvitations();
    const emails = ['one@partner.example', 'two@partner.example'];
    const sent = { ...post, body: { emails, organizationRoleIds: [] } };
    const first = await ask(`${acme}/invitations/bulk`, sent);
    const { size } = world.users;
    const second = await ask(`${acme}/invitations/bulk`, sent);
    assert.deepEqual(second.body, first.body);
    assert.deepEqual([invitations().length, world.users.size], [3, size]);
  });

  it('I20: takes a thousand rows and no more, and at least one', async () => {
    const { ask } = setupInvitations();
    for (const length of [0, 1001]) {
      const body = { emails: Array.from({ length }, () => 'x'), organizationRoleIds: [] };
      const answer = ask(`${acme}/invitations/bulk`, { ...post, body });
      assert.equal(await outcome(answer), 'validation_failed');
    }
  });
});

describe('the mail of an invitation', () => {
  it('I22: quotes the organization’s name as plain words, and has one link, ours', async () => {
    const { world, invite } = setupInvitations();
    const organization = world.organizations.get('org_acme')!;
    const names = [
      ...['<img src=x onerror=alert(1)>', 'Bank. Log in at https://evil.example/login now'],
      ...['x\r\nBcc: all@acme.example', 'Acme”. Your account is locked: www.evil.example “'],
      ...['\u202eelpmaxe.live', 'a'.repeat(300), '[Acme](javascript:alert(1))'],
    ];
    for (const [index, name] of names.entries()) {
      world.organizations.set('org_acme', { ...organization, name });
      await invite(`victim${index}@partner.example`, { message: 'See evil.example/win' });
      const { subject, text, link = '' } = world.mailbox.at(-1)!;
      const lines = text.split('\n');
      assert.equal(lines.length, 5, text);
      assert.equal(lines[0], `${subject}.`);
      assert.match(subject, /^You are invited to join “[^“”\n\r]{0,250}”$/);
      assert.doesNotMatch(subject, /\p{Bidi_Control}|https?:\/\/|\w[.]\w/u, name);
      assert.deepEqual([lines[3], text.match(/https?:\/\/\S+/g)], [link, [link]]);
      assert.ok(link.startsWith(`${world.issuer}/login/invitation#tsi_`));
      assert.doesNotMatch(text, /evil\.example/);
    }
  });

  it('P22: is the only place where the secret of the link is', async () => {
    const { world, ask, invite, link } = setupInvitations();
    const { text, body } = await invite('new@partner.example');
    const [first, id] = [link(), String(body['invitationId'])];
    const again = await ask(`${acme}/invitations/${id}/resend`, post);
    const listed = await ask(`${acme}/invitations`);
    const audit = await ask('/organizations/org_acme/audit');
    const told = [text, again.text, listed.text, audit.text, JSON.stringify(world.audit)].join();
    const kept = JSON.stringify([directoryOf(world), [...world.idempotency.values()]]);
    for (const secret of [first, link()]) {
      assert.equal(told.includes(secret), false);
      assert.equal(kept.includes(secret), false);
    }
  });
});
