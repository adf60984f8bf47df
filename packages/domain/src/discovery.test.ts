import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Connection } from './connections.ts';
import { discover, discoveryDomain, type DiscoveryFacts } from './discovery.ts';
import type { Domain } from './domains.ts';
import type { Organization } from './organizations.ts';

const organization: Organization = {
  organizationId: 'org_a',
  name: 'Acme',
  slug: 'acme',
  status: 'active',
  createdAt: 0,
};
const domain: Domain = {
  domainId: 'domain_a',
  organizationId: 'org_a',
  name: 'acme.example',
  status: 'verified',
  proof: 'dns',
  enrolment: 'invite-only',
  discovery: true,
  createdAt: 0,
};

function connection(connectionId: string, some: Partial<Connection> = {}): Connection {
  return {
    connectionId,
    organizationId: 'org_a',
    name: 'Sign-in',
    protocol: 'oidc',
    status: 'active',
    issuer: 'https://idp.example',
    clientId: 'tessera',
    jit: false,
    defaultRoleIds: [],
    attributes: {},
    groupRoles: [],
    ...some,
  };
}

const forAll = connection('for_all');
const forFlights = connection('for_flights', { applicationId: 'flights' });
const facts: DiscoveryFacts = { domain, organization, connections: [forAll, forFlights] };
const leadsTo = (some: Partial<DiscoveryFacts>, applicationId = 'flights', name = domain.name) => {
  const found = discover(name, { ...facts, ...some }, applicationId);
  return found && (found.connection?.connectionId ?? found.organizationId);
};

describe('discover', () => {
  it('leads to the provider of the application, else to that for all, else to the organization', () => {
    assert.equal(leadsTo({}), 'for_flights');
    assert.equal(leadsTo({}, 'ledger'), 'for_all');
    assert.equal(leadsTo({ connections: [forFlights] }, 'ledger'), 'org_a');
    assert.equal(leadsTo({ connections: [] }), 'org_a');
  });

  it('D01, D16: leads nowhere by a domain that is not owned, or not opened for it', () => {
    const shut: Partial<Domain>[] = [
      { status: 'pending' },
      { status: 'failed' },
      { proof: 'email' },
      { discovery: false },
    ];
    for (const some of shut) {
      assert.equal(leadsTo({ domain: { ...domain, ...some } }), undefined, JSON.stringify(some));
    }
  });

  it('D05: leads nowhere by a domain above or below', () => {
    for (const name of ['evil.acme.example', 'example', 'xacme.example', 'acme.example.evil']) {
      assert.equal(leadsTo({}, 'flights', name), undefined, name);
    }
  });

  it('D14: leads to no provider that is out of force or of another organization', () => {
    const others = [
      connection('draft', { status: 'draft' }),
      connection('disabled', { status: 'disabled' }),
      connection('foreign', { organizationId: 'org_b' }),
    ];
    assert.equal(leadsTo({ connections: others }), 'org_a');
  });

  it('leads to no organization that is suspended or does not have the domain', () => {
    assert.equal(leadsTo({ organization: { ...organization, status: 'suspended' } }), undefined);
    assert.equal(
      leadsTo({ organization: { ...organization, organizationId: 'org_b' } }),
      undefined,
    );
  });
});

describe('discoveryDomain', () => {
  it('D15: reads plain addresses only, and guesses at nothing', () => {
    for (const email of ['ada@acme.example', ' Ada@ACME.example ', 'a+b@ａcme.example']) {
      assert.equal(discoveryDomain(email), 'acme.example');
    }
    const tricks = [
      ...['a@acme.example@evil.example', '"a@evil.example"@acme.example', 'a(@evil)@acme.example'],
      ...['a@acme.example.', 'a@acme.example\u3002', 'a@acme.example\0', 'a@acme .example'],
      ...['a@acme.example,b@evil.example', 'a <a@acme.example>', 'a\uff20acme.example', 'a@'],
      ...['@acme.example', 'acme.example', '', 'a@127.0.0.1', 'a@[127.0.0.1]', 'a@localhost'],
      ...['a@acme.example\nb@evil.example', 'a@acme..example', 'a@%61cme.example/'],
    ];
    for (const email of tricks) {
      const read = discoveryDomain(email);
      assert.equal(read, undefined, `${JSON.stringify(email)} is read as ${read}`);
    }
  });
});
