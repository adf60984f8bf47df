import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Domain } from './domains.ts';
import {
  acceptedAssertion,
  identityKey,
  linkingBlocker,
  vouchingBlocker,
  type Assertion,
  type LinkingFacts,
  type Said,
} from './identities.ts';
import type { Member } from './members.ts';
import type { User } from './users.ts';

const issuer = 'https://idp.example';
const domain: Domain = {
  domainId: 'domain_a',
  organizationId: 'org_a',
  name: 'acme.example',
  status: 'verified',
  proof: 'dns',
  enrolment: 'invite-only',
  discovery: false,
  createdAt: 0,
};
const user: User = {
  userId: 'user_ada',
  email: 'ada@acme.example',
  emailVerified: true,
  name: 'Ada',
  status: 'active',
  platformAdministrator: false,
};
const assertion: Assertion = {
  issuer,
  subject: '00u1',
  email: 'Ada@Acme.example',
  emailVerified: true,
  groups: [],
};
const member: Member = {
  userId: 'user_ada',
  organizationId: 'org_a',
  status: 'active',
  organizationRoleIds: ['organizationMember'],
  source: 'direct',
  version: 1,
};

describe('identityKey', () => {
  it('F05: tells issuers and subjects apart to the letter, wherever one ends', () => {
    const names = [
      { issuer, subject: 'ada' },
      { issuer, subject: 'Ada' },
      { issuer, subject: 'ada ' },
      { issuer: `${issuer}/`, subject: 'ada' },
      { issuer: 'https://other.example', subject: 'ada' },
      { issuer: `${issuer}","a`, subject: 'da' },
      { issuer: `${issuer}`, subject: 'a","da' },
    ];
    assert.equal(new Set(names.map(identityKey)).size, names.length);
    assert.equal(identityKey({ issuer, subject: 'ada' }), identityKey({ subject: 'ada', issuer }));
  });
});

describe('acceptedAssertion', () => {
  const read = (said: Said, some: { subject?: unknown; protocol?: 'saml' | 'oidc' } = {}) =>
    acceptedAssertion({ issuer, subject: 'subject' in some ? some.subject : '00u1' }, said, {
      protocol: some.protocol ?? 'oidc',
      attributes: { email: 'mail', groups: 'memberOf' },
    });

  it('reads what is said by the names that the connection knows', () => {
    assert.deepEqual(
      read({ mail: 'ada@acme.example', email_verified: true, name: 'Ada', memberOf: ['a', 'b'] }),
      {
        issuer,
        subject: '00u1',
        email: 'ada@acme.example',
        emailVerified: true,
        name: 'Ada',
        groups: ['a', 'b'],
      },
    );
    assert.equal(read({ email: 'ada@acme.example' })?.email, undefined);
  });

  it('F03: takes an address for proved by true and by nothing else', () => {
    for (const email_verified of [undefined, false, null, 'true', 1, [true]]) {
      assert.equal(read({ mail: 'ada@acme.example', email_verified })?.emailVerified, false);
    }
    assert.equal(read({ email_verified: true })?.emailVerified, false);
    const signed = read({ mail: 'ada@acme.example' }, { protocol: 'saml' });
    assert.equal(signed?.emailVerified, true);
    assert.equal(read({}, { protocol: 'saml' })?.emailVerified, false);
  });

  it('F18: leaves out what is no plain text, and cuts what is too long', () => {
    for (const mail of [null, ['ada@acme.example'], 7, {}, 'ada@acme.example, eve@evil.example']) {
      assert.equal(read({ mail })?.email, undefined);
    }
    assert.equal(read({ name: '<b>Ada</b>\u0000\n' })?.name, '<b>Ada</b>');
    assert.equal(read({ name: 'a'.repeat(5000) })?.name?.length, 300);
    assert.equal(read({ name: ' \n' })?.name, undefined);
    assert.equal(read({ name: ['Ada'] })?.name, undefined);
    const many = Array.from({ length: 10_000 }, (_, index) => `group ${index}`);
    assert.equal(read({ memberOf: many })?.groups.length, 1000);
    const odd = ['a', 'a', '', null, 7, ['b'], 'c'.repeat(257)];
    assert.deepEqual(read({ memberOf: odd })?.groups, ['a']);
    assert.deepEqual(read({ memberOf: 'alone' })?.groups, ['alone']);
    assert.deepEqual(read({})?.groups, []);
  });

  it('F18: is none without a name that can be kept', () => {
    const longest = 'a'.repeat(255);
    for (const subject of [undefined, null, '', 7, ['00u1'], `${longest}a`, 'a\u0000b', ' a']) {
      assert.equal(read({}, { subject }), undefined);
    }
    assert.equal(read({}, { subject: longest })?.subject, longest);
  });
});

