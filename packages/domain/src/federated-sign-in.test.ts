import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GrantedRole } from './access.ts';
import type { Connection } from './connections.ts';
import type { Domain } from './domains.ts';
import {
  connectionFor,
  decideArrival,
  passageBlocker,
  rolesAfter,
  servesApplication,
  type ArrivalFacts,
  type PassageFacts,
  type SyncFacts,
} from './federated-sign-in.ts';
import type { Identity } from './identities.ts';
import type { Member } from './members.ts';
import type { Organization } from './organizations.ts';
import type { User } from './users.ts';

const issuer = 'https://idp.example';
const connection: Connection = {
  connectionId: 'connection_a',
  organizationId: 'org_a',
  name: 'Sign-in',
  protocol: 'oidc',
  status: 'active',
  issuer,
  clientId: 'tessera',
  jit: false,
  defaultRoleIds: ['viewer'],
  attributes: {},
  groupRoles: [
    { group: 'chiefs', roleId: 'approver' },
    { group: 'desk', roleId: 'agent' },
  ],
};
const organization: Organization = {
  organizationId: 'org_a',
  name: 'Acme',
  slug: 'acme',
  status: 'active',
  createdAt: 0,
};
const passage: PassageFacts = {
  connection,
  organization,
  connections: [connection],
  applicationId: 'app_flights',
  connectionId: undefined,
  onboarded: true,
  now: 1000,
};

describe('servesApplication', () => {
  const bound = { ...connection, connectionId: 'connection_b', applicationId: 'app_ledger' };
  const place = { connectionId: undefined, connections: [connection, bound] };

  it('is for one application alone where the connection is', () => {
    assert.equal(servesApplication(bound, { ...place, applicationId: 'app_ledger' }), true);
    assert.equal(servesApplication(bound, { ...place, applicationId: 'app_flights' }), false);
  });

  it('is for all that have none of their own in force, where the connection is for all', () => {
    assert.equal(servesApplication(connection, { ...place, applicationId: 'app_flights' }), true);
    assert.equal(servesApplication(connection, { ...place, applicationId: 'app_ledger' }), false);
    const connections = [connection, { ...bound, status: 'disabled' as const }];
    const ledger = { ...place, connections, applicationId: 'app_ledger' };
    assert.equal(servesApplication(connection, ledger), true);
  });

  it('is the named one and no other where one is named, never beyond its application', () => {
    const ledger = { ...place, applicationId: 'app_ledger' };
    const named = { ...ledger, connectionId: 'connection_a' };
    assert.equal(servesApplication(connection, named), true);
    assert.equal(servesApplication(bound, named), false);
    const strange = { ...place, applicationId: 'app_flights', connectionId: 'connection_b' };
    assert.equal(servesApplication(bound, strange), false);
  });
});

describe('connectionFor', () => {
  it('finds the one in force that people come through, and no other', () => {
    const draft = { ...connection, connectionId: 'connection_b', status: 'draft' as const };
    assert.equal(connectionFor({ ...passage, connections: [draft, connection] }), connection);
    assert.equal(connectionFor({ ...passage, connections: [draft] }), undefined);
    assert.equal(connectionFor({ ...passage, connectionId: 'connection_b' }), undefined);
    const bound = { ...connection, applicationId: 'app_ledger' };
    assert.equal(connectionFor({ ...passage, connections: [bound] }), undefined);
  });
});

describe('passageBlocker', () => {
  const judge = (some: Partial<PassageFacts>) => passageBlocker({ ...passage, ...some });

  it('lets people through a connection in force', () => {
    assert.equal(judge({}), undefined);
  });

  it('F06: lets nobody through one that is not, whatever it was when they set out', () => {
    for (const status of ['draft', 'disabled'] as const) {
      assert.equal(judge({ connection: { ...connection, status } }), 'no_access');
    }
    assert.equal(judge({ connection: undefined }), 'no_access');
  });

  it('lets nobody into an organization that is suspended, gone or another', () => {
    const suspended = { ...organization, status: 'suspended' as const };
    assert.equal(judge({ organization: suspended }), 'organization_suspended');
    assert.equal(judge({ organization: undefined }), 'no_access');
    const other = { ...organization, organizationId: 'org_b' };
    assert.equal(judge({ organization: other }), 'no_access');
  });

  it('lets nobody into an application that it does not serve, or that the organization has not', () => {
    const bound = { ...connection, applicationId: 'app_ledger' };
    assert.equal(judge({ connection: bound }), 'no_access');
    assert.equal(judge({ onboarded: false }), 'application_not_onboarded');
  });

  it('F14: lets nobody through when the certificate has run out', () => {
    const until = (certificateExpiresAt: number) => ({ ...connection, certificateExpiresAt });
    assert.equal(judge({ connection: until(1000) }), 'no_access');
    assert.equal(judge({ connection: until(1001) }), undefined);
  });
});

