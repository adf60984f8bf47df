import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { createWorld } from '../world.ts';

const clientId = 'client_trip_reports';
const secret = 'Tessera-demo-client-1!';
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

function setup() {
  const now = Date.now();
  const world = createWorld(seeds.default, { now: () => now });
  const server = createServer(world);
  /** The error for a code that does not exist: `invalid_grant` once the client has proved itself. */
  const errorOf = async (form: Record<string, string>, authorization?: string) => {
    const answer = await server.fetch(
      new Request(`${world.issuer}/token`, {
        method: 'POST',
        headers: authorization === undefined ? {} : { Authorization: authorization },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: 'x',
          redirect_uri: 'x',
          ...form,
        }),
      }),
    );
    const { error } = (await answer.json()) as { error: string };
    return { error, status: answer.status, challenge: answer.headers.get('WWW-Authenticate') };
  };
  return { world, errorOf };
}

const basic = (name: string, word: string) =>
  `Basic ${btoa(`${encodeURIComponent(name)}:${encodeURIComponent(word)}`)}`;

describe('a confidential client', () => {
  it('proves itself by its secret, in the header or in the form', async () => {
    const { errorOf } = setup();
    for (const proof of [
      errorOf({}, basic(clientId, secret)),
      errorOf({ client_id: clientId }, basic(clientId, secret)),
      errorOf({ client_id: clientId, client_secret: secret }),
    ]) {
      assert.equal((await proof).error, 'invalid_grant');
    }
  });

  it('is not known by anything else', async () => {
    const { errorOf } = setup();
    const wrong: [Record<string, string>, string?][] = [
      [{ client_id: clientId }],
      [{ client_id: clientId, client_secret: 'wrong' }],
      [{ client_id: clientId, client_secret: '' }],
      [{}, basic(clientId, 'wrong')],
      [{}, basic(clientId, '')],
      [{}, basic('nobody', secret)],
      [{}, basic('invitations', '')],
      [{}, basic('client_flights', secret)],
      [{ client_id: 'client_flights' }, basic(clientId, secret)],
      [{}, 'Basic !'],
      [{}, `Basic ${btoa('no colon')}`],
      [{}, `Basic ${btoa('%:%')}`],
      [{ client_id: clientId }, `Bearer ${secret}`],
      [{ client_id: 'client_flights', client_secret: secret }],
      [{ client_id: '__proto__', client_secret: secret }],
    ];
    for (const [form, authorization] of wrong) {
      const { status, error, challenge } = await errorOf(form, authorization);
      const what = JSON.stringify([form, authorization]);
      assert.deepEqual([status, error], [401, 'invalid_client'], what);
      assert.equal(challenge !== null, authorization !== undefined, what);
    }
  });

  it('proves itself in one way, not in two', async () => {
    const { errorOf } = setup();
    const twice = await errorOf({ client_secret: secret }, basic(clientId, secret));
    assert.deepEqual([twice.status, twice.error], [400, 'invalid_request']);
  });
});

describe('a client that signs', () => {
  async function signer() {
    const all = setup();
    const { world } = all;
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const client = world.clients.get(clientId);
    assert.ok(client);
    const { secretDigest: _, ...other } = client;
    world.clients.set(clientId, { ...other, keys: [await exportJWK(publicKey)] });
    const now = Math.floor(world.now() / 1000);
    let count = 0;
    const sign = (some: Record<string, unknown> = {}, key = privateKey) =>
      new SignJWT({
        iss: clientId,
        sub: clientId,
        aud: world.issuer,
        jti: `assertion_${++count}`,
        exp: now + 60,
        ...some,
      })
        .setProtectedHeader({ alg: 'ES256' })
        .sign(key);
    const errorOf = async (assertion: string, some: Record<string, string> = {}) =>
      (
        await all.errorOf({
          client_assertion: assertion,
          client_assertion_type: assertionType,
          ...some,
        })
      ).error;
    return { ...all, now, sign, errorOf };
  }

  it('proves itself by a fresh assertion, once', async () => {
    const { world, sign, errorOf } = await signer();
    const assertion = await sign();
    assert.equal(await errorOf(assertion), 'invalid_grant');
    assert.equal(await errorOf(assertion), 'invalid_client');
    const named = await sign({ aud: `${world.issuer}/token` });
    assert.equal(await errorOf(named, { client_id: clientId }), 'invalid_grant');
  });

  it('is not known by an assertion that says anything else', async () => {
    const { now, sign, errorOf } = await signer();
    const stranger = await generateKeyPair('ES256');
    const payload = { iss: clientId, sub: clientId, aud: 'x', jti: 'j', exp: now + 60 };
    const wrong = [
      await sign({ iss: 'client_flights' }),
      await sign({ sub: 'client_flights' }),
      await sign({ aud: 'https://elsewhere.example' }),
      await sign({ jti: undefined }),
      await sign({ exp: undefined }),
      await sign({ exp: now - 1 }),
      await sign({ exp: now + 301 }),
      await sign({}, stranger.privateKey),
      new UnsecuredJWT(payload).encode(),
      'x.y.z',
      '',
    ];
    for (const assertion of wrong) assert.equal(await errorOf(assertion), 'invalid_client');
    const good = await sign();
    assert.equal(await errorOf(good, { client_assertion_type: 'jwt' }), 'invalid_client');
    assert.equal(await errorOf(good, { client_id: 'client_flights' }), 'invalid_client');
    assert.equal(await errorOf(good), 'invalid_grant');
  });
});
