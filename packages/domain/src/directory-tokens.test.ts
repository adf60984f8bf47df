import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directoryTokenBlocker } from './directory-tokens.ts';

describe('directoryTokenBlocker', () => {
  it('refuses an end that has come', () => {
    assert.equal(directoryTokenBlocker(undefined, 1000), undefined);
    assert.equal(directoryTokenBlocker(1001, 1000), undefined);
    assert.equal(directoryTokenBlocker(1000, 1000), 'validation_failed');
  });
});
