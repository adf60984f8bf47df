import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { covers, permissionsOf, type OrganizationRole, type Permission } from '@tesserakit/domain';
import { exportWorld, restore } from '../snapshot.ts';
import type { Ask, Sent } from '../trial/directory.ts';
import { outcome, setupOrganizations } from '../trial/organizations.ts';
import { sending } from '../trial/tenant.ts';
import type { World } from '../world.ts';

const members = '/organizations/org_acme/members';
const target = `${members}/user_agent_acme`;

/** Roles of the tenant's own, beside the built-in ones: neither above nor below one another. */
const custom: readonly OrganizationRole[] = [
  {
    roleId: 'helpdesk',
    name: 'Helpdesk',
    permissions: ['members:read', 'members:update', 'members:suspend', 'members:remove'],
  },
  {
    roleId: 'recruiter',
    name: 'Recruiter',
    permissions: ['members:read', 'members:invite', 'members:add', 'organization-roles:assign'],
  },
  { roleId: 'granter', name: 'Granter', permissions: ['access:read', 'access:grant'] },
];

interface Verb {
  readonly path: string;
  readonly sent: Sent;
  readonly needs: Permission;
  /** The target as it has to be for this. */
  readonly suspended?: true;
}

const bulk = (action: string) => sending('POST', { action, userIds: ['user_agent_acme'] });
const item = { userId: 'user_agent_acme', applicationId: 'app_flights' };
const verbs: Readonly<Record<string, Verb>> = {
  suspend: { path: `${target}/suspend`, sent: { method: 'POST' }, needs: 'members:suspend' },
  reactivate: {
    path: `${target}/reactivate`,
    sent: { method: 'POST' },
    needs: 'members:suspend',
    suspended: true,
  },
  remove: { path: target, sent: { method: 'DELETE' }, needs: 'members:remove' },
  update: { path: target, sent: sending('PATCH', { title: 'Demoted' }), needs: 'members:update' },
  expire: {
    path: target,
    sent: sending('PATCH', { expiresAt: '2026-05-01T00:00:00Z' }),
    needs: 'members:update',
  },
  endSessions: {
    path: `${target}/sessions/end`,
    sent: { method: 'POST' },
    needs: 'members:suspend',
  },
  suspendInBulk: { path: `${members}/bulk`, sent: bulk('suspend'), needs: 'members:suspend' },
  reactivateInBulk: {
    path: `${members}/bulk`,
    sent: bulk('reactivate'),
    needs: 'members:suspend',
    suspended: true,
  },
  removeInBulk: { path: `${members}/bulk`, sent: bulk('remove'), needs: 'members:remove' },
  grant: {
    path: `${target}/access/app_flights`,
    sent: sending('PUT', { roleIds: ['role_flights_viewer'] }),
    needs: 'access:grant',
  },
  withdraw: {
    path: `${target}/access/app_flights`,
    sent: { method: 'DELETE' },
    needs: 'access:grant',
  },
  grantInBulk: {
    path: '/organizations/org_acme/access/bulk',
    sent: sending('POST', { items: [{ ...item, roleIds: ['role_flights_viewer'] }] }),
    needs: 'access:grant',
  },
};

/** 200, or the code of the refusal, of the one item where it is many. */
async function outcomeOf(answer: ReturnType<Ask>): Promise<unknown> {
  const { status, body } = await answer;
  const [one] = (body['results'] ?? []) as { code?: string }[];
  return status === 200 ? (one?.code ?? 200) : body['code'];
}

async function setup() {
  const { world, as } = setupOrganizations();
  for (const role of custom) world.organizationRoles.set(role.roleId, role);
  const before = await exportWorld(world);
  const roles = [...world.organizationRoles.values()];
  /** The world with those two as they are to be, and nothing of what was tried before. */
  const arrange = (actor: OrganizationRole, other: OrganizationRole, suspended = false): void => {
    restore(world, before);
    rank(world, 'user_both', actor);
    rank(world, 'user_agent_acme', other);
    const table = world.members.get('org_acme')!;
    if (suspended)
      table.set('user_agent_acme', { ...table.get('user_agent_acme')!, status: 'suspended' });
  };
  const pairs = roles.flatMap((actor) => roles.map((other) => [actor, other] as const));
  return { world, roles, pairs, arrange, ask: as('user_both', 'org_acme') };
}

