import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TesseraError } from '../errors.ts';
import { SignInError } from './sign-in-error.ts';
import { openTab } from './trial/tab.ts';

const acme = { organizationId: 'org_acme' };
const borealis = { organizationId: 'org_borealis' };

function codeIs(code: string, cause?: string) {
  return (error: unknown) => {
    assert.ok(error instanceof TesseraError, String(error));
    assert.equal(error.code, code);
    if (cause !== undefined) {
      assert.ok(error.cause instanceof SignInError);
      assert.equal(error.cause.refusal ?? error.cause.error, cause);
    }
    return true;
  };
}

describe('a signed-in person', () => {
  it('goes on where they were', async (t) => {
    const { returnTo } = await openTab(t).signIn({ ...acme, returnTo: '/?app=flights#seats' });
    assert.equal(returnTo, '/?app=flights#seats');
  });

  it('W02: is never sent to another site', async (t) => {
    const tab = openTab(t);
    for (const returnTo of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/.//evil.example/phish',
      '/a/..//evil.example',
      '/%2e//evil.example',
      'x',
      '',
    ]) {
      assert.equal((await tab.signIn({ ...acme, returnTo })).returnTo, undefined);
    }
  });

  it('W16: leaves nothing in the storage of the browser', async (t) => {
    const tab = openTab(t);
    await tab.sessions.signIn(acme);
    const stored = JSON.stringify(tab.storage);
    assert.doesNotMatch(stored, /access_|refresh_/);
    await tab.sessions.completeSignIn(tab.provider.authorize(tab.visited[0] ?? ''));
    await tab.sessions.switchTo('org_borealis');
    assert.equal(tab.storage.length, 0);
  });

  it('replaces another person, of whom nothing remains', async (t) => {
    const tab = openTab(t);
    await tab.signIn(acme);
    tab.provider.tampering = { claims: (all) => (all['sub'] = 'user_2') };
    await tab.signIn(borealis);
    assert.equal(tab.sessions.claims('org_acme'), undefined);
    assert.equal(tab.sessions.claims('org_borealis')?.sub, 'user_2');
  });
});

describe('getToken', () => {
  it('is unauthenticated before anybody signed in', async (t) => {
    const { sessions, provider } = openTab(t);
    await assert.rejects(sessions.getToken(acme), codeIs('unauthenticated'));
    await assert.rejects(sessions.getToken({}), codeIs('unauthenticated'));
    assert.deepEqual(provider.asked, []);
  });

  it('gives the same token until half a minute before its end, then a renewed one', async (t) => {
    const { sessions, provider, signIn } = openTab(t);
    await signIn(acme);
    const first = await sessions.getToken(acme);
    provider.now += 269_000;
    assert.equal(await sessions.getToken(acme), first);
    provider.now += 1000;
    const second = await sessions.getToken(acme);
    assert.notEqual(second, first);
    assert.equal(await sessions.getToken(acme), second);
    assert.equal(provider.tokenCalls.length, 2);
  });

  it('renews short-lived tokens at half their life', async (t) => {
    const { sessions, provider, signIn } = openTab(t);
    provider.life = 20;
    await signIn(acme);
    const first = await sessions.getToken(acme);
    provider.now += 9000;
    assert.equal(await sessions.getToken(acme), first);
    provider.now += 1000;
    assert.notEqual(await sessions.getToken(acme), first);
  });

  it('sends each refresh token once, and keeps the old one when there is no new one', async (t) => {
    const { sessions, provider, signIn } = openTab(t);
    await signIn(acme);
    const sent = () => provider.tokenCalls.map((form) => form.get('refresh_token'));
    for (let times = 0; times < 2; times++) {
      provider.now += 280_000;
      await sessions.getToken(acme);
    }
    assert.equal(new Set(sent()).size, 3);
    provider.now += 280_000;
    provider.tampering = { answer: (all) => delete all['refresh_token'] };
    await sessions.getToken(acme);
    provider.now += 280_000;
    await assert.rejects(
      async () => {
        provider.now += 100_000;
        await sessions.getToken(acme);
      },
      codeIs('unauthenticated', 'invalid_grant'),
    );
    assert.equal(sent().at(-1), sent().at(-2));
  });

  it('shares one renewal between calls at the same time', async (t) => {
    const { sessions, provider, signIn } = openTab(t);
    await signIn(acme);
    provider.now += 280_000;
    const given = await Promise.all(Array.from({ length: 12 }, () => sessions.getToken(acme)));
    assert.equal(new Set(given).size, 1);
    assert.equal(provider.tokenCalls.length, 2);
  });

  it('W34: never sends a refresh token while another call is under way with it', async (t) => {
    const { sessions, provider, signIn } = openTab(t);
    await signIn(acme);
    provider.now += 280_000;
    let under = 0;
    let most = 0;
    provider.intercept = async (_, pass) => {
      most = Math.max(most, ++under);
      const answer = await pass();
      under--;
      return answer;
    };
    await Promise.all([
      sessions.getToken(acme),
      sessions.getToken(borealis),
      sessions.getToken({ organizationId: 'org_cirrus' }),
    ]);
    assert.equal(most, 1);
  });

  it('lets one caller turn away without disturbing the others', async (t) => {
    const { sessions, provider, signIn } = openTab(t);
    await signIn(acme);
    provider.now += 280_000;
    const impatient = new AbortController();
    const first = sessions.getToken({ ...acme, signal: impatient.signal });
    const second = sessions.getToken(acme);
    impatient.abort();
    await assert.rejects(first, codeIs('aborted'));
    assert.match(await second, /org_acme/);
  });

  it('gives a token that still counts while the server is away, and fails after that', async (t) => {
    const { sessions, provider, signIn } = openTab(t);
    await signIn(acme);
    const token = await sessions.getToken(acme);
    provider.now += 280_000;
    provider.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    assert.equal(await sessions.getToken(acme), token);
    provider.now += 20_000;
    await assert.rejects(sessions.getToken(acme), codeIs('network'));
    provider.intercept = (_, pass) => pass();
    assert.match(await sessions.getToken(acme), /org_acme/);
  });

  it('ends the session when the server does, at once', async (t) => {
    const { sessions, provider, signIn } = openTab(t);
    await signIn(acme);
    provider.now += 280_000;
    provider.intercept = async () => Response.json({ error: 'invalid_grant' }, { status: 400 });
    await assert.rejects(sessions.getToken(acme), codeIs('unauthenticated', 'invalid_grant'));
    assert.equal(sessions.claims('org_acme'), undefined);
  });
});

