import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  counterBlocker,
  demandsSecondFactor,
  enrolmentBlocker,
  levelOf,
  offersPasskey,
  preferredLevel,
  secondFactorBlocker,
  secondFactorLife,
  sessionAgeBlocker,
  usedCodeBlocker,
} from './second-factor.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const minute = 60_000;
const fresh = { methods: ['otp'], at: now - minute };

describe('the demand for a second factor', () => {
  it('is made by the organization, the application or the request, and by one of them is enough', () => {
    assert.equal(demandsSecondFactor({}), false);
    assert.equal(demandsSecondFactor({ policy: {}, signIn: {}, level: '1' }), false);
    assert.ok(demandsSecondFactor({ policy: { requiresSecondFactor: true } }));
    assert.ok(demandsSecondFactor({ signIn: { requiresSecondFactor: true } }));
    assert.ok(demandsSecondFactor({ level: '2' }));
  });

  it('is met by a factor that is new enough', () => {
    const demand = { level: '2' } as const;
    assert.equal(secondFactorBlocker(undefined, {}, { now }), undefined);
    assert.equal(secondFactorBlocker(undefined, demand, { now }), 'mfa_required');
    assert.equal(secondFactorBlocker(fresh, demand, { now }), undefined);
    const old = { ...fresh, at: now - secondFactorLife };
    assert.equal(secondFactorBlocker(old, demand, { now }), 'mfa_required');
    assert.equal(secondFactorBlocker({ ...old, at: old.at + 1 }, demand, { now }), undefined);
    const since = fresh.at + 1;
    assert.equal(secondFactorBlocker(fresh, demand, { now, since }), 'mfa_required');
    assert.equal(secondFactorBlocker(fresh, demand, { now, since: fresh.at }), undefined);
  });

  it('names the levels that there are, the preferred one first', () => {
    assert.deepEqual([levelOf(undefined), levelOf(fresh)], ['1', '2']);
    assert.equal(preferredLevel(['gold', '2', '1']), '2');
    assert.equal(preferredLevel(['1', '2']), '1');
    assert.equal(preferredLevel(['gold']), undefined);
  });
});

describe('the age of a sign-in', () => {
  it('has the end that the organization sets, if it sets one', () => {
    const policy = { sessionMinutes: 60 };
    assert.equal(sessionAgeBlocker(now - 60 * minute, policy, now), 'step_up_required');
    assert.equal(sessionAgeBlocker(now - 60 * minute + 1, policy, now), undefined);
    assert.equal(sessionAgeBlocker(0, {}, now), undefined);
    assert.equal(sessionAgeBlocker(0, undefined, now), undefined);
  });
});

describe('a new factor', () => {
  it('takes a proof of the person themselves, and of a factor where there is one', () => {
    const own = { methods: ['pwd'] };
    const first = { hasFactor: false, now };
    const further = { hasFactor: true, now };
    assert.equal(enrolmentBlocker(own, undefined, first), undefined);
    assert.equal(enrolmentBlocker({ methods: ['fed'] }, fresh, first), 'step_up_required');
    assert.equal(enrolmentBlocker(own, undefined, further), 'mfa_required');
    assert.equal(enrolmentBlocker(own, fresh, further), undefined);
    const old = { ...fresh, at: now - secondFactorLife };
    assert.equal(enrolmentBlocker(own, old, further), 'mfa_required');
  });

  it('is offered as a passkey where the application says so, and not again at once', () => {
    const none = { hasPasskey: false, now };
    assert.equal(offersPasskey({}, none), false);
    assert.equal(offersPasskey({ offersPasskeys: true }, none), true);
    assert.equal(offersPasskey({ offersPasskeys: true }, { hasPasskey: true, now }), false);
    const days = (count: number) => ({ ...none, declinedAt: now - count * 86_400_000 });
    assert.equal(offersPasskey({ offersPasskeys: true }, days(29)), false);
    assert.equal(offersPasskey({ offersPasskeys: true }, days(30)), true);
  });
});

describe('what was used before', () => {
  it('E06: is worth nothing as a one-time password, nor is one from before it', () => {
    assert.equal(usedCodeBlocker(8, 7), undefined);
    assert.equal(usedCodeBlocker(7, 7), 'invalid_credentials');
    assert.equal(usedCodeBlocker(6, 7), 'invalid_credentials');
  });

  it('gives a copied passkey away, unless it never counts', () => {
    assert.equal(counterBlocker(4, 5), undefined);
    assert.equal(counterBlocker(0, 0), undefined);
    assert.equal(counterBlocker(5, 5), 'invalid_credentials');
    assert.equal(counterBlocker(5, 4), 'invalid_credentials');
    assert.equal(counterBlocker(5, 0), 'invalid_credentials');
  });
});