describe('decideArrival', () => {
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
  const member: Member = {
    userId: 'user_ada',
    organizationId: 'org_a',
    status: 'active',
    organizationRoleIds: ['organizationMember'],
    source: 'direct',
    version: 1,
  };
  const identity: Identity = {
    issuer,
    subject: '00u1',
    userId: 'user_ada',
    organizationId: 'org_a',
    connectionId: 'connection_a',
    linkedAt: 0,
  };
  const facts: ArrivalFacts = {
    ...passage,
    assertion: { issuer, subject: '00u1', email: user.email, emailVerified: true, groups: [] },
    domains: [domain],
    identity,
    user,
    member,
    used: true,
    namedAlready: false,
    present: undefined,
    seats: { limit: undefined, used: 0 },
  };
  const judge = (some: Partial<ArrivalFacts>) => decideArrival({ ...facts, ...some });
  const jit = { connection: { ...connection, jit: true } };
  const stranger = { identity: undefined, user: undefined, member: undefined };

  it('lets a member in by the name that is theirs, whatever address is said', () => {
    const nothing = { creates: false, links: false, joins: false };
    assert.deepEqual(judge({}), nothing);
    const moved = { ...facts.assertion, email: 'ada@elsewhere.example', emailVerified: false };
    assert.deepEqual(judge({ assertion: moved }), nothing);
  });

  it('links the name of a member who comes for the first time', () => {
    assert.deepEqual(judge({ identity: undefined }), { creates: false, links: true, joins: false });
    const foreign = { ...facts.assertion, email: 'ada@beta.example' };
    const guest = { ...user, email: 'ada@beta.example' };
    const coming = { identity: undefined, assertion: foreign, user: guest };
    assert.equal(judge(coming), 'domain_unverified');
    assert.deepEqual(judge({ ...coming, present: 'user_ada' }), {
      creates: false,
      links: true,
      joins: false,
    });
  });

  it('makes somebody a member only where the connection says so', () => {
    const all = { creates: true, links: true, joins: true };
    assert.deepEqual(judge({ ...stranger, ...jit }), all);
    assert.equal(judge(stranger), 'no_access');
    const known = { identity: undefined, member: undefined };
    assert.deepEqual(judge({ ...known, ...jit }), { ...all, creates: false });
    assert.equal(judge(known), 'no_access');
    assert.deepEqual(judge({ member: undefined, ...jit }), {
      ...all,
      creates: false,
      links: false,
    });
  });

  it('F02: makes nobody a member whom the organization cannot vouch for', () => {
    const foreign = { ...facts.assertion, email: 'eve@beta.example' };
    assert.equal(judge({ ...stranger, ...jit, assertion: foreign }), 'domain_unverified');
    assert.equal(judge({ ...jit, member: undefined, assertion: foreign }), 'domain_unverified');
    const unsaid = { ...facts.assertion, emailVerified: false };
    assert.equal(judge({ ...stranger, ...jit, assertion: unsaid }), 'email_unverified');
  });

  it('F01: believes nobody but the issuer of the connection, to the letter', () => {
    for (const other of ['https://other.example', `${issuer}/`, issuer.toUpperCase()]) {
      assert.equal(judge({ assertion: { ...facts.assertion, issuer: other } }), 'forbidden');
    }
  });

  it('F06: looks at the connection first, for whoever comes', () => {
    const off = { ...connection, jit: true, status: 'disabled' as const };
    assert.equal(judge({ connection: off }), 'no_access');
    assert.equal(judge({ ...stranger, connection: off }), 'no_access');
  });

  it('F11: keeps out whoever was shut out, of the tenant or of the organization', () => {
    const disabled = { ...user, status: 'disabled' as const };
    assert.equal(judge({ user: disabled }), 'no_access');
    assert.equal(judge({ user: disabled, identity: undefined }), 'no_access');
    const as = (some: Partial<Member>) => ({ ...jit, member: { ...member, ...some } });
    assert.equal(judge(as({ status: 'suspended' })), 'member_suspended');
    assert.equal(judge(as({ status: 'pending' })), 'not_joined');
    assert.equal(judge(as({ expiresAt: 1000 })), 'no_access');
    assert.equal(typeof judge(as({ expiresAt: 1001 })), 'object');
  });

  it('lets nobody in as one who administers the tenant', () => {
    const chief = { ...user, platformAdministrator: true };
    assert.equal(judge({ user: chief }), 'forbidden');
    assert.equal(judge({ user: chief, identity: undefined }), 'forbidden');
  });

  it('F05: opens nothing by a name that is linked through another organization, or to another person', () => {
    const elsewhere = { ...identity, organizationId: 'org_b' };
    assert.equal(judge({ identity: elsewhere }), 'already_exists');
    assert.equal(judge({ user: { ...user, userId: 'user_eve' } }), 'no_access');
    assert.equal(judge({ user: undefined }), 'no_access');
    assert.equal(judge({ present: 'user_eve' }), 'already_exists');
    assert.equal(typeof judge({ present: 'user_ada' }), 'object');
  });

  it('makes no second person of one who is there', () => {
    assert.equal(judge({ ...stranger, ...jit, present: 'user_eve' }), 'forbidden');
  });

  it('gives no seat that there is not', () => {
    const full = { limit: 3, used: 3 };
    assert.equal(judge({ ...stranger, ...jit, seats: full }), 'seat_limit_reached');
    assert.equal(typeof judge({ seats: full }), 'object');
  });
});

