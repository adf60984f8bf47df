import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { offeredMethods } from './sign-in-methods.ts';

describe('the ways of signing in', () => {
  it('are all that there are, where nobody says anything', () => {
    const all = ['password', 'email-code', 'magic-link', 'passkey'];
    assert.deepEqual(offeredMethods({}, undefined), all);
    assert.deepEqual(offeredMethods({}, {}), all);
  });

  it('are those of the application in its order, as far as the organization accepts them', () => {
    const options = { methods: ['magic-link', 'password'] } as const;
    assert.deepEqual(offeredMethods(options, undefined), ['magic-link', 'password']);
    assert.deepEqual(offeredMethods(options, { methods: ['password', 'sso'] }), ['password']);
    assert.deepEqual(offeredMethods(options, { methods: ['email-code'] }), ['magic-link']);
  });

  it('are never none', () => {
    assert.deepEqual(offeredMethods({ methods: ['password'] }, { methods: ['sso'] }), ['password']);
    assert.equal(offeredMethods({ methods: [] }, { methods: [] }).length, 4);
  });
});