describe('a renewed answer', () => {
  const tampers = {
    'of another person': ['id_token_subject', 'sub', 'user_2'],
    'of another issuer': ['id_token_issuer', 'iss', 'https://evil.example'],
    'for another organization': ['id_token_organization', 'org_id', 'org_borealis'],
    'for no organization': ['id_token_organization', 'org_id', undefined],
    'for another application': ['id_token_audience', 'aud', 'client_ledger'],
    'for more applications than before': [
      'id_token_audience',
      'aud',
      ['client_flights', 'client_ledger'],
    ],
    'with another nonce': ['id_token_nonce', 'nonce', 'nonce_of_an_attacker'],
    'that ended already': ['id_token_exp', 'exp', 1],
  } as const;
  for (const [what, [refusal, claim, value]] of Object.entries(tampers)) {
    it(`O12: ${what} is refused, and the tokens are dropped`, async (t) => {
      const { sessions, provider, signIn } = openTab(t);
      await signIn(acme);
      provider.now += 280_000;
      provider.tampering = { claims: (all) => (all[claim] = value) };
      await assert.rejects(sessions.getToken(acme), codeIs('invalid_response', refusal));
      assert.equal(sessions.claims('org_acme'), undefined);
    });
  }

  it('without an ID token is refused', async (t) => {
    const { sessions, provider, signIn } = openTab(t);
    await signIn(acme);
    provider.now += 280_000;
    provider.tampering = { answer: (all) => delete all['id_token'] };
    await assert.rejects(sessions.getToken(acme), codeIs('invalid_response', 'id_token_missing'));
  });

  it('of the person themselves that names an organization is refused', async (t) => {
    const { sessions, provider, signIn } = openTab(t);
    await signIn();
    provider.now += 280_000;
    provider.tampering = { claims: (all) => (all['org_id'] = 'org_acme') };
    await assert.rejects(
      sessions.getToken({}),
      codeIs('invalid_response', 'id_token_organization'),
    );
    assert.equal(sessions.claims('org_acme'), undefined);
  });

  it('may repeat the nonce', async (t) => {
    const { sessions, provider, signIn, visited } = openTab(t);
    await signIn(acme);
    const nonce = new URL(visited[0] ?? '').searchParams.get('nonce');
    provider.now += 280_000;
    provider.tampering = { claims: (all) => (all['nonce'] = nonce) };
    assert.match(await sessions.getToken(acme), /org_acme/);
  });
});

