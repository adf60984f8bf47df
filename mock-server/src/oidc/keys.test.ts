import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { exportWorld, importWorld } from '../snapshot.ts';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { answerIn, redeem, trialBrowser } from '../trial/browser.ts';
import { trialControl } from '../trial/control.ts';
import { createWorld } from '../world.ts';
import { verifyAccessToken } from './access-token.ts';
import { readIdTokenHint } from './id-token.ts';
import type { JWK } from 'jose';

const hour = 3_600_000;

async function setup() {
  const now = Date.now();
  const options = { now: () => now };
  const world = createWorld(seeds.default, options);
  const server = createServer(world);
  const browser = trialBrowser(world, server);
  const tokens = async () => {
    const done = await browser.prove(
      await browser.begin({ prompt: 'login' }),
      'agent@acme.example',
    );
    const { body } = await redeem(world, server, answerIn(done).get('code'));
    return { id: body['id_token'] ?? '', access: body['access_token'] ?? '' };
  };
  const keySet = async () => {
    const answer = await server.fetch(new Request(`${world.issuer}/jwks`));
    return (await answer.json()) as JSONWebKeySet;
  };
  const kids = async () => (await keySet()).keys.map((key) => key.kid);
  const rotate = () => world.authorization.keys.rotate(world.now());
  return { options, world, tokens, keySet, kids, rotate };
}

describe('the signing keys', () => {
  it('are one for each algorithm, without their private half', async () => {
    const { keySet } = await setup();
    const { keys } = await keySet();
    assert.deepEqual(
      keys.map(({ alg, kty, use }) => [alg, kty, use]),
      [
        ['ES256', 'EC', 'sig'],
        ['RS256', 'RSA', 'sig'],
      ],
    );
    for (const key of keys) assert.deepEqual(privateMembers(key), []);
  });

  it('W32: are replaced while what they signed stays good', async () => {
    const { world, tokens, keySet, kids, rotate } = await setup();
    const before = await tokens();
    const former = await kids();
    await rotate();
    const after = await tokens();
    const all = await kids();
    assert.equal(all.length, 4);
    assert.deepEqual(all.slice(2), former);
    assert.ok(!former.includes(decodeProtectedHeader(after.id).kid));
    assert.ok(!former.includes(decodeProtectedHeader(after.access).kid));
    const found = createLocalJWKSet(await keySet());
    const at = { currentDate: new Date(world.now()) };
    for (const { id, access } of [before, after]) {
      assert.equal((await jwtVerify(id, found, at)).payload.sub, 'user_agent_acme');
      assert.equal((await verifyAccessToken(world, access))?.sub, 'user_agent_acme');
      assert.equal((await readIdTokenHint(world, id))?.sub, 'user_agent_acme');
    }
    for (const key of (await keySet()).keys) assert.deepEqual(privateMembers(key), []);
  });

  it('are known for as long as an ID token may serve as a hint, and no longer', async () => {
    const { world, tokens, kids, rotate } = await setup();
    const { id } = await tokens();
    await rotate();
    world.moveClock(12 * hour - 1);
    assert.equal((await readIdTokenHint(world, id))?.sub, 'user_agent_acme');
    world.moveClock(1);
    assert.equal(await readIdTokenHint(world, id), undefined);
    assert.equal((await kids()).length, 2);
  });

  it('may be replaced several times', async () => {
    const { world, tokens, kids, rotate } = await setup();
    const { access } = await tokens();
    await rotate();
    await rotate();
    const all = await kids();
    assert.equal(new Set(all).size, 6);
    assert.equal((await verifyAccessToken(world, access))?.sub, 'user_agent_acme');
  });

  it('go on in another life of the world, retired ones too', async () => {
    const { options, world, tokens, rotate } = await setup();
    const former = await tokens();
    await rotate();
    const next = importWorld(await exportWorld(world), options);
    assert.equal((await verifyAccessToken(next, former.access))?.sub, 'user_agent_acme');
    assert.equal((await verifyAccessToken(next, (await tokens()).access))?.sub, 'user_agent_acme');
    const told = await next.authorization.keys.published(next.now());
    assert.deepEqual(told, await world.authorization.keys.published(world.now()));
  });
});

describe('the control of keys', () => {
  it('replaces them at once, and answers the key set', async () => {
    const { house, control } = trialControl();
    const { keys } = house.world.authorization;
    const { kid } = await keys.of('RS256');
    const { status, body } = await control('POST', 'keys/rotation');
    assert.equal(status, 200);
    assert.notEqual((await keys.of('RS256')).kid, kid);
    assert.equal((body as JSONWebKeySet).keys.at(-1)?.kid, kid);
  });
});

function privateMembers(key: JWK): string[] {
  return Object.keys(key).filter((name) =>
    ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'].includes(name),
  );
}
