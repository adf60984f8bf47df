import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refusal } from '../refusal.ts';
import { once, type IdempotencyStore } from './idempotency.ts';

const day = 86_400_000;
const asked = { key: 'key', fingerprint: 'this' };

function setup() {
  const store: IdempotencyStore = new Map();
  let done = 0;
  const ask = (now = 0, what = asked) => once(store, now, what, () => Promise.resolve(++done));
  const fail = (error: Error) => once(store, 0, asked, () => Promise.reject(error));
  return { ask, fail };
}

describe('a key for retries', () => {
  it('gives the same answer for a day, and lives no longer', async () => {
    const { ask } = setup();
    assert.equal(await ask(0), 1);
    assert.equal(await ask(day - 1), 1);
    assert.equal(await ask(day), 2);
  });

  it('is good for one question', async () => {
    const { ask } = setup();
    await ask();
    const other = ask(0, { ...asked, fingerprint: 'that' });
    await assert.rejects(other, { code: 'idempotency_mismatch' });
    assert.equal(await ask(0, { key: 'other', fingerprint: 'that' }), 2);
  });

  it('keeps what a rule refused', async () => {
    const { ask, fail } = setup();
    await assert.rejects(fail(new Refusal('forbidden')), { code: 'forbidden' });
    await assert.rejects(ask(), { code: 'forbidden' });
  });

  it('keeps nothing that has only to be tried again', async () => {
    for (const error of [new Refusal('rate_limited', undefined, 60), new Error('lost')]) {
      const { ask, fail } = setup();
      await assert.rejects(fail(error));
      assert.equal(await ask(), 1);
    }
  });

  it('gives way after ten thousand others', async () => {
    const { ask } = setup();
    await ask();
    for (let count = 1; count < 10_000; count += 1) {
      await ask(0, { ...asked, key: `key ${count}` });
    }
    assert.equal(await ask(), 1);
    await ask(0, { ...asked, key: 'one more' });
    assert.equal(await ask(), 10_002);
  });
});
