import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import {
  answerIn,
  askForTokens,
  redeem,
  redirectUri,
  trialBrowser,
  usualRequest,
  verifier,
} from '../trial/browser.ts';
import { createWorld } from '../world.ts';
import { deviceGrant } from './device.ts';

async function setup() {
  const world = createWorld(seeds.default);
  const server = createServer(world);
  const browser = trialBrowser(world, server);
  const post = async (path: string, form: Record<string, string>) => {
    const init = { method: 'POST', body: new URLSearchParams(form) };
    const answer = await server.fetch(new Request(world.issuer + path, init));
    return (await answer.json()) as Record<string, string>;
  };
  const code = async () => {
    const done = await browser.prove(
      await browser.begin({ prompt: 'login' }),
      'agent@acme.example',
    );
    return answerIn(done).get('code') ?? '';
  };
  const tokens = (await redeem(world, server, await code())).body;
  const device = await post('/device_authorization', {
    client_id: 'client_kiosk',
    scope: 'openid',
  });
  const pushed = await post('/par', await usualRequest());
  const transaction = await browser.begin({ prompt: 'login' });
  const artefacts: Record<string, string> = {
    'a code': await code(),
    'a refresh token': tokens['refresh_token'] ?? '',
    'an access token': tokens['access_token'] ?? '',
    'an ID token': tokens['id_token'] ?? '',
    'a device code': device['device_code'] ?? '',
    'a user code': device['user_code'] ?? '',
    'a reference to a request': pushed['request_uri'] ?? '',
    'a transaction': transaction,
    "a transaction's secret": world.authorization.transactions.get(transaction)?.secret ?? '',
    'a session': [...world.authorization.sessions.keys()].at(-1) ?? '',
    "a session's secret": [...world.authorization.sessions.values()].at(-1)?.secret ?? '',
  };
  return { world, server, browser, artefacts };
}

type Consumer = (all: Awaited<ReturnType<typeof setup>>, artefact: string) => Promise<boolean>;

const bearer =
  (path: string): Consumer =>
  async ({ world, server }, artefact) => {
    const headers = { Authorization: `Bearer ${artefact}` };
    return (await server.fetch(new Request(world.issuer + path, { headers }))).ok;
  };

const grant =
  (form: (artefact: string) => Record<string, string>): Consumer =>
  async ({ world, server }, artefact) =>
    (await askForTokens(world, server, form(artefact))).status === 200;

/** Where each artefact is taken, and whether it was. */
const consumers: Readonly<Record<string, Consumer>> = {
  'a code': grant((code) => ({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  })),
  'a refresh token': grant((refresh_token) => ({ grant_type: 'refresh_token', refresh_token })),
  'an access token': bearer('/userinfo'),
  'an ID token': async ({ world, server }, id_token_hint) => {
    const query = new URLSearchParams({
      id_token_hint,
      post_logout_redirect_uri: 'http://localhost:4300/',
    });
    const url = `${world.issuer}/logout?${query.toString()}`;
    const answer = await server.fetch(new Request(url));
    return answer.headers.get('Location') === 'http://localhost:4300/';
  },
  'a device code': async ({ world, server }, device_code) => {
    const form = { grant_type: deviceGrant, client_id: 'client_kiosk', device_code };
    const { body } = await askForTokens(world, server, form);
    return body['error'] === 'authorization_pending';
  },
  'a user code': async ({ browser }, userCode) => {
    const location = (await browser.send('/device')).headers.get('Location') ?? '';
    const transactionId = new URL(location).searchParams.get('tx') ?? '';
    const typed = { action: 'enter_user_code', userCode: userCode.slice(0, 40) } as const;
    return (await browser.act(transactionId, typed)).step !== 'device';
  },
  'a reference to a request': async ({ world, server }, request_uri) => {
    const query = new URLSearchParams({ client_id: 'client_flights', request_uri });
    const url = `${world.issuer}/authorize?${query.toString()}`;
    const answer = await server.fetch(new Request(url));
    const { searchParams } = new URL(answer.headers.get('Location') ?? '');
    const begun = world.authorization.transactions.get(searchParams.get('tx') ?? '');
    return begun?.request !== undefined;
  },
  'a transaction': async ({ browser }, transactionId) =>
    (await browser.step(encodeURIComponent(transactionId))).step !== 'expired',
};

describe('what is good for one thing', () => {
  for (const consumer of Object.keys(consumers)) {
    it(`W06, E07: is not taken for ${consumer}, unless it is one`, async () => {
      for (const artefact of Object.keys((await setup()).artefacts)) {
        const all = await setup();
        const taken = await consumers[consumer]!(all, all.artefacts[artefact] ?? '');
        assert.equal(taken, artefact === consumer, artefact);
      }
    });
  }

  it('W06: is good once, where it is meant for one use', async () => {
    const once = ['a code', 'a reference to a request'] as const;
    for (const artefact of once) {
      const all = await setup();
      const value = all.artefacts[artefact] ?? '';
      assert.equal(await consumers[artefact]!(all, value), true);
      assert.equal(await consumers[artefact]!(all, value), false, artefact);
    }
  });

  it('is never the same as another, and too long to guess', async () => {
    const seen = new Set<string>();
    for (let count = 0; count < 3; count += 1) {
      const { artefacts } = await setup();
      for (const [name, value] of Object.entries(artefacts)) {
        assert.ok(!seen.has(value), name);
        seen.add(value);
        if (name !== 'a user code') assert.ok(value.length >= 43, name);
      }
    }
  });
});
