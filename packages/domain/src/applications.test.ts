import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { audienceBlocker, belongingBlocker } from './applications.ts';

describe('belongingBlocker', () => {
  it('T04: knows only what is of the application itself', () => {
    const own = { applicationId: 'app' };
    assert.equal(belongingBlocker('app', []), undefined);
    assert.equal(belongingBlocker('app', [own, own]), undefined);
    for (const strange of [{ applicationId: 'other' }, undefined]) {
      assert.equal(belongingBlocker('app', [own, strange]), 'validation_failed');
    }
  });
});

describe('audienceBlocker', () => {
  it('keeps an application open to organizations while some have it', () => {
    assert.equal(audienceBlocker('b2c', 1), 'validation_failed');
    assert.equal(audienceBlocker('b2c', 0), undefined);
    assert.equal(audienceBlocker('both', 1), undefined);
  });
});