describe('rolesAfter', () => {
  const ceiling = new Set(['viewer', 'approver', 'agent']);
  const facts: SyncFacts = {
    groups: [],
    ceiling,
    present: [],
    joins: false,
    open: true,
    now: 1000,
  };
  const given = (some: Partial<SyncFacts>) => rolesAfter(connection, { ...facts, ...some });
  const role = (
    roleId: string,
    source: GrantedRole['source'],
    some: Partial<GrantedRole> = {},
  ) => ({
    roleId,
    source,
    ...some,
  });

  it('gives what everybody gets once, and what the groups say each time', () => {
    assert.deepEqual(given({ joins: true, groups: ['chiefs'] }), [
      role('viewer', 'default'),
      role('approver', 'idp-group'),
    ]);
    assert.deepEqual(given({ groups: ['chiefs', 'desk'] }), [
      role('approver', 'idp-group'),
      role('agent', 'idp-group'),
    ]);
    assert.deepEqual(given({ groups: ['Chiefs', 'chief', ''] }), []);
  });

  it('takes away what a group gave that is gone, and leaves what people gave', () => {
    const present = [
      role('approver', 'idp-group'),
      role('agent', 'direct', { grantedBy: 'user_a' }),
      role('viewer', 'parent'),
    ];
    assert.deepEqual(given({ present }), present.slice(1));
    assert.deepEqual(given({ present, groups: ['desk', 'chiefs'] }), present);
  });

  it('F17: gives nothing that the organization may not hand out at that moment', () => {
    const low = new Set(['viewer']);
    assert.deepEqual(given({ ceiling: low, groups: ['chiefs', 'desk'] }), []);
    assert.deepEqual(given({ ceiling: low, groups: ['chiefs'], joins: true }), [
      role('viewer', 'default'),
    ]);
    assert.deepEqual(given({ ceiling: new Set(), joins: true }), []);
    const present = [role('approver', 'idp-group')];
    assert.deepEqual(given({ ceiling: low, groups: ['chiefs'], present }), []);
  });

  it('gives nothing where nothing can be given, and takes away all the same', () => {
    assert.deepEqual(given({ open: false, groups: ['chiefs'], joins: true }), []);
    const present = [role('approver', 'idp-group'), role('agent', 'direct')];
    assert.deepEqual(given({ open: false, present }), present.slice(1));
    assert.deepEqual(given({ open: false, groups: ['chiefs', 'desk'], present }), present);
  });

  it('gives by a group what somebody had for a time that is over', () => {
    const present = [role('approver', 'direct', { expiresAt: 1000 })];
    assert.deepEqual(given({ present, groups: ['chiefs'] }), [role('approver', 'idp-group')]);
    const lasting = [role('approver', 'direct', { expiresAt: 1001 })];
    assert.deepEqual(given({ present: lasting, groups: ['chiefs'] }), lasting);
    assert.deepEqual(given({ present }), present);
  });
});
