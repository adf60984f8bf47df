import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { digestOf } from '../secrets.ts';
import { directoryOf } from '../snapshot.ts';
import { answerIn, askForTokens, redeem, trialBrowser } from '../trial/browser.ts';
import { asPerson, type Ask } from '../trial/directory.ts';
import { createWorld } from '../world.ts';

const users = '/tenant/users';
const post = { method: 'POST' };
const remove = { method: 'DELETE' };

function setup() {
  const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01T09:00:00Z') });
  const server = createServer(world);
  const as = (userId: string, organizationId?: string, clientId?: string): Ask =>
    asPerson(world, server, userId, organizationId, clientId);
  const platform = as('user_platform', undefined, 'admin-portal');
  const signIn = async (email: string, scope = 'openid profile email') => {
    const browser = trialBrowser(world, server);
    const step = await browser.prove(await browser.begin({ scope, prompt: 'login' }), email);
    const { body } = await redeem(world, server, answerIn(step).get('code'));
    return async () => {
      const form = { grant_type: 'refresh_token', refresh_token: body['refresh_token'] ?? '' };
      return (await askForTokens(world, server, form)).status;
    };
  };
  /** Deletes a person as somebody who looked at what follows. */
  const deleted = async (userId: string) => {
    const preview = await platform(`${users}/${userId}/deletion`);
    const token = String(preview.body['token']);
    return platform(`${users}/${userId}?impact=${token}`, remove);
  };
  return { world, server, as, platform, signIn, deleted };
}

const code = async (answer: ReturnType<Ask>) => {
  const { status, body } = await answer;
  return status === 200 ? 200 : body['code'];
};

const everyWay: readonly [string, Parameters<Ask>[1]][] = [
  [users, {}],
  [`${users}/user_both`, {}],
  [`${users}/user_both/organizations`, {}],
  [users, { method: 'POST', body: { email: 'x@y.example' } }],
  [`${users}/user_both`, { method: 'PATCH', body: { email: 'taken@over.example' } }],
  [`${users}/user_both/disable`, post],
  [`${users}/user_both/enable`, post],
  [`${users}/user_both/reset-password`, post],
  [`${users}/user_both/deletion`, {}],
  [`${users}/user_both`, remove],
];

