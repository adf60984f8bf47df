import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { identityKey } from '@tesserakit/domain';
import { countWrite } from '../../directory/versions.ts';
import { beginSession } from '../../login/sessions.ts';
import { beginFamily } from '../../oidc/families.ts';
import { tableOf, type World } from '../../world.ts';
import { observe } from './attempt.ts';
import { kinds, type Kind } from './kinds.ts';
import { runModel } from './run.ts';
import { Tally } from './tally.ts';

/** A member of Alpha who came through its connection. */
function cameIn(world: World) {
  const passage = { organizationId: 'org_alpha', connectionId: 'connection_alpha' };
  return beginSession(world, undefined, 'user_alpha-member', passage);
}

/** Faults that no request of the server makes, each done to the world itself. */
const faults: Record<string, (world: World) => void> = {
  'inv-02': (world) => {
    const roles = [{ roleId: 'role_red-owner', source: 'direct' as const }];
    const grant = {
      organizationId: 'org_beta',
      userId: 'user_beta-admin',
      applicationId: 'app_red',
    };
    tableOf(world, 'grants', 'org_beta').set('user_beta-admin', [{ ...grant, roles }]);
  },
  'inv-05': (world) => {
    const members = tableOf(world, 'members', 'org_beta');
    for (const member of members.values()) {
      const { version } = member;
      members.set(member.userId, { ...member, status: 'suspended', version: version + 1 });
    }
  },
  'inv-10': (world) => {
    const organization = world.organizations.get('org_alpha')!;
    const parentOrganizationId = 'org_alpha-two';
    world.organizations.set('org_alpha', { ...organization, parentOrganizationId });
  },
  'inv-12': (world) => {
    const user = world.users.get('user_stranger')!;
    world.users.set('user_stranger', { ...user, email: 'ALPHA-ADMIN@alpha.example' });
  },
  'inv-20': (world) => {
    const domains = tableOf(world, 'domains', 'org_beta');
    const domain = domains.get('domain_beta')!;
    domains.set('domain_beta', { ...domain, name: 'alpha.example', status: 'verified' });
  },
  'inv-24': (world) => {
    const { sid, methods, through } = cameIn(world);
    beginFamily(world, {
      userId: 'user_alpha-member',
      clientId: 'client_red',
      organizationId: 'org_alpha-one',
      scope: ['openid'],
      authenticatedAt: world.now(),
      sid,
      methods,
      through,
    });
  },
  'inv-25': (world) => {
    for (const userId of ['user_alpha-member', 'user_alpha-second']) {
      const passage = { organizationId: 'org_alpha', connectionId: 'connection_alpha' };
      const name = { issuer: 'https://idp.example/saml', subject: 'sub-1' };
      const identity = { ...name, ...passage, userId, linkedAt: world.now() };
      world.identities.set(`${userId} ${identityKey(name)}`, identity);
    }
  },
  'inv-26': (world) => {
    cameIn(world);
    const connections = tableOf(world, 'connections', 'org_alpha');
    connections.set('connection_alpha', {
      ...connections.get('connection_alpha')!,
      status: 'disabled',
    });
    countWrite(world, 'connection', 'org_alpha', 'connection_alpha');
  },
  'inv-43': (world) => {
    tableOf(world, 'members', 'org_alpha').delete('user_alpha-member');
  },
};

const plain = kinds.filter(({ name }) => /^(members|access)\./.test(name));

async function failureWith(fault: (world: World) => void): Promise<string> {
  const kind: Kind = {
    name: 'a fault',
    weight: 1,
    run: async ({ arena }) => {
      await observe(arena, async () => fault(arena.world));
      return true;
    },
  };
  try {
    await runModel(2000, { seed: 1 }, new Tally(), [...plain, kind]);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'nothing was found';
}

describe('the model', () => {
  for (const [rule, fault] of Object.entries(faults)) {
    it(`finds what breaks ${rule}, alone, and says how to see it again`, async () => {
      const message = await failureWith(fault);
      assert.match(message, new RegExp(`^${rule}`));
      assert.match(message, /^After a fault\([\d,]+\) on world/m);
      assert.match(message, /^Again: MODEL_SEED=\d+ MODEL_PATH=[\d:]+ MODEL_REPLAY='/m);
    });
  }

  it('counts what was accepted, what was refused and why, and what was never tried', () => {
    const tally = new Tally();
    tally.count('members.suspend', true);
    tally.count('members.suspend', 'forbidden');
    tally.count('members.remove', true);
    assert.match(String(tally), /^members\.suspend +1 +1 {2}forbidden 1$/m);
    const few = kinds.filter(({ name }) => /^members\.(suspend|remove|add)$/.test(name));
    assert.deepEqual(tally.missing(few), [
      'members.add was never accepted',
      'members.add was never refused',
      'members.remove was never refused',
    ]);
  });

  it('knows more than forty kinds, each operation among them', () => {
    assert.ok(kinds.length > 100);
    assert.equal(new Set(kinds.map(({ name }) => name)).size, kinds.length);
  });
});
