import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { answerIn, askForTokens, redeem, trialBrowser, usualRequest } from '../trial/browser.ts';
import { createWorld } from '../world.ts';

function setup(issuer = 'http://localhost:4400') {
  const world = createWorld(seeds.default, { issuer, now: () => Date.parse('2026-03-01') });
  const server = createServer(world);
  const browser = trialBrowser(world, server);
  const signIn = async (email: string, some: Record<string, string> = {}) => {
    const step = await browser.prove(await browser.begin(some), email);
    return (await redeem(world, server, answerIn(step).get('code'))).body;
  };
  const isSignedIn = async () => {
    const answer = answerIn(await browser.authorize({ prompt: 'none' }));
    return answer.get('error') !== 'login_required';
  };
  const refresh = async (tokens: Record<string, string>) =>
    (
      await askForTokens(world, server, {
        grant_type: 'refresh_token',
        refresh_token: tokens['refresh_token'] ?? '',
      })
    ).status;
  return { world, server, browser, signIn, isSignedIn, refresh };
}

describe('a session', () => {
  it('S01, S14: gets a new cookie with every proof, which scripts cannot read', async () => {
    const { browser } = setup();
    const secrets = [];
    for (const email of ['agent@acme.example', 'agent@acme.example', 'admin@acme.example']) {
      const transaction = await browser.begin({ prompt: 'login' });
      await browser.act(transaction, { action: 'identify', identifier: email });
      const answer = await browser.send(`/login/api/${transaction}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ action: 'verify_password', password: 'Tessera-demo-1!' }),
      });
      const [cookie = ''] = answer.headers.getSetCookie();
      assert.match(cookie, /^tessera_session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax$/);
      secrets.push(cookie);
    }
    assert.equal(new Set(secrets).size, 3);
  });

  it('S14: is bound to https where the issuer is', async () => {
    const { world, browser } = setup('https://id.tessera.example');
    const transaction = await browser.begin();
    await browser.act(transaction, { action: 'identify', identifier: 'agent@acme.example' });
    const answer = await browser.send(`/login/api/${transaction}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: world.issuer },
      body: JSON.stringify({ action: 'verify_password', password: 'Tessera-demo-1!' }),
    });
    assert.match(answer.headers.getSetCookie()[0] ?? '', /^__Host-tessera_session=.*; Secure$/);
  });

  it('O20: leaves nothing of one person when another signs in', async () => {
    const { world, signIn, refresh } = setup();
    const first = await signIn('agent@acme.example');
    const second = await signIn('admin@borealis.example', { prompt: 'login' });
    assert.equal(await refresh(first), 400);
    assert.equal(await refresh(second), 200);
    assert.equal(world.authorization.sessions.size, 1);
  });

  it('keeps the tokens of a person who proves themselves again', async () => {
    const { signIn, refresh } = setup();
    const first = await signIn('agent@acme.example');
    await signIn('agent@acme.example', { prompt: 'login' });
    assert.equal(await refresh(first), 200);
  });

  it('is not found by its public name alone', async () => {
    const { world, server, signIn } = setup();
    const { id_token: token = '' } = await signIn('agent@acme.example');
    const sid = String(decodeJwt(token)['sid']);
    for (const value of [sid, `${sid}.`, `${sid}.x`]) {
      const query = new URLSearchParams({ ...(await usualRequest()), prompt: 'none' }).toString();
      const headers = { Cookie: `tessera_session=${value}` };
      const url = `${world.issuer}/authorize?${query}`;
      const answer = await server.fetch(new Request(url, { headers }));
      assert.equal(answerIn(answer).get('error'), 'login_required');
    }
  });

  it('S08: ends after twelve hours', async () => {
    const { world, signIn, isSignedIn } = setup();
    await signIn('agent@acme.example');
    world.moveClock(12 * 3_600_000 - 1);
    assert.equal(await isSignedIn(), true);
    world.moveClock(1);
    assert.equal(await isSignedIn(), false);
  });
});

describe('a session that nobody uses', () => {
  it('S08: is not made longer by whatever asks in the background', async () => {
    const { world, signIn, isSignedIn, refresh } = setup();
    let tokens = await signIn('agent@acme.example');
    for (let hours = 0; hours < 11; hours += 1) {
      world.moveClock(3_600_000);
      assert.equal(await isSignedIn(), true);
      const answer = await askForTokens(world, createServer(world), {
        grant_type: 'refresh_token',
        refresh_token: tokens['refresh_token'] ?? '',
      });
      tokens = answer.body;
    }
    world.moveClock(3_600_000);
    assert.equal(await isSignedIn(), false);
    assert.equal(await refresh(tokens), 400);
  });
});