describe('vouchingBlocker', () => {
  const judge = (some: Partial<Assertion>, domains = [domain]) =>
    vouchingBlocker({ ...assertion, ...some }, 'org_a', domains);

  it('stands for an address at a domain that the organization owns', () => {
    assert.equal(judge({}), undefined);
    assert.equal(judge({ email: 'ada@ACME.EXAMPLE' }), undefined);
  });

  it('F02: stands for no address anywhere else, not even above or below', () => {
    for (const email of ['ada@beta.example', 'ada@x.acme.example', 'ada@example.com']) {
      assert.equal(judge({ email }), 'domain_unverified');
    }
    assert.equal(judge({}, [{ ...domain, organizationId: 'org_b' }]), 'domain_unverified');
    assert.equal(judge({}, []), 'domain_unverified');
  });

  it('D16: takes ownership of the domain; a mailbox there is none', () => {
    for (const some of [{ proof: 'email' }, { status: 'pending' }, { status: 'failed' }] as const) {
      assert.equal(judge({}, [{ ...domain, ...some }]), 'domain_unverified');
    }
  });

  it('F03: does not stand for what the provider itself does not call proved', () => {
    assert.equal(judge({ emailVerified: false }), 'email_unverified');
    const { email, ...nameless } = assertion;
    assert.equal(vouchingBlocker(nameless, 'org_a', [domain]), 'validation_failed', email);
  });
});

describe('linkingBlocker', () => {
  const facts: LinkingFacts = {
    assertion,
    organizationId: 'org_a',
    domains: [domain],
    user,
    member: undefined,
    used: true,
    namedAlready: false,
    present: undefined,
  };
  const judge = (some: Partial<LinkingFacts>) => linkingBlocker({ ...facts, ...some });

  it('takes the proof of both sides', () => {
    assert.equal(judge({}), undefined);
    assert.equal(judge({ domains: [] }), 'domain_unverified');
    assert.equal(judge({ user: { ...user, emailVerified: false } }), 'email_unverified');
    assert.equal(judge({ assertion: { ...assertion, emailVerified: false } }), 'email_unverified');
  });

  it('F03: gives an address that nobody proved to its owner only while nobody was there', () => {
    const unproved = { ...user, emailVerified: false };
    assert.equal(judge({ user: unproved, used: false }), undefined);
    assert.equal(judge({ user: unproved, present: user.userId }), 'email_unverified');
  });

  it('is never done for whoever administers the tenant, or was shut out', () => {
    const chief = { ...user, platformAdministrator: true };
    assert.equal(judge({ user: chief }), 'forbidden');
    assert.equal(judge({ user: chief, present: user.userId, member }), 'forbidden');
    assert.equal(judge({ user: { ...user, status: 'disabled' } }), 'no_access');
  });

  it('F05: gives the next person with an address nothing of the one before', () => {
    assert.equal(judge({ namedAlready: true }), 'already_exists');
  });

  it('F04: is for the very person who is there, and for their very address', () => {
    assert.equal(judge({ present: user.userId }), undefined);
    assert.equal(judge({ present: 'user_eve' }), 'forbidden');
    const other = { ...assertion, email: 'eve@acme.example' };
    assert.equal(judge({ assertion: other }), 'forbidden');
    assert.equal(judge({ assertion: other, present: user.userId }), 'forbidden');
    const { email, ...nameless } = assertion;
    assert.equal(judge({ assertion: nameless, present: user.userId }), 'forbidden', email);
  });

  it('lets a member who is there link an address from elsewhere, and nobody else', () => {
    const guest = { ...user, email: 'ada@elsewhere.example' };
    const said = { ...assertion, email: guest.email };
    const coming = { user: guest, assertion: said, member, present: user.userId };
    assert.equal(judge(coming), undefined);
    assert.equal(judge({ ...coming, present: undefined }), 'domain_unverified');
    assert.equal(judge({ ...coming, member: undefined }), 'domain_unverified');
    assert.equal(
      judge({ ...coming, member: { ...member, status: 'pending' } }),
      'domain_unverified',
    );
    const unsaid = { ...said, emailVerified: false };
    assert.equal(judge({ ...coming, assertion: unsaid }), 'email_unverified');
  });
});
