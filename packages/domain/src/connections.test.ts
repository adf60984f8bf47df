import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  clampedRoles,
  connectionDisablingBlocker,
  connectionEnablingBlocker,
  connectionSettingsBlocker,
  needsNewTest,
  type Connection,
  type ConnectionSettings,
} from './connections.ts';
import type { Domain } from './domains.ts';

const oidc: ConnectionSettings = {
  name: 'Sign-in',
  protocol: 'oidc',
  issuer: 'https://idp.example',
  clientId: 'tessera',
  jit: false,
  defaultRoleIds: ['viewer'],
  attributes: {},
  groupRoles: [{ group: 'chiefs', roleId: 'approver' }],
};
const { clientId: _, ...unknownClient } = oidc;
const saml: ConnectionSettings = {
  ...unknownClient,
  protocol: 'saml',
  singleSignOnUrl: 'https://idp.example/sso',
};
const draft: Connection = {
  ...oidc,
  connectionId: 'connection_a',
  organizationId: 'org_a',
  status: 'draft',
};
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

describe('connectionSettingsBlocker', () => {
  const facts = { onboarded: true, thisMachine: false };

  it('takes what each protocol cannot do without', () => {
    assert.equal(connectionSettingsBlocker(oidc, facts), undefined);
    assert.equal(connectionSettingsBlocker(saml, facts), undefined);
    assert.equal(connectionSettingsBlocker(unknownClient, facts), 'validation_failed');
    const { singleSignOnUrl, ...nowhere } = saml;
    assert.equal(connectionSettingsBlocker(nowhere, facts), 'validation_failed', singleSignOnUrl);
  });

  it('F13: takes no address that leads inside, whichever it is', () => {
    const inside = 'http://169.254.169.254/';
    for (const settings of [
      { ...oidc, issuer: inside },
      { ...oidc, issuer: 'urn:acme:idp' },
      { ...saml, issuer: inside },
      { ...saml, issuer: 'urn:acme idp' },
      { ...saml, issuer: 'urn:acme:idp or another' },
      { ...saml, issuer: `${inside}urn:acme:idp` },
      { ...saml, singleSignOnUrl: inside },
    ]) {
      const blocker = connectionSettingsBlocker(settings, facts);
      assert.equal(blocker, 'validation_failed', JSON.stringify(settings));
    }
    assert.equal(connectionSettingsBlocker({ ...saml, issuer: 'urn:acme:idp' }, facts), undefined);
  });

  it('is for an application that the organization has', () => {
    const blocker = connectionSettingsBlocker(oidc, { ...facts, onboarded: false });
    assert.equal(blocker, 'application_not_onboarded');
  });
});

describe('needsNewTest', () => {
  it('says so for whom people are sent to and believed from, not for the rest', () => {
    const trusted: Partial<ConnectionSettings>[] = [
      { issuer: 'https://evil.example' },
      { clientId: 'other' },
      { singleSignOnUrl: 'https://evil.example' },
      { certificate: 'other' },
      { certificateExpiresAt: 1 },
      { protocol: 'saml' },
      { applicationId: 'app' },
    ];
    for (const some of trusted) assert.equal(needsNewTest(oidc, { ...oidc, ...some }), true);
    const others = { name: 'Other', jit: true, attributes: { email: 'mail' }, groupRoles: [] };
    assert.equal(needsNewTest(oidc, { ...oidc, ...others }), false);
  });
});

describe('roles through a connection', () => {
  it('F17: are clamped when they are written, and what is withheld is told', () => {
    const { settings, withheldRoleIds } = clampedRoles(oidc, new Set(['viewer']));
    assert.deepEqual([settings.defaultRoleIds, settings.groupRoles], [['viewer'], []]);
    assert.deepEqual(withheldRoleIds, ['approver']);
    const other = clampedRoles(oidc, new Set(['approver']));
    assert.deepEqual(other.settings, { ...oidc, defaultRoleIds: [] });
    assert.deepEqual(other.withheldRoleIds, ['viewer']);
  });
});

describe('enabling a connection', () => {
  const tested: Connection = { ...draft, testedAt: 1 };
  const facts = { connection: tested, domains: [domain], connections: [tested], now: 1000 };

  it('takes a domain that is owned and a test that passed', () => {
    assert.equal(connectionEnablingBlocker(facts), undefined);
    const untested = { ...facts, connection: draft };
    assert.equal(connectionEnablingBlocker(untested), 'step_up_required');
  });

  it('D16: takes ownership; a mailbox at the domain is none', () => {
    const weak: Partial<Domain>[] = [
      { proof: 'email' },
      { status: 'pending' },
      { status: 'failed' },
    ];
    for (const some of weak) {
      const domains = [{ ...domain, ...some }];
      assert.equal(connectionEnablingBlocker({ ...facts, domains }), 'domain_unverified');
    }
    assert.equal(connectionEnablingBlocker({ ...facts, domains: [] }), 'domain_unverified');
  });

  it('takes a certificate that is still good, and no other connection in force for the same', () => {
    const expired = { ...tested, certificateExpiresAt: 1000 };
    assert.equal(connectionEnablingBlocker({ ...facts, connection: expired }), 'validation_failed');
    const good = { ...tested, certificateExpiresAt: 1001 };
    assert.equal(connectionEnablingBlocker({ ...facts, connection: good }), undefined);
    const rival: Connection = { ...tested, connectionId: 'connection_b', status: 'active' };
    const beside = { ...facts, connections: [tested, rival] };
    assert.equal(connectionEnablingBlocker(beside), 'already_exists');
    const elsewhere = { ...facts, connections: [{ ...rival, applicationId: 'app' }] };
    assert.equal(connectionEnablingBlocker(elsewhere), undefined);
  });

  it('is undone only for one that is in force', () => {
    assert.equal(connectionDisablingBlocker(facts), 'not_found');
    const active: Connection = { ...tested, status: 'active' };
    assert.equal(connectionDisablingBlocker({ ...facts, connection: active }), undefined);
    assert.equal(connectionEnablingBlocker({ ...facts, connection: active }), 'already_exists');
  });
});