describe('signing out', () => {
  const home = 'http://localhost:4300/';

  it('ends session and tokens, and goes back to the registered address', async () => {
    const { browser, signIn, isSignedIn, refresh } = setup();
    const tokens = await signIn('agent@acme.example');
    const query = new URLSearchParams({
      id_token_hint: tokens['id_token'] ?? '',
      post_logout_redirect_uri: home,
      state: 'bye',
    });
    const answer = await browser.send(`/logout?${query.toString()}`);
    assert.deepEqual([answer.status, answer.headers.get('Location')], [303, `${home}?state=bye`]);
    assert.equal(await isSignedIn(), false);
    assert.equal(await refresh(tokens), 400);
  });

  it('W03: goes to no address that is not registered to the letter', async () => {
    for (const uri of ['', `${home}x`, `${home}?a=1`, 'http://evil.example/', 'javascript:1']) {
      const { world, browser, signIn, isSignedIn } = setup();
      const tokens = await signIn('agent@acme.example');
      const query = new URLSearchParams({
        id_token_hint: tokens['id_token'] ?? '',
        post_logout_redirect_uri: uri,
      });
      const answer = await browser.send(`/logout?${query.toString()}`);
      const location = new URL(answer.headers.get('Location') ?? '');
      assert.equal(location.origin, world.issuer);
      const step = await browser.step(location.searchParams.get('tx') ?? '');
      assert.deepEqual(step, {
        step: 'signed_out',
        application: { name: 'Flights' },
        returnTo: home,
      });
      assert.equal(await isSignedIn(), false);
    }
  });

  it('W03, S05: asks a person first whom no good ID token speaks for', async () => {
    const { world, browser, signIn, isSignedIn } = setup();
    const other = setup();
    const own = await signIn('agent@acme.example');
    const foreign = await other.signIn('agent@acme.example');
    const [header, payload] = (own['id_token'] ?? '').split('.');
    const hints = [
      {},
      { id_token_hint: 'x.y.z' },
      { id_token_hint: foreign['id_token'] ?? '' },
      { id_token_hint: `${btoa('{"alg":"none"}')}.${payload}.` },
      { id_token_hint: `${header}.${payload}.` },
      { id_token_hint: own['access_token'] ?? '' },
      { id_token_hint: own['id_token'] ?? '', client_id: 'client_shop' },
    ];
    for (const hint of hints) {
      const query = new URLSearchParams({ post_logout_redirect_uri: home, ...hint });
      const answer = await browser.send(`/logout?${query.toString()}`);
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), /<button name="confirm"/);
    }
    const confirm = (Origin: string) =>
      browser.send('/logout', {
        method: 'POST',
        headers: { Origin },
        body: new URLSearchParams({ confirm: 'yes', post_logout_redirect_uri: home }),
      });
    assert.equal((await confirm('http://localhost:4300')).status, 200);
    assert.equal(await isSignedIn(), true);
    const answer = await confirm(world.issuer);
    assert.ok(answer.headers.get('Location')?.startsWith(`${world.issuer}/login/`));
    assert.equal(await isSignedIn(), false);
  });

  it('S05: takes nothing from a browser whose cookie another site could not send', async () => {
    const { world, server, signIn } = setup();
    const own = await signIn('agent@acme.example');
    for (const form of [{}, { confirm: 'yes' }, { id_token_hint: own['id_token'] ?? '' }]) {
      const answer = await server.fetch(
        new Request(`${world.issuer}/logout`, {
          method: 'POST',
          headers: { Origin: 'https://evil.example' },
          body: new URLSearchParams(form),
        }),
      );
      const cookies = answer.headers.getSetCookie().join();
      assert.doesNotMatch(cookies, /tessera_session/);
    }
  });

  it('does not sign out somebody else than the ID token names', async () => {
    const { browser, signIn, isSignedIn } = setup();
    const first = await signIn('agent@acme.example');
    await signIn('both@acme.example', { prompt: 'login', org_id: 'org_acme' });
    const query = new URLSearchParams({ id_token_hint: first['id_token'] ?? '' });
    assert.equal((await browser.send(`/logout?${query.toString()}`)).status, 200);
    assert.equal(await isSignedIn(), true);
  });

  it('asks a person for whom something was said twice', async () => {
    const { browser, signIn, isSignedIn } = setup();
    const { id_token: hint = '' } = await signIn('agent@acme.example');
    for (const [name, value] of [
      ['id_token_hint', hint],
      ['post_logout_redirect_uri', home],
      ['state', 'bye'],
      ['unknown', 'x'],
    ] as const) {
      const query = new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: home });
      if (!query.has(name)) query.append(name, value);
      query.append(name, value);
      const answer = await browser.send(`/logout?${query.toString()}`);
      assert.equal(answer.status, 200, name);
    }
    assert.equal(await isSignedIn(), true);
  });

  it('begins again a sign-in whose session ended in another tab', async () => {
    const { browser, signIn } = setup();
    const tokens = await signIn('both@acme.example', { org_id: 'org_acme' });
    const transaction = await browser.begin();
    assert.equal((await browser.step(transaction)).step, 'select_organization');
    await browser.send(`/logout?id_token_hint=${tokens['id_token']}`);
    const step = await browser.act(transaction, {
      action: 'choose_organization',
      organizationId: 'org_acme',
    });
    assert.equal(step.step, 'identifier');
  });
});
