import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { impactBlocker } from './impact.ts';

describe('impactBlocker', () => {
  const deed = { counts: { members: 2 }, token: 'seen' };

  it('takes the word of somebody who has seen these very consequences', () => {
    assert.equal(impactBlocker(deed, 'seen'), undefined);
    assert.equal(impactBlocker(deed, 'seen before'), 'impact_unconfirmed');
    assert.equal(impactBlocker(deed, undefined), 'impact_unconfirmed');
  });

  it('asks nobody about a deed without consequences', () => {
    assert.equal(impactBlocker({ ...deed, counts: {} }, undefined), undefined);
  });
});
