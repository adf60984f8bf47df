import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Connection } from './connections.ts';
import {
  decideSignIn,
  isOwnProof,
  ownMattersBlocker,
  proofBlocker,
  waitAfterFailures,
  type ActingPlace,
  type Proof,
  type SignInFacts,
} from './sign-in.ts';

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
  it('E09: lets a person mistype four times, then makes them wait longer and longer', () => {
    const waits = [0, 1, 4, 5, 6, 9, 50].map((failures) => waitAfterFailures(failures) / 1000);
    assert.deepEqual(waits, [0, 0, 0, 60, 120, 900, 900]);
  });
});

describe('the wait after failures', () => {
  it('E09: is a whole number of milliseconds, never shorter after one more, and has an end', () => {
    for (let failures = 0; failures < 2000; failures += 1) {
      const wait = waitAfterFailures(failures);
      assert.ok(Number.isInteger(wait) && wait >= 0 && wait <= 15 * 60_000);
      assert.ok(waitAfterFailures(failures + 1) >= wait);
    }
  });
});

describe('proofBlocker', () => {
  const connection: Connection = {
    connectionId: 'connection_a',
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
  };
  const place: ActingPlace = {
    organization: { organizationId: 'org_a' },
    applicationId: 'app_flights',
    connectionId: undefined,
    connections: [connection],
  };
  const password: Proof = { methods: ['pwd'] };
  const vouched: Proof = {
    methods: ['fed'],
    through: [{ organizationId: 'org_a', connectionId: 'connection_a' }],
  };
  const judge = (proof: Proof, some: Partial<ActingPlace> = {}) =>
    proofBlocker(proof, { ...place, ...some });
  const accepting = (...methods: string[]) => ({
    organization: { organizationId: 'org_a', authentication: { methods } },
  });

  it('takes what people prove themselves, and the word of the organization’s own provider', () => {
    assert.equal(judge(password), undefined);
    assert.equal(judge(vouched), undefined);
    assert.equal(judge({ methods: [] }), 'step_up_required');
  });

  it('takes no provider’s word for another organization', () => {
    const organization = { organizationId: 'org_b' };
    const own = { ...connection, connectionId: 'connection_b', organizationId: 'org_b' };
    assert.equal(judge(vouched, { organization, connections: [own] }), 'step_up_required');
    assert.equal(judge(vouched, { organization, connections: [connection] }), 'step_up_required');
    const both = { ...vouched, methods: ['pwd', 'fed'] };
    assert.equal(judge(both, { organization, connections: [own] }), undefined);
  });

  it('F06: takes the word of none that is out of force, gone, or for another application', () => {
    const status = 'disabled' as const;
    assert.equal(judge(vouched, { connections: [{ ...connection, status }] }), 'step_up_required');
    assert.equal(judge(vouched, { connections: [] }), 'step_up_required');
    const bound = { ...connection, applicationId: 'app_ledger' };
    assert.equal(judge(vouched, { connections: [bound] }), 'step_up_required');
    assert.equal(judge({ methods: ['fed'] }), 'step_up_required');
  });

  it('F21: takes nothing but the provider that is named for the application', () => {
    const connectionId = 'connection_a';
    assert.equal(judge(password, { connectionId }), 'sso_required');
    assert.equal(judge(vouched, { connectionId }), undefined);
    const other = { ...connection, connectionId: 'connection_b' };
    const named = { connectionId: 'connection_b', connections: [connection, other] };
    assert.equal(judge(vouched, named), 'sso_required');
  });

  it('F19: lets nobody in where the named provider is not in force', () => {
    const connections = [{ ...connection, status: 'draft' as const }];
    for (const proof of [password, vouched]) {
      assert.equal(judge(proof, { connectionId: 'connection_a', connections }), 'sso_required');
      assert.equal(judge(proof, { connectionId: 'connection_x' }), 'sso_required');
    }
  });

  it('F21: takes only the ways that the organization accepts', () => {
    assert.equal(judge(password, accepting('sso')), 'sso_required');
    assert.equal(judge(vouched, accepting('sso')), undefined);
    assert.equal(judge(password, accepting('password')), undefined);
    assert.equal(judge(vouched, accepting('password')), 'step_up_required');
    assert.equal(judge(password, accepting('passkey')), 'step_up_required');
    assert.equal(judge({ methods: ['hwk'] }, accepting('passkey')), undefined);
    assert.equal(judge({ methods: ['otp'] }, accepting('email-code')), undefined);
    assert.equal(judge({ methods: ['rsa'] }, accepting('password')), 'step_up_required');
    assert.equal(judge({ methods: ['rsa'] }), undefined);
  });
});

describe('ownMattersBlocker', () => {
  it('keeps an organization that speaks for its people away from what is theirs', () => {
    assert.equal(ownMattersBlocker({ methods: ['fed'] }), 'step_up_required');
    assert.equal(ownMattersBlocker({ methods: ['fed', 'pwd'] }), undefined);
    assert.equal(ownMattersBlocker({ methods: ['pwd'] }), undefined);
  });
});

describe('isOwnProof', () => {
  it('is what people prove themselves, and no provider’s word', () => {
    assert.equal(isOwnProof({ methods: ['pwd'] }), true);
    assert.equal(isOwnProof({ methods: ['fed', 'pwd'] }), true);
    assert.equal(isOwnProof({ methods: ['fed'] }), false);
    assert.equal(isOwnProof({ methods: [] }), false);
  });
});
