import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isInLog, type AuditEvent } from './audit.ts';

const below = { kind: 'managed', applicationIds: new Set(['flights']) } as const;
const own = { kind: 'own' } as const;

const event = (some: Partial<AuditEvent> = {}): AuditEvent => ({
  eventId: 'event',
  at: 0,
  action: 'member.update',
  outcome: 'success',
  actor: { type: 'user', id: 'user', organizationId: 'child' },
  organizationId: 'child',
  ...some,
});
const target = (type: string) => ({ target: { type, id: 'id' } });

describe('the log of an organization', () => {
  it('holds what happened there, for those who are there, and nothing of others', () => {
    const events = [event(), event(target('connection')), event({ applicationId: 'ledger' })];
    for (const one of events) {
      assert.equal(isInLog(one, 'child', own), true);
      assert.equal(isInLog(one, 'child', { kind: 'platform' }), true);
      assert.equal(isInLog(one, 'other', own), false);
      assert.equal(isInLog(one, 'child', { kind: 'tenant' }), false);
      assert.equal(isInLog(one, 'child', { kind: 'none' }), false);
    }
  });

  it('P31: tells from above of linked applications, and of nothing that is out of reach there', () => {
    const seen = (some?: Partial<AuditEvent>) => isInLog(event(some), 'child', below);
    assert.equal(seen(), true);
    assert.equal(seen({ applicationId: 'flights' }), true);
    assert.equal(seen({ applicationId: 'ledger' }), false);
    assert.equal(seen({ organizationId: 'elsewhere' }), false);
    for (const type of ['domain', 'connection', 'directoryToken', 'apiKey']) {
      assert.equal(seen(target(type)), false, type);
    }
    assert.equal(seen({ applicationId: 'flights', details: { connectionId: null } }), false);
  });

  it('P31: holds what was done below on its behalf, without what followed out of its reach', () => {
    const actor = { type: 'user', id: 'user', organizationId: 'parent' } as const;
    const done = (some: Partial<AuditEvent>) => isInLog(event({ actor, ...some }), 'parent', own);
    assert.equal(done({}), true);
    assert.equal(done({ applicationId: 'flights' }), true);
    const ofTenant = {
      eventId: 'event',
      at: 0,
      action: 'slug.read',
      outcome: 'denied',
      actor,
    } as const;
    assert.equal(isInLog(ofTenant, 'parent', own), true);
    const causedBy = 'root';
    assert.equal(done({ causedBy, ...target('member') }), true);
    assert.equal(done({ causedBy, applicationId: 'ledger' }), false);
    assert.equal(done({ causedBy, ...target('domain') }), false);
    assert.equal(isInLog(event({ actor, causedBy, ...target('domain') }), 'child', own), true);
  });
});