describe('people of the tenant', () => {
  it('T07, P24: are nobody’s but the platform administrators’, in the Admin Portal', async () => {
    const { world, as } = setup();
    const callers = [
      as('user_admin_acme', 'org_acme'),
      as('user_admin_borealis', 'org_borealis'),
      as('user_both', 'org_acme'),
      as('user_creator_acme', 'org_acme'),
      as('user_platform', undefined, 'client_rewards'),
      as('user_shopper', undefined, 'client_rewards'),
      as('user_shopper', undefined, 'admin-portal'),
    ];
    const before = directoryOf(world);
    for (const ask of callers) {
      for (const [path, sent] of everyWay) {
        const { status, text } = await ask(path, sent);
        const other = await ask(path.replace('user_both', 'user_nobody'), sent);
        assert.equal(status, 403, path);
        const plain = (answer: string) => answer.replace(/"requestId":"\w+"/, '');
        assert.equal(plain(text), plain(other.text), path);
      }
    }
    assert.deepEqual(directoryOf(world), before);
    const denied = world.audit.filter(({ outcome }) => outcome === 'denied');
    const writes = everyWay.filter(([, sent]) => sent?.method !== undefined).length;
    assert.equal(denied.length, 2 * writes * callers.length);
    assert.equal(world.audit.length, denied.length);
    assert.equal(denied[0]?.organizationId, 'org_acme');
  });

  it('are one for each address, however it is spelled', async () => {
    const { world, platform } = setup();
    for (const email of ['ADMIN@acme.example', ' admin@ACME.example ']) {
      const sent = { method: 'POST', body: { email } };
      assert.equal(await code(platform(users, sent)), 'already_exists');
    }
    assert.equal(world.audit.at(-1)?.organizationId, undefined);
    const sent = { method: 'POST', body: { email: 'both@acme.example' } };
    assert.equal(await code(platform(`${users}`, sent)), 'already_exists');
    const update = { method: 'PATCH', body: { email: 'Both@acme.example' } };
    assert.equal(await code(platform(`${users}/user_agent_acme`, update)), 'already_exists');
  });

  it('begin without a proof of the address, and once for one idempotency key', async () => {
    const { world, platform } = setup();
    const sent = {
      method: 'POST',
      body: { email: 'New@partner.example', name: 'Maja', phone: '+46701234567', locale: 'sv' },
      headers: { 'Idempotency-Key': 'create-maja' },
    };
    const answers = await Promise.all([platform(users, sent), platform(users, sent)]);
    assert.equal(answers[0]?.text, answers[1]?.text);
    const { userId, emailVerified, email } = answers[0]!.body;
    assert.deepEqual([emailVerified, email], [false, 'New@partner.example']);
    assert.equal(world.users.size, seeds.default.users.length + 1);
    assert.equal(world.passwords.has(String(userId)), false);
    const events = world.audit.filter(({ action }) => action === 'user.create');
    assert.deepEqual(
      events.map(({ outcome, target, organizationId }) => [outcome, target?.id, organizationId]),
      [['success', userId, undefined]],
    );
  });

  it('P23: are never told to be verified, disabled or of the platform by a field', async () => {
    const { world, platform, as } = setup();
    const before = directoryOf(world);
    const fields = {
      emailVerified: true,
      status: 'disabled',
      platformAdministrator: true,
      userId: 'user_admin_acme',
      password: 'Tessera-demo-1!',
      version: 7,
      memberships: [],
    };
    const own = as('user_agent_acme', 'org_acme');
    for (const [name, value] of Object.entries(fields)) {
      const body = { name: 'Fine', [name]: value };
      const patch = { method: 'PATCH', body };
      const create = { method: 'POST', body: { ...body, email: 'fine@partner.example' } };
      for (const answer of [
        platform(`${users}/user_agent_acme`, patch),
        platform(users, create),
        own('/me', patch),
      ]) {
        assert.equal((await answer).status, 422, name);
      }
    }
    assert.equal(
      (await own('/me', { method: 'PATCH', body: { email: 'a@b.example' } })).status,
      422,
    );
    for (const picture of ['javascript:alert(1)', 'data:text/html,x', '//evil.example/x.png']) {
      const sent = { method: 'PATCH', body: { picture } };
      assert.equal((await own('/me', sent)).status, 422, picture);
    }
    assert.deepEqual(directoryOf(world), before);
  });

  it('lose the proof with another address, and what waited for the old one', async () => {
    const { world, platform } = setup();
    const path = `${users}/user_invited`;
    const user = world.users.get('user_invited')!;
    world.users.set('user_invited', { ...user, emailVerified: true });
    const rename = { method: 'PATCH', body: { email: 'INVITED@newcorp.example' } };
    await platform(path, rename);
    assert.ok(world.members.get('org_acme')?.has('user_invited'));
    await platform(`${path}/reset-password`, post);
    const moved = await platform(path, { method: 'PATCH', body: { email: 'lena@vogt.example' } });
    assert.deepEqual([moved.status, moved.body['emailVerified']], [200, false]);
    assert.equal(world.invitations.get('org_acme')?.get('invitation_newcorp')?.status, 'revoked');
    assert.equal(world.members.get('org_acme')?.has('user_invited'), false);
    assert.equal(world.secrets.size, 0);
    const causes = world.audit.filter(({ causedBy }) => causedBy !== undefined);
    assert.deepEqual(
      causes.map(({ action }) => action),
      ['invitation.revoke', 'member.remove'],
    );
    const again = { method: 'POST', body: { email: 'invited@newcorp.example' } };
    assert.equal(await code(platform(users, again)), 200);
  });

  it('keep the proof where the same address is spelled otherwise', async () => {
    const { platform } = setup();
    const sent = { method: 'PATCH', body: { email: 'Agent@Acme.example', picture: null } };
    const { body } = await platform(`${users}/user_agent_acme`, sent);
    assert.deepEqual(
      [body['email'], body['emailVerified'], body['version']],
      ['Agent@Acme.example', true, 2],
    );
    const stale = { ...sent, headers: { 'If-Match': '"1"' } };
    assert.equal(await code(platform(`${users}/user_agent_acme`, stale)), 'version_conflict');
  });
});

