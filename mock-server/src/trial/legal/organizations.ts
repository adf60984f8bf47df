import type { organizationRoutes } from '@tesserakit/contract';
import { allPermissions, type Organization } from '@tesserakit/domain';
import type { Deed } from '../../directory/deed.ts';
import { impactOf } from '../../directory/impact.ts';
import { deleteOrganization } from '../../directory/organization-deletion.ts';
import { moveOrganization } from '../../directory/organization-moves.ts';
import { found } from '../../refusal.ts';
import type { World } from '../../world.ts';
import type { LegalRequests } from '../legal-requests.ts';

const organization = { organizationId: 'org_acme' };
const north = { organizationId: 'org_acme_north' };
const oslo = { organizationId: 'org_acme_north_oslo' };

/** As somebody does who looks at a preview first. */
function confirmed(
  world: World,
  { organizationId }: Pick<Organization, 'organizationId'>,
  task: (deed: Deed, organization: Organization) => void,
) {
  const actor = {
    userId: 'user_platform',
    organizationId: undefined,
    permissions: allPermissions,
    platform: true,
  };
  const deed: Deed = { world, actor, by: { type: 'user', id: actor.userId } };
  const about = found(world.organizations.get(organizationId));
  return { query: { impact: impactOf(deed, (trial) => task(trial, about)).token } };
}

/** The administrator of Acme is the only one; somebody else has to stay. */
function twoAdministrators({ members }: World): undefined {
  const acme = members.get('org_acme');
  const agent = found(acme?.get('user_agent_acme'));
  acme?.set(agent.userId, { ...agent, organizationRoleIds: ['organizationAdmin'] });
}

function suspendNorth({ organizations }: World): undefined {
  const suspended = found(organizations.get(north.organizationId));
  organizations.set(north.organizationId, { ...suspended, status: 'suspended' });
}

export const organizations: LegalRequests<typeof organizationRoutes> = {
  'organizations.list': {},
  'organizations.listAll': { as: 'platform' },
  'organizations.create': {
    as: 'platform',
    body: { name: 'Delta', slug: 'delta', firstAdministrator: { userId: 'user_shopper' } },
  },
  'organizations.slugAvailable': { parameters: { slug: 'acme-south' } },
  'organizations.get': { parameters: organization },
  'organizations.update': {
    parameters: organization,
    body: {
      name: 'Acme',
      slug: 'acme-group',
      logoUrl: null,
      branding: { accentColor: '#0a7d5c' },
      authentication: { methods: ['password', 'passkey'], sessionMinutes: 480 },
      metadata: { region: 'north' },
    },
  },
  'organizations.suspend': { parameters: north },
  'organizations.reactivate': { parameters: north, prepare: suspendNorth },
  'organizations.previewDelete': { parameters: north },
  'organizations.delete': {
    parameters: north,
    prepare: (world) =>
      confirmed(world, north, (deed, about) => {
        deleteOrganization(deed, about);
      }),
  },
  'organizations.transferOwnership': {
    parameters: organization,
    body: { userId: 'user_agent_acme' },
  },
  'organizations.leave': { parameters: organization, prepare: twoAdministrators },
  'organizations.previewMove': {
    as: 'platform',
    parameters: oslo,
    query: { parentOrganizationId: 'org_acme' },
  },
  'organizations.move': {
    as: 'platform',
    parameters: oslo,
    body: { parentOrganizationId: 'org_borealis' },
    prepare: (world) =>
      confirmed(world, oslo, (deed, about) => {
        moveOrganization(deed, about, 'org_borealis');
      }),
  },
  'organizations.capabilities': { parameters: organization },
};