function rank(world: World, userId: string, { roleId }: OrganizationRole): void {
  const table = world.members.get('org_acme')!;
  table.set(userId, { ...table.get(userId)!, organizationRoleIds: [roleId] });
}

const above = (actor: OrganizationRole, ...others: OrganizationRole[]): boolean =>
  covers(permissionsOf([actor]), permissionsOf(others));

/** What the table says, from the permissions alone. */
function expected(actor: OrganizationRole, needs: Permission, reaches: boolean): unknown {
  if (!actor.permissions.includes(needs)) return 'forbidden';
  return reaches ? 200 : 'escalation_refused';
}

describe('somebody of one rank with somebody of another', () => {
  for (const [name, { path, sent, needs, suspended }] of Object.entries(verbs)) {
    it(`P04: does ${name} to those whose permissions they hold, and to no others`, async () => {
      const { pairs, arrange, ask } = await setup();
      for (const [actor, other] of pairs) {
        arrange(actor, other, suspended);
        const answer = await outcomeOf(ask(path, sent));
        const about = `${actor.roleId} ${name} ${other.roleId}`;
        assert.equal(answer, expected(actor, needs, above(actor, other)), about);
      }
    });
  }

  it('P04: gives roles to those below, by what they are and by what they would be', async () => {
    const { world, roles, pairs, arrange, ask } = await setup();
    for (const [actor, other] of pairs) {
      for (const next of roles) {
        arrange(actor, other);
        const sent = sending('PUT', { organizationRoleIds: [next.roleId] });
        const answer = await outcome(ask(`${target}/organization-roles`, sent));
        const about = `${actor.roleId} makes ${other.roleId} ${next.roleId}`;
        const reaches = above(actor, other) && above(actor, next);
        assert.equal(answer, expected(actor, 'organization-roles:assign', reaches), about);
        const has = world.members.get('org_acme')!.get('user_agent_acme')!.organizationRoleIds;
        assert.deepEqual(has, [answer === 200 ? next.roleId : other.roleId], about);
      }
    }
  });

  it('P03: makes nothing else of themselves, alone or with what they are', async () => {
    const { world, pairs, arrange, ask } = await setup();
    const [own] = world.organizationRoles.values();
    for (const [actor, next] of pairs.filter(([one, other]) => one !== other)) {
      for (const ids of [[next.roleId], [actor.roleId, next.roleId]]) {
        arrange(actor, own!);
        const sent = sending('PUT', { organizationRoleIds: ids });
        const answer = await outcome(ask(`${members}/user_both/organization-roles`, sent));
        const refused = actor.permissions.includes('organization-roles:assign');
        assert.equal(answer, refused ? 'self_change_refused' : 'forbidden', ids.join());
        const has = world.members.get('org_acme')!.get('user_both')!.organizationRoleIds;
        assert.deepEqual(has, [actor.roleId]);
      }
    }
  });

  it('P18, P03: invites and adds to no more than they have, whoever it is', async () => {
    const { world, pairs, arrange, ask } = await setup();
    const offer = { email: 'second@acme.example' };
    for (const [actor, next] of pairs) {
      const organizationRoleIds = [next.roleId];
      const ways = [
        [
          'members:invite',
          '/organizations/org_acme/invitations',
          { ...offer, organizationRoleIds },
        ],
        ['members:add', members, { userId: 'user_shopper', organizationRoleIds }],
      ] as const;
      for (const [needs, path, body] of ways) {
        arrange(actor, next);
        const people = world.members.get('org_acme')!.size;
        const answer = await outcome(ask(path, sending('POST', body)));
        const about = `${actor.roleId} ${needs} ${next.roleId}`;
        assert.equal(answer, expected(actor, needs, above(actor, next)), about);
        assert.equal(world.members.get('org_acme')!.size, people + (answer === 200 ? 1 : 0));
      }
    }
  });
});
