import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askOutside } from './outside.ts';
import { held } from './trial/held.ts';

describe('askOutside', () => {
  it('gives what is answered in time, and what went wrong', async () => {
    assert.equal(await askOutside(1000, async () => 'answer'), 'answer');
    await assert.rejects(
      askOutside(1000, () => Promise.reject(new Error('wrong'))),
      /wrong/,
    );
  });

  it('waits no longer for somebody who does not heed the signal, and tells them', async () => {
    const told = held<boolean>();
    const asking = askOutside(1, (signal) => {
      signal.addEventListener('abort', () => told.release(signal.aborted));
      return new Promise(() => {});
    });
    await assert.rejects(asking, { name: 'AbortError' });
    assert.equal(await told.promise, true);
  });
});