describe('shutting a person out of the tenant', () => {
  it('P07: is refused for the last administrator of an organization, deleting too', async () => {
    const { world, platform, deleted } = setup();
    const before = directoryOf(world);
    for (const answer of [
      platform(`${users}/user_admin_acme/disable`, post),
      platform(`${users}/user_admin_acme`, remove),
      platform(`${users}/user_admin_acme/deletion`),
      deleted('user_admin_acme'),
    ]) {
      assert.equal(await code(answer), 'last_administrator');
    }
    assert.equal(
      await code(platform(`${users}/user_platform/disable`, post)),
      'self_change_refused',
    );
    assert.deepEqual(directoryOf(world), before);
    const { body } = await platform(`${users}/user_admin_acme`);
    const told = body['actions'] as Record<string, unknown>;
    assert.deepEqual(
      [told['user.disable'], told['user.delete'], told['user.enable']],
      ['last_administrator', 'last_administrator', 'already_exists'],
    );
  });

  it('P07: counts nobody who is shut out, so of two administrators the second stays', async () => {
    const { platform } = setup();
    assert.equal(await code(platform(`${users}/user_both/disable`, post)), 200);
    const last = platform(`${users}/user_admin_borealis/disable`, post);
    assert.equal(await code(last), 'last_administrator');
  });

  it('P28: is allowed exactly where `actions` say so', async () => {
    const verbs = {
      'user.disable': (id: string) => [`${users}/${id}/disable`, post] as const,
      'user.enable': (id: string) => [`${users}/${id}/enable`, post] as const,
      'user.delete': (id: string) => [`${users}/${id}/deletion`, {}] as const,
    };
    const { body } = await setup().platform(users);
    const people = body['items'] as { userId: string; actions: Record<string, unknown> }[];
    assert.equal(people.length, seeds.default.users.length);
    for (const { userId, actions } of people) {
      for (const [action, request] of Object.entries(verbs)) {
        const [path, sent] = request(userId);
        const answered = await code(setup().platform(path, sent));
        assert.equal(
          actions[action] === true ? 200 : actions[action],
          answered,
          `${action} ${userId}`,
        );
      }
    }
  });

  it('S12: ends every session and token, and lets in again without them', async () => {
    const { world, as, platform, signIn } = setup();
    const refresh = await signIn('agent@acme.example', 'openid offline_access');
    const ask = as('user_agent_acme', 'org_acme');
    assert.equal((await ask('/me')).status, 200);
    await platform(`${users}/user_agent_acme/disable`, post);
    assert.equal(await code(ask('/me')), 'unauthenticated');
    assert.equal(await refresh(), 400);
    assert.equal(world.authorization.sessions.size, 0);
    assert.equal(await code(platform(`${users}/user_agent_acme/enable`, post)), 200);
    assert.equal(await refresh(), 400);
    assert.equal(await code(ask('/me')), 200);
    assert.ok(world.grants.get('org_acme')?.has('user_agent_acme'));
  });

  it('leaves no session to one whose password is looked at in that moment', async () => {
    const { world, server, platform } = setup();
    const browser = trialBrowser(world, server);
    const transaction = await browser.begin();
    await browser.act(transaction, { action: 'identify', identifier: 'agent@acme.example' });
    const proving = browser.act(transaction, {
      action: 'verify_password',
      password: 'Tessera-demo-1!',
    });
    while (world.authorization.passwordHashes === 0) await Promise.resolve();
    const user = world.users.get('user_agent_acme')!;
    world.users.set('user_agent_acme', { ...user, status: 'disabled' });
    assert.equal((await proving).step, 'password');
    assert.equal(world.authorization.sessions.size, 0);
    assert.equal(await code(platform(users)), 200);
  });
});