describe('switchTo', () => {
  it('gets the tokens of the other organization, and keeps those of the former', async (t) => {
    const { sessions, provider, signIn } = openTab(t);
    await signIn(acme);
    const former = await sessions.getToken(acme);
    assert.equal((await sessions.switchTo('org_borealis')).org_id, 'org_borealis');
    assert.match(await sessions.getToken(borealis), /org_borealis/);
    assert.equal(await sessions.getToken(acme), former);
    assert.equal(provider.tokenCalls.length, 2);
    assert.equal(provider.tokenCalls[1]?.get('org_id'), 'org_borealis');
  });

  it('back asks nobody', async (t) => {
    const { sessions, provider, signIn } = openTab(t);
    await signIn(acme);
    await sessions.switchTo('org_borealis');
    await sessions.switchTo('org_acme');
    assert.equal(provider.tokenCalls.length, 2);
  });

  it('goes on with the tokens of the former organization when they are renewed', async (t) => {
    const { sessions, provider, signIn } = openTab(t);
    await signIn(acme);
    await sessions.switchTo('org_borealis');
    provider.now += 280_000;
    assert.match(await sessions.getToken(acme), /org_acme/);
    assert.match(await sessions.getToken(borealis), /org_borealis/);
  });

  const refusals = {
    org_closed: ['no_access', 'access_denied'],
    org_strict: ['step_up_required', 'interaction_required'],
  } as const;
  for (const [organizationId, [code, error]] of Object.entries(refusals)) {
    it(`ends with ${code} where the server says ${error}, and leaves everything as it was`, async (t) => {
      const { sessions, signIn } = openTab(t);
      await signIn(acme);
      const token = await sessions.getToken(acme);
      await assert.rejects(sessions.switchTo(organizationId), codeIs(code, error));
      assert.equal(sessions.claims(organizationId), undefined);
      assert.equal(await sessions.getToken(acme), token);
    });
  }

  const tampers = {
    'another organization': ['id_token_organization', 'org_id', 'org_cirrus'],
    'the former organization': ['id_token_organization', 'org_id', 'org_acme'],
    'no organization': ['id_token_organization', 'org_id', undefined],
    'another person': ['id_token_subject', 'sub', 'user_2'],
  } as const;
  for (const [what, [refusal, claim, value]] of Object.entries(tampers)) {
    it(`O16: refuses tokens for ${what}, and leaves everything as it was`, async (t) => {
      const { sessions, provider, signIn } = openTab(t);
      await signIn(acme);
      const token = await sessions.getToken(acme);
      provider.tampering = { claims: (all) => (all[claim] = value) };
      await assert.rejects(sessions.switchTo('org_borealis'), codeIs('invalid_response', refusal));
      assert.equal(sessions.claims('org_borealis'), undefined);
      assert.equal(await sessions.getToken(acme), token);
    });
  }
});

describe('signOut', () => {
  it('forgets everything and leaves for the server, with a hint who it is about', async (t) => {
    const { sessions, signIn, visited } = openTab(t);
    await signIn(acme);
    await sessions.signOut();
    assert.equal(sessions.claims('org_acme'), undefined);
    await assert.rejects(sessions.getToken(acme), codeIs('unauthenticated'));
    const address = new URL(visited.at(-1) ?? '');
    assert.equal(address.pathname, '/logout');
    const { id_token_hint, ...others } = Object.fromEntries(address.searchParams);
    assert.match(id_token_hint ?? '', /^ey/);
    assert.deepEqual(others, {
      client_id: 'client_flights',
      post_logout_redirect_uri: 'https://app.example/',
    });
  });

  it('goes back to the application where the server keeps no session', async (t) => {
    const tab = openTab(t);
    tab.provider.tampering = { discovery: (all) => delete all['end_session_endpoint'] };
    await tab.signIn(acme);
    await tab.sessions.signOut();
    assert.equal(tab.visited.at(-1), 'https://app.example/');
  });

  it('S04: makes the other tabs forget, and tells those where somebody was signed in', async (t) => {
    const here = openTab(t);
    const there = openTab(t, here.provider);
    const idle = openTab(t, here.provider);
    await here.signIn(acme);
    await there.signIn(acme);
    await here.sessions.signOut();
    while (there.told() === 0) await new Promise(setImmediate);
    assert.equal(there.sessions.claims('org_acme'), undefined);
    assert.equal(idle.told(), 0);
    assert.equal(here.told(), 0);
  });

  it('is not undone by a sign-in that was being completed in another tab', async (t) => {
    const here = openTab(t);
    const there = openTab(t, here.provider);
    await here.signIn(acme);
    await there.sessions.signIn(acme);
    const url = there.provider.authorize(there.visited.at(-1) ?? '');
    let release = (): void => {};
    const asked = new Promise<void>((sent) => {
      there.provider.intercept = async (_, pass) => {
        const answer = await pass();
        sent();
        await new Promise<void>((resolve) => (release = resolve));
        return answer;
      };
    });
    const completing = there.sessions.completeSignIn(url);
    await asked;
    await here.sessions.signOut();
    while (there.told() === 0) await new Promise(setImmediate);
    release();
    await assert.rejects(completing, { error: 'login_required' });
    assert.equal(there.sessions.claims('org_acme'), undefined);
  });

  it('is not undone by a renewal that was under way', async (t) => {
    const { sessions, provider, signIn } = openTab(t);
    await signIn(acme);
    provider.now += 280_000;
    let release = (): void => {};
    const asked = new Promise<void>((sent) => {
      provider.intercept = async (_, pass) => {
        const answer = await pass();
        sent();
        await new Promise<void>((resolve) => (release = resolve));
        return answer;
      };
    });
    const token = sessions.getToken(acme);
    await asked;
    await sessions.signOut();
    release();
    await assert.rejects(token, codeIs('unauthenticated'));
    assert.equal(sessions.claims('org_acme'), undefined);
  });
});
