import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { trialControl } from '../trial/control.ts';
import { newConditions } from './conditions.ts';
import { nextDelay } from './latency.ts';
import type { LoggedRequest } from './request-log.ts';

describe('latency', () => {
  it('holds answers back for as long as was asked', async (test) => {
    const { send, control } = trialControl();
    const latency = { milliseconds: 30_000, jitter: 0 };
    assert.deepEqual((await control('PUT', 'latency', { milliseconds: 30_000 })).body, latency);
    const before = await control('GET', 'requests');
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const call = send('/jwks');
    await control('GET', 'latency');
    test.mock.timers.tick(29_999);
    assert.deepEqual((await control('GET', 'requests')).body, before.body);
    test.mock.timers.tick(1);
    assert.equal((await call).status, 200);
    const log = (await control('GET', 'requests')).body as LoggedRequest[];
    assert.equal(log.length, 1);
  });

  it('varies within its jitter, the same way for the same random seed', () => {
    const delays = (random: number) => {
      const conditions = newConditions(random);
      conditions.latency = { milliseconds: 100, jitter: 50 };
      return Array.from({ length: 20 }, () => nextDelay(conditions));
    };
    const all = delays(1);
    assert.ok(all.every((delay) => delay >= 100 && delay < 150));
    assert.ok(new Set(all).size > 10);
    assert.deepEqual(delays(1), all);
    assert.notDeepEqual(delays(2), all);
  });

  it('ends with the caller, and with the world', async () => {
    const { send, control } = trialControl();
    await control('PUT', 'latency', { milliseconds: 60_000 });
    const waiting = new AbortController();
    const given = send('/jwks', { signal: waiting.signal });
    const kept = send('/jwks');
    await control('GET', 'clock');
    waiting.abort();
    await assert.rejects(given, { name: 'AbortError' });
    await control('POST', 'reset');
    assert.equal((await kept).status, 200);
  });
});