describe('deleting a person', () => {
  it('takes what is theirs and leaves nothing that refers to them', async () => {
    const { world, as, platform, signIn, deleted } = setup();
    const refresh = await signIn('agent@acme.example', 'openid offline_access');
    const admin = as('user_admin_acme', 'org_acme');
    await admin('/organizations/org_acme/members/user_both/organization-roles', {
      method: 'PUT',
      body: { organizationRoleIds: ['organizationAdmin'] },
    });
    const both = as('user_both', 'org_acme');
    const made = await both('/organizations/org_acme/api-keys', {
      method: 'POST',
      body: { name: 'Report', permissions: ['members:read'] },
    });
    assert.equal(made.status, 200);
    assert.equal(await code(platform(`${users}/user_both`, remove)), 'impact_unconfirmed');
    const preview = await platform(`${users}/user_both/deletion`);
    assert.deepEqual(preview.body['counts'], {
      'member.remove': 2,
      'access.withdraw': 2,
      'apiKey.revoke': 1,
    });
    assert.equal(await code(deleted('user_both')), 200);
    assert.equal(await code(deleted('user_agent_acme')), 200);
    const left = JSON.stringify({ ...directoryOf(world), versions: {} });
    for (const userId of ['user_both', 'user_agent_acme']) {
      assert.ok(!left.includes(`"${userId}"`), userId);
      assert.equal(await code(platform(`${users}/${userId}`)), 'not_found');
    }
    assert.equal(await code(both('/me')), 'unauthenticated');
    assert.equal(await refresh(), 400);
    assert.equal(world.authorization.sessions.size, 0);
    const roots = world.audit.filter(
      ({ action, outcome, causedBy }) =>
        action === 'user.delete' && outcome === 'success' && !causedBy,
    );
    assert.equal(roots.length, 2);
  });

  it('keeps no password of them', async () => {
    const { world, deleted } = setup();
    assert.ok(world.passwords.has('user_agent_acme'));
    assert.equal(await code(deleted('user_agent_acme')), 200);
    assert.equal(world.passwords.has('user_agent_acme'), false);
  });

  it('keeps none of their factors', async () => {
    const { world, deleted } = setup();
    const [factors] = [...world.factors.values()];
    world.factors.set('user_agent_acme', factors!);
    assert.equal(await code(deleted('user_agent_acme')), 200);
    assert.equal(world.factors.has('user_agent_acme'), false);
  });

  it('T08: frees the address for somebody new, who inherits nothing', async () => {
    const { world, as, platform, deleted } = setup();
    const token = as('user_invited', undefined, 'client_rewards');
    assert.equal(await code(deleted('user_invited')), 200);
    assert.equal(world.invitations.get('org_acme')?.get('invitation_newcorp')?.status, 'revoked');
    const sent = { method: 'POST', body: { email: 'invited@newcorp.example' } };
    const { body } = await platform(users, sent);
    const userId = String(body['userId']);
    assert.notEqual(userId, 'user_invited');
    world.users.set(userId, { ...world.users.get(userId)!, emailVerified: true });
    const own = await as(userId, undefined, 'client_rewards')('/me/invitations');
    assert.deepEqual(own.body, { items: [] });
    const { body: details } = await platform(`${users}/${userId}`);
    assert.deepEqual(details['memberships'], []);
    assert.equal(await code(token('/me')), 'unauthenticated');
  });

  it('leaves the invitations that they sent, dead', async () => {
    const { world, as, platform, deleted } = setup();
    const members = world.members.get('org_acme')!;
    members.set('user_both', {
      ...members.get('user_both')!,
      organizationRoleIds: ['organizationAdmin'],
    });
    const user = world.users.get('user_invited')!;
    world.users.set('user_invited', { ...user, emailVerified: true });
    await platform(`${users}/user_admin_acme`);
    assert.equal(await code(deleted('user_admin_acme')), 200);
    const invited = as('user_invited', undefined, 'client_rewards');
    const body = { invitationId: 'invitation_newcorp' };
    const answer = invited('/me/invitations/accept', { method: 'POST', body });
    assert.equal(await code(answer), 'invitation_revoked');
  });
});

describe('resetting a password', () => {
  it('S12: makes it unusable, ends the sessions and mails a link that is kept as a digest', async () => {
    const { world, server, platform, signIn } = setup();
    const refresh = await signIn('agent@acme.example');
    const answer = await platform(`${users}/user_agent_acme/reset-password`, post);
    assert.equal(await refresh(), 400);
    assert.equal(world.passwords.has('user_agent_acme'), false);
    assert.equal(world.authorization.sessions.size, 0);
    const browser = trialBrowser(world, server);
    const step = await browser.prove(await browser.begin(), 'agent@acme.example');
    assert.equal(step.step, 'password');
    const [mail] = world.mailbox;
    const secret = mail?.link?.split('#')[1] ?? '';
    assert.deepEqual([mail?.purpose, mail?.to], ['password-reset', 'agent@acme.example']);
    assert.match(secret, /^tsr_/);
    assert.equal(world.secrets.get(await digestOf(secret))?.purpose, 'passwordReset');
    const kept = JSON.stringify([directoryOf(world), world.audit]);
    assert.ok(!kept.includes(secret) && !answer.text.includes(secret));
  });

  it('keeps one link at a time, and none for whoever is shut out', async () => {
    const { world, platform } = setup();
    const path = `${users}/user_agent_acme`;
    await platform(`${path}/reset-password`, post);
    await platform(`${path}/reset-password`, post);
    assert.equal(world.secrets.size, 1);
    await platform(`${path}/disable`, post);
    assert.equal(world.secrets.size, 0);
  });

  it('leaves tokens that outlive a session where the application says so', async () => {
    for (const passwordReset of [true, false]) {
      const { world, platform, signIn } = setup();
      const application = world.applications.get('app_flights')!;
      world.applications.set('app_flights', { ...application, revokesTokens: { passwordReset } });
      const refresh = await signIn('agent@acme.example', 'openid offline_access');
      await platform(`${users}/user_agent_acme/reset-password`, post);
      assert.equal(await refresh(), passwordReset ? 400 : 200);
    }
  });
});
