import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { narrows, roleKeyBlocker } from './roles.ts';

describe('roleKeyBlocker', () => {
  it('takes small letters, digits and marks, once in an application', () => {
    for (const key of ['viewer', 'after_sales', 'ledger:read-only', 'v1.2']) {
      assert.equal(roleKeyBlocker(key, false), undefined, key);
    }
    assert.equal(roleKeyBlocker('viewer', true), 'already_exists');
  });

  it('P09: takes nothing that reads as another key or as two', () => {
    const keys = [
      '',
      'Viewer',
      'viewer,owner',
      'viewer owner',
      'viewer\0',
      '1st',
      '["a"]',
      'vіewer',
    ];
    for (const key of [...keys, 'a'.repeat(65)]) {
      assert.equal(roleKeyBlocker(key, false), 'validation_failed', key);
    }
  });
});

describe('narrows', () => {
  it('is about what is lost, not about what is won', () => {
    assert.equal(narrows(['a', 'b'], ['b', 'a', 'c']), false);
    assert.equal(narrows(['a', 'b'], ['b', 'c']), true);
    assert.equal(narrows([], []), false);
  });
});
