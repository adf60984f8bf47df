import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { createServer } from '../server.ts';
import { exportWorld, restore } from '../snapshot.ts';
import { answerIn, askForTokens, redeem, trialBrowser } from '../trial/browser.ts';
import { confirmed, sending, tenant } from '../trial/tenant.ts';
import type { World } from '../world.ts';
import { issueAccessToken } from './access-token.ts';

/** Somebody who was let in: with a code, with a refresh token, and with one for another place. */
async function setup() {
  const { world, platform, as, signIn } = tenant();
  const server = createServer(world);
  const codeOf = async (email: string, some: Record<string, string> = {}) => {
    const browser = trialBrowser(world, server);
    return answerIn(await browser.prove(await browser.begin(some), email)).get('code');
  };
  const refresh = (token: string, some: Record<string, string> = {}) =>
    askForTokens(world, server, { grant_type: 'refresh_token', refresh_token: token, ...some });
  return { world, server, platform, as, signIn, codeOf, refresh };
}

type Answer = Awaited<ReturnType<typeof askForTokens>>;

/** The error, where not a single token is given. */
function refusalIn({ status, body }: Answer): string | undefined {
  const given = Object.keys(body).filter((name) => name.endsWith('token'));
  assert.deepEqual(given, []);
  return status < 500 ? body['error'] : undefined;
}

const atAcme = (world: World, some: object) => {
  const members = world.members.get('org_acme')!;
  members.set('user_both', { ...members.get('user_both')!, ...some });
};
const share = (world: World, some: object) => {
  const shares = world.onboardings.get('org_acme')!;
  shares.set('app_flights', { ...shares.get('app_flights')!, ...some });
};

const disable = ({ users }: World, userId: string) => {
  users.set(userId, { ...users.get(userId)!, status: 'disabled' });
};

/** Every way in which somebody is a member who does not come in, or is none. */
const shutOut: Readonly<Record<string, (world: World) => void>> = {
  pending: (world) => atAcme(world, { status: 'pending' }),
  suspended: (world) => atAcme(world, { status: 'suspended' }),
  'in a state that nobody knows': (world) => atAcme(world, { status: 'archived' }),
  'past its end': (world) => atAcme(world, { expiresAt: world.now() }),
  removed: (world) => world.members.get('org_acme')!.delete('user_both'),
  disabled: (world) => disable(world, 'user_both'),
  'without a grant': (world) => world.grants.get('org_acme')!.delete('user_both'),
  'in a suspended organization': ({ organizations }) => {
    organizations.set('org_acme', { ...organizations.get('org_acme')!, status: 'suspended' });
  },
  'where the application was paused': (world) => share(world, { status: 'suspended' }),
  'where its roles were taken back': (world) => share(world, { roleGroupIds: [] }),
  'where the application is disabled': ({ applications }) => {
    const flights = applications.get('app_flights')!;
    applications.set('app_flights', { ...flights, status: 'disabled' });
  },
};

describe('a member who is to have no token', () => {
  for (const [name, shut] of Object.entries(shutOut)) {
    it(`P32: gets none, whatever they hold: ${name}`, async () => {
      const { world, server, codeOf, signIn, refresh } = await setup();
      const code = await codeOf('both@acme.example', { org_id: 'org_acme' });
      const sid = world.authorization.codes.get(code ?? '')!.entry.sid;
      const own = signIn('user_both', 'org_acme');
      const elsewhere = signIn('user_both', 'org_borealis');
      for (const family of [own, elsewhere]) {
        world.authorization.families.set(family.familyId, {
          ...family,
          entry: { ...family.entry, sid },
        });
      }
      const before = await exportWorld(world);
      const there = { org_id: 'org_acme' };
      const ways: readonly [string, string, () => Promise<Answer>][] = [
        ['code', 'invalid_grant', () => redeem(world, server, code)],
        ['refresh', 'invalid_grant', () => refresh(own.current)],
        ['switch', 'access_denied', () => refresh(elsewhere.current, there)],
      ];
      for (const [way, error, ask] of ways) {
        restore(world, before);
        assert.equal((await ask()).status, 200, `${way} is good before`);
        restore(world, before);
        shut(world);
        assert.equal(refusalIn(await ask()), error, way);
      }
    });
  }

  it('P32: gets no code to begin with', async () => {
    const { world, server } = await setup();
    world.members.get('org_borealis')!.delete('user_both');
    for (const shut of [shutOut['suspended']!, shutOut['pending']!]) {
      shut(world);
      const browser = trialBrowser(world, server);
      const step = await browser.prove(await browser.begin(), 'both@acme.example');
      assert.notEqual(step.step, 'done');
      assert.equal(world.authorization.codes.size, 0);
    }
  });
});

