import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideSignIn, waitAfterFailures, type SignInFacts } from './sign-in.ts';

const facts = (some: Partial<SignInFacts>): SignInFacts => ({
  organizationIds: [],
  personal: false,
  requested: undefined,
  alwaysAsk: false,
  ...some,
});

describe('decideSignIn', () => {
  it('gives the organization that was asked for, and never another one', () => {
    const organizationIds = ['org_a', 'org_b'];
    assert.deepEqual(decideSignIn(facts({ organizationIds, requested: 'org_b' })), {
      kind: 'organization',
      organizationId: 'org_b',
    });
    assert.deepEqual(decideSignIn(facts({ organizationIds, requested: 'org_c', personal: true })), {
      kind: 'refuse',
    });
  });

  it('does not ask a person who has one organization, unless they want to be asked', () => {
    const organizationIds = ['org_a'];
    assert.deepEqual(decideSignIn(facts({ organizationIds })), {
      kind: 'organization',
      organizationId: 'org_a',
    });
    assert.deepEqual(decideSignIn(facts({ organizationIds, alwaysAsk: true })), { kind: 'ask' });
  });

  it('asks a person who has several', () => {
    assert.deepEqual(decideSignIn(facts({ organizationIds: ['org_a', 'org_b'] })), { kind: 'ask' });
  });

  it('lets a person without any act for themselves where the application allows it', () => {
    assert.deepEqual(decideSignIn(facts({ personal: true })), { kind: 'personal' });
    assert.deepEqual(decideSignIn(facts({})), { kind: 'refuse' });
  });
});

describe('waitAfterFailures', () => {
  it('lets a person mistype four times, then makes them wait longer and longer', () => {
    const waits = [0, 1, 4, 5, 6, 9, 50].map((failures) => waitAfterFailures(failures) / 1000);
    assert.deepEqual(waits, [0, 0, 0, 60, 120, 900, 900]);
  });
});
