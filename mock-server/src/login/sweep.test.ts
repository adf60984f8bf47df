import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { answerIn, redeem, trialBrowser, usualRequest } from '../trial/browser.ts';
import { createWorld } from '../world.ts';

const day = 86_400_000;

describe('a server that runs for weeks', () => {
  it('forgets what can no longer be used, and nothing else', async () => {
    const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01') });
    const server = createServer(world);
    const browser = trialBrowser(world, server);
    await browser.prove(await browser.begin(), 'nobody@acme.example', 'wrong');
    const done = await browser.prove(await browser.begin(), 'agent@acme.example');
    await redeem(world, server, answerIn(done).get('code'));
    const { transactions, sessions, codes, families, refreshTokens, failedTries } =
      world.authorization;
    const kept = async () => {
      await browser.begin({ prompt: 'login' });
      const all = [transactions, sessions, codes, families, refreshTokens, failedTries];
      return all.map((things) => things.size);
    };
    assert.deepEqual(await kept(), [3, 1, 1, 1, 1, 1]);
    world.moveClock(day);
    assert.deepEqual(await kept(), [1, 0, 1, 1, 1, 0]);
    world.moveClock(30 * day);
    assert.deepEqual(await kept(), [1, 0, 0, 0, 0, 0]);
  });

  it('forgets what was sent ahead, devices and assertions when their time is over', async () => {
    const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01') });
    const server = createServer(world);
    const browser = trialBrowser(world, server);
    const post = (path: string, form: Record<string, string>) => {
      const init = { method: 'POST', body: new URLSearchParams(form) };
      return server.fetch(new Request(world.issuer + path, init));
    };
    await post('/par', await usualRequest());
    await post('/device_authorization', { client_id: 'client_kiosk', scope: 'openid' });
    const { pushedRequests, devices, usedAssertions } = world.authorization;
    usedAssertions.set('an assertion', world.now() + 300_000);
    const left: number[][] = [];
    for (const milliseconds of [0, 59_999, 1, 239_999, 1, 299_999, 1]) {
      world.moveClock(milliseconds);
      await browser.begin();
      left.push([pushedRequests.size, usedAssertions.size, devices.size]);
    }
    assert.deepEqual(left, [
      [1, 1, 1],
      [1, 1, 1],
      [0, 1, 1],
      [0, 1, 1],
      [0, 0, 1],
      [0, 0, 1],
      [0, 0, 0],
    ]);
  });
});
