import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  admitsOrganizations,
  admitsPersonalAccounts,
  audienceBlocker,
  belongingBlocker,
  isActiveApplication,
  revokesTokens,
  type Application,
} from './applications.ts';

const application: Application = { applicationId: 'app', name: 'App', audience: 'both' };

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

describe('an application', () => {
  it('is for people, for organizations or for both', () => {
    const admits = (audience: Application['audience']) => [
      admitsPersonalAccounts({ ...application, audience }),
      admitsOrganizations({ ...application, audience }),
    ];
    assert.deepEqual(admits('b2c'), [true, false]);
    assert.deepEqual(admits('b2b'), [false, true]);
    assert.deepEqual(admits('both'), [true, true]);
  });

  it('is open unless it was disabled', () => {
    assert.equal(isActiveApplication(application), true);
    assert.equal(isActiveApplication({ ...application, status: 'active' }), true);
    assert.equal(isActiveApplication({ ...application, status: 'disabled' }), false);
  });

  it('ends tokens for every reason that it did not take back', () => {
    assert.equal(revokesTokens(application, 'memberSuspended'), true);
    const lenient = { ...application, revokesTokens: { memberSuspended: false } };
    assert.equal(revokesTokens(lenient, 'memberSuspended'), false);
    assert.equal(revokesTokens(lenient, 'passwordReset'), true);
  });
});
