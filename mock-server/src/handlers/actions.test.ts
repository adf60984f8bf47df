import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathOf, type Operation } from '@tesserakit/contract';
import type { Action } from '@tesserakit/domain';
import { exportWorld, restore } from '../snapshot.ts';
import { actionRequests, sentOf, type Entity } from '../trial/action-requests.ts';
import type { Ask } from '../trial/directory.ts';
import { prepareLegal } from '../trial/legal-requests.ts';
import { setupOrganizations } from '../trial/organizations.ts';

/** Lists whose entities say what may be done to them, by what the path has to name. */
const inOrganization = [
  'members.list',
  'invitations.list',
  'organizationRoles.list',
  'domains.list',
  'connections.list',
  'directoryTokens.list',
  'apiKeys.list',
  'applications.list',
] as const satisfies readonly Operation[];
const inTenant = [
  'users.list',
  'applications.listAll',
  'organizationRoles.listAll',
] as const satisfies readonly Operation[];
const inApplication = ['roles.list', 'roleGroups.list'] as const satisfies readonly Operation[];

/** Open to whoever has something to give; what is sent here, nobody has. */
const judgedByInput: readonly Action[] = ['application.onboard'];
const closed = ['forbidden', 'organization_suspended', 'escalation_refused'];

/** The default scenario with at least one thing of every kind, and a helper who has few rights. */
async function setup() {
  const trial = setupOrganizations();
  const { world, join } = trial;
  const kinds: readonly Operation[] = [
    'connections.list',
    'apiKeys.list',
    'directoryTokens.list',
    'domains.challenge',
    'organizationRoles.update',
  ];
  for (const operation of kinds) await prepareLegal(world, operation);
  const acme = world.organizations.get('org_acme')!;
  const elsewhere = { organizationId: 'org_elsewhere', slug: 'elsewhere', name: 'Elsewhere' };
  world.organizations.set('org_elsewhere', { ...acme, ...elsewhere });
  world.organizationRoles.set('helpdesk', {
    roleId: 'helpdesk',
    name: 'Helpdesk',
    permissions: ['organization:read', 'members:read', 'members:suspend', 'members:invite'],
  });
  join('user_shopper', 'org_acme', 'helpdesk');
  join('user_cirrus', 'org_acme_north', 'organizationAdmin');
  join('user_shopper', 'org_acme_north');
  return trial;
}

/** Every entity that somebody sees, with the ids of where it was found. */
async function entitiesOf(ask: Ask, organizationIds: Iterable<string>): Promise<Entity[]> {
  const read = async (operation: Operation, place: Record<string, string> = {}) => {
    const { status, body } = await ask(pathOf(operation, place));
    const items = status === 200 ? ((body['items'] ?? [body]) as Record<string, unknown>[]) : [];
    return items.map(
      (item) => ({ ...place, ...item, ...(item['onboarding'] as object) }) as Entity,
    );
  };
  const seen: Entity[] = [];
  for (const organizationId of organizationIds) {
    seen.push(...(await read('organizations.get', { organizationId })));
    for (const operation of inOrganization)
      seen.push(...(await read(operation, { organizationId })));
  }
  for (const { userId, organizationId } of seen.filter((one) => 'member.update' in one.actions)) {
    const place = { organizationId: String(organizationId), userId: String(userId) };
    seen.push(...(await read('access.list', place)));
  }
  for (const operation of inTenant) seen.push(...(await read(operation)));
  for (const operation of inApplication) {
    seen.push(...(await read(operation, { applicationId: 'app_flights' })));
  }
  return seen;
}

/** 200, or the code of the refusal; a deed with consequences is looked at first. */
async function answerTo(ask: Ask, action: Action, entity: Entity): Promise<unknown> {
  const request = actionRequests[action]!(entity);
  const { preview } = request;
  const impact = preview && (await ask(sentOf({ operation: preview }, entity)[0]));
  const { status, body } =
    impact && impact.status !== 200
      ? impact
      : await ask(...sentOf(request, entity, impact && String(impact.body['token'])));
  return status === 200 ? 200 : body['code'];
}

/** Whether the server did what was told; there is an input that it refuses where it allows others. */
function agrees(action: Action, told: true | string, answer: unknown): boolean {
  if (told !== true) return answer === told;
  return answer === 200 || (judgedByInput.includes(action) && !closed.includes(String(answer)));
}

describe('the actions that entities name', () => {
  it('P28: can each be asked for, but for one that is told alone', async () => {
    const { platform, world } = await setup();
    const seen = await entitiesOf(platform, world.organizations.keys());
    const named = new Set(seen.flatMap(({ actions }) => Object.keys(actions) as Action[]));
    assert.ok(named.size > 60);
    assert.deepEqual(
      [...named].filter((action) => !actionRequests[action]),
      ['application.read'],
    );
  });

  const actors: readonly (readonly [userId: string, organizationId?: string])[] = [
    ['user_admin_acme', 'org_acme'],
    ['user_creator_acme', 'org_acme'],
    ['user_agent_acme', 'org_acme'],
    ['user_shopper', 'org_acme'],
    ['user_both', 'org_acme'],
    ['user_both', 'org_borealis'],
    ['user_cirrus', 'org_acme_north'],
    ['user_suspended_acme', 'org_acme'],
    ['user_admin_cirrus', 'org_cirrus'],
    ['user_platform'],
  ];
  for (const [userId, organizationId] of actors) {
    it(`P28: say to ${userId} of ${organizationId ?? 'the tenant'} what the server answers`, async () => {
      const { world, as } = await setup();
      const ask = as(userId, organizationId, organizationId ? undefined : 'admin-portal');
      const places = [...world.organizations.keys()].filter((id) => id !== 'org_elsewhere');
      const seen = await entitiesOf(ask, places);
      const before = await exportWorld(world);
      const differs: string[] = [];
      for (const entity of seen) {
        for (const [action, told] of Object.entries(entity.actions) as [Action, true | string][]) {
          if (!actionRequests[action]) continue;
          const answer = await answerTo(ask, action, entity);
          if (!agrees(action, told, answer)) {
            const about = JSON.stringify(entity).slice(0, 150);
            differs.push(`${action}: told ${told}, answered ${String(answer)}: ${about}`);
          }
          if (answer === 200) restore(world, before);
        }
      }
      assert.deepEqual(differs, []);
    });
  }
});
