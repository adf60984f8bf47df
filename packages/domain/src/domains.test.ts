import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalDomain } from './domain-names.ts';
import {
  challengeBlocker,
  claimBlocker,
  domainPolicyBlocker,
  domainUpdateBlocker,
  proofAddressBlocker,
  proofLife,
  proofRecord,
  proves,
  recheckBlocker,
  rechecked,
  recheckGrace,
  takingBlocker,
  verificationBlocker,
  type Domain,
} from './domains.ts';

const pending: Domain = {
  domainId: 'domain_a',
  organizationId: 'org_a',
  name: 'acme.example',
  status: 'pending',
  proof: 'dns',
  enrolment: 'invite-only',
  discovery: false,
  createdAt: 0,
};
const owned: Domain = { ...pending, status: 'verified', verifiedAt: 0 };
const affiliated: Domain = { ...owned, proof: 'email' };

describe('claiming a domain', () => {
  const free = {
    ownAlready: false,
    ownedElsewhere: false,
    looksLikeOwned: false,
    isPublic: false,
  };

  it('is open to everybody until somebody has proved that it is theirs', () => {
    assert.equal(claimBlocker('acme.example', free), undefined);
    assert.equal(claimBlocker('acme.example', { ...free, ownedElsewhere: true }), 'domain_taken');
    assert.equal(claimBlocker('acme.example', { ...free, looksLikeOwned: true }), 'domain_taken');
    assert.equal(claimBlocker('acme.example', { ...free, ownAlready: true }), 'already_exists');
  });

  it('is not for names that are no domains, or everybody’s', () => {
    assert.equal(claimBlocker(undefined, free), 'validation_failed');
    assert.equal(claimBlocker('mail.example', { ...free, isPublic: true }), 'public_domain');
    const long = `${'a.'.repeat(120)}example`;
    assert.equal(canonicalDomain(long), long);
    assert.equal(claimBlocker(long, free), 'validation_failed');
  });

  it('leaves room before the name for the record that proves it', () => {
    const longest = `${'a.'.repeat(118)}example1`;
    assert.equal(proofRecord(longest, 'abc').name.length, 253);
    assert.equal(claimBlocker(longest, free), undefined);
    assert.equal(claimBlocker(`${longest}2`, free), 'validation_failed');
  });

  it('D06: is not for names that mix letters of several alphabets', () => {
    const mixed = canonicalDomain('\u0430cme.example') ?? '';
    assert.equal(claimBlocker(mixed, free), 'validation_failed');
    assert.equal(claimBlocker(canonicalDomain('bücher.example'), free), undefined);
    assert.equal(claimBlocker(canonicalDomain('пример.example'), free), undefined);
  });
});

describe('proving a domain', () => {
  it('asks for a better proof than there is, never for the same or a worse one', () => {
    assert.equal(challengeBlocker(pending, 'email'), undefined);
    assert.equal(challengeBlocker(affiliated, 'dns'), undefined);
    assert.equal(challengeBlocker(affiliated, 'email'), 'already_exists');
    for (const proof of ['dns', 'email'] as const) {
      assert.equal(challengeBlocker(owned, proof), 'already_exists');
    }
    assert.equal(verificationBlocker(affiliated), undefined);
    assert.equal(verificationBlocker(owned), 'already_exists');
  });

  it('D07: takes the very value, and nothing that contains it', () => {
    const record = proofRecord('acme.example', 'abc');
    assert.equal(record.name, '_tessera.acme.example');
    const { value } = record;
    assert.equal(proves(['v=spf1 -all', value], record), true);
    const others = [
      ...[`${value}d`, `x${value}`, ` ${value}`, `${value} `, `"${value}"`, value.toUpperCase()],
      ...[value.slice(0, -1), 'abc', 'tessera-verification=', `${value}\n${value}`, ''],
    ];
    for (const other of others) assert.equal(proves([other], record), false, other);
    assert.equal(proves([], record), false);
  });

  it('gives a week for a record, and ten minutes for a code', () => {
    assert.deepEqual(proofLife, { dns: 604_800_000, email: 600_000 });
  });

  it('mails only to an address at the very domain', () => {
    assert.equal(proofAddressBlocker(pending, 'email', 'acme.example'), undefined);
    for (const domain of ['evil.example', 'sub.acme.example', 'example', undefined]) {
      assert.equal(proofAddressBlocker(pending, 'email', domain), 'validation_failed');
    }
    assert.equal(proofAddressBlocker(pending, 'dns', undefined), undefined);
  });

  it('lets ownership come before affiliation, and nothing before ownership', () => {
    const table = [
      ['dns', undefined, undefined],
      ['email', undefined, undefined],
      ['dns', 'email', undefined],
      ['email', 'email', 'domain_taken'],
      ['dns', 'dns', 'domain_taken'],
      ['email', 'dns', 'domain_taken'],
    ] as const;
    for (const [proof, verifiedElsewhere, expected] of table) {
      assert.equal(takingBlocker({ proof, verifiedElsewhere }), expected);
    }
  });
});

describe('what follows from a domain', () => {
  it('D01: is nothing while it is not verified', () => {
    for (const status of ['pending', 'failed'] as const) {
      const domain = { ...pending, status };
      const policy = { enrolment: 'suggest', discovery: false } as const;
      assert.equal(domainPolicyBlocker(domain, policy), 'domain_unverified');
      assert.equal(domainUpdateBlocker(domain), 'domain_unverified');
    }
  });

  it('D16: takes ownership where people are let in or led elsewhere by it', () => {
    const policies = [
      { enrolment: 'auto-join', discovery: false },
      { enrolment: 'invite-only', discovery: true },
    ] as const;
    for (const policy of policies) {
      assert.equal(domainPolicyBlocker(owned, policy), undefined);
      assert.equal(domainPolicyBlocker(affiliated, policy), 'domain_unverified');
    }
    const suggested = { enrolment: 'suggest', discovery: false } as const;
    assert.equal(domainPolicyBlocker(affiliated, suggested), undefined);
  });

  it('D11: ends when the record is missed for three days, and not before', () => {
    const missed = rechecked({ ...owned, discovery: true, enrolment: 'auto-join' }, false, 1000);
    assert.deepEqual([missed.status, missed.missingSince], ['verified', 1000]);
    const still = rechecked(missed, false, 1000 + recheckGrace - 1);
    assert.deepEqual(still, missed);
    const { missingSince: _, ...back } = missed;
    assert.deepEqual(rechecked(still, true, 5000), back);
    assert.deepEqual(rechecked(missed, false, 1000 + recheckGrace), {
      ...pending,
      status: 'failed',
    });
    assert.equal(recheckBlocker(affiliated), 'domain_unverified');
  });
});
