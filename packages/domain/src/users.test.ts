import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addressBlocker,
  disablingBlocker,
  enablingBlocker,
  personalBlocker,
  userDeletionBlocker,
  type User,
  type UserFacts,
} from './users.ts';

const facts = (some: Partial<User> = {}, isLastAdministrator = false): UserFacts => ({
  user: {
    userId: 'user',
    email: 'ada@acme.example',
    emailVerified: true,
    name: 'Ada',
    status: 'active',
    platformAdministrator: false,
    ...some,
  },
  isLastAdministrator,
});
const actor = { userId: 'platform' };

describe('shutting a person out', () => {
  it('is refused for oneself, the last administrator, and one who is out already', () => {
    assert.equal(disablingBlocker(actor, facts()), undefined);
    assert.equal(disablingBlocker({ userId: 'user' }, facts()), 'self_change_refused');
    assert.equal(disablingBlocker(actor, facts({}, true)), 'last_administrator');
    assert.equal(disablingBlocker(actor, facts({ status: 'disabled' })), 'already_exists');
  });

  it('is undone only where it was done', () => {
    assert.equal(enablingBlocker(facts({ status: 'disabled' })), undefined);
    assert.equal(enablingBlocker(facts()), 'already_exists');
  });
});

describe('userDeletionBlocker', () => {
  it('keeps oneself and the last administrator, and nobody else', () => {
    assert.equal(userDeletionBlocker(actor, facts({ status: 'disabled' })), undefined);
    assert.equal(userDeletionBlocker({ userId: 'user' }, facts()), 'self_change_refused');
    assert.equal(userDeletionBlocker(actor, facts({}, true)), 'last_administrator');
  });
});

describe('addressBlocker', () => {
  it('leaves an address to whoever has it', () => {
    assert.equal(addressBlocker('ada', undefined), undefined);
    assert.equal(addressBlocker(undefined, undefined), undefined);
    assert.equal(addressBlocker('user', 'user'), undefined);
    assert.equal(addressBlocker('user', 'other'), 'already_exists');
    assert.equal(addressBlocker(undefined, 'other'), 'already_exists');
  });
});

describe('personalBlocker', () => {
  it('takes nobody but a person for a person', () => {
    assert.equal(personalBlocker({ type: 'user' }), undefined);
    for (const type of ['apiKey', 'directory', 'system'] as const) {
      assert.equal(personalBlocker({ type }), 'forbidden', type);
    }
  });
});
