import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { answerIn, redeem, trialBrowser } from '../trial/browser.ts';
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
});