describe('a person who acts for themselves', () => {
  it('P32: gets no token from when they are disabled, whatever they hold', async () => {
    const { world, server, codeOf, refresh } = await setup();
    const client = { client_id: 'client_shop' };
    const shopper = 'shopper@mail.example';
    const held = await codeOf(shopper, client);
    const { body } = await redeem(world, server, await codeOf(shopper, client), client);
    const first = await refresh(body['refresh_token'] ?? '', client);
    assert.equal(first.status, 200);
    disable(world, 'user_shopper');
    const again = refresh(first.body['refresh_token'] ?? '', client);
    assert.equal(refusalIn(await again), 'invalid_grant');
    assert.equal(refusalIn(await redeem(world, server, held, client)), 'invalid_grant');
  });
});

describe('an application that is disabled', () => {
  it('P30: redeems no code and refreshes no token, not even one that nobody revoked', async () => {
    const { world, server, platform, codeOf, signIn, refresh } = await setup();
    const code = await codeOf('both@acme.example', { org_id: 'org_acme' });
    const { entry } = world.authorization.codes.get(code ?? '')!;
    const family = signIn('user_both', 'org_acme');
    Object.assign(family.entry, { sid: entry.sid });
    const { status, body } = await refresh(family.current);
    assert.equal(status, 200);
    const current = body['refresh_token'] ?? '';
    const disabled = await platform(
      '/tenant/applications/app_flights',
      sending('PATCH', { status: 'disabled' }),
    );
    assert.equal(disabled.status, 200);
    assert.equal(refusalIn(await refresh(current)), 'invalid_grant');
    family.revoked = false;
    assert.equal(refusalIn(await refresh(current)), 'invalid_grant');
    assert.equal(refusalIn(await redeem(world, server, code)), 'invalid_grant');
  });
});

describe('what an organization does not have', () => {
  it('T12: is in no claim of somebody who acts for none', async () => {
    const { world, server, codeOf } = await setup();
    const client = { client_id: 'client_shop' };
    const code = await codeOf('shopper@mail.example', client);
    const { body } = await redeem(world, server, code, client);
    for (const name of ['id_token', 'access_token']) {
      const claims = Object.keys(decodeJwt(body[name] ?? ''));
      assert.deepEqual(
        claims.filter((claim) => /^org_|^roles$|^permissions$/.test(claim)),
        [],
      );
    }
  });

  it('T12: is in no token, no list and at no address, from when it is taken back', async () => {
    const { platform, as, signIn, refresh, world } = await setup();
    const ask = as('user_admin_acme', 'org_acme');
    const place = '/organizations/org_acme';
    const agent = `${place}/members/user_agent_acme`;
    const family = signIn('user_agent_acme', 'org_acme');
    const paths = [
      `${place}/applications`,
      `${place}/members`,
      agent,
      `${agent}/access`,
      `${place}/capabilities`,
    ];
    const [told] = await Promise.all([ask(paths[0]!)]);
    assert.ok(told.text.includes('app_flights'));
    const share = `${place}/applications/app_flights`;
    const { answer } = await confirmed(platform, `${share}/withdrawal`, share, 'DELETE');
    assert.equal(answer.status, 200);
    for (const path of paths) {
      const { status, text } = await ask(path);
      assert.equal(status, 200);
      assert.ok(!text.includes('app_flights') && !text.includes('role_flights'), path);
    }
    for (const path of [`${agent}/access/app_flights/explain`, `${share}/withdrawal`]) {
      assert.ok([403, 404].includes((await ask(path)).status), path);
    }
    assert.equal(refusalIn(await refresh(family.current)), 'invalid_grant');
    const claims = decodeJwt(await issueAccessToken(world, 'user_agent_acme', 'org_acme'));
    assert.deepEqual([claims['roles'], claims['permissions']], [[], []]);
  });

  it('T12: leaves no field behind when it is taken away', async () => {
    const { as } = await setup();
    const ask = as('user_admin_acme', 'org_acme');
    const fields = {
      '/organizations/org_acme': {
        logoUrl: 'https://acme.example/logo.svg',
        branding: { accentColor: '#0a7d5c' },
        authentication: { sessionMinutes: 60 },
        metadata: { tier: 'gold' },
      },
      '/organizations/org_acme/members/user_agent_acme': {
        title: 'Lead',
        department: 'Front',
        expiresAt: '2027-01-01T00:00:00.000Z',
      },
      '/me': { phone: '+4712345678', picture: 'https://acme.example/me.png', locale: 'nb' },
    };
    for (const [path, values] of Object.entries(fields)) {
      for (const [name, value] of Object.entries(values)) {
        await ask(path, sending('PATCH', { [name]: value }));
        assert.ok(name in (await ask(path)).body, name);
        await ask(path, sending('PATCH', { [name]: null }));
        assert.equal(name in (await ask(path)).body, false, name);
      }
    }
  });
});
