import type { Operation } from '@tesserakit/contract';
import type { World } from '../../world.ts';
import type { Aim, OrganizationRow, Row, Rows } from './rows.ts';
import { above } from './seed.ts';
import type { Cell, Needs } from './verdicts.ts';

const looks = 'managed-organizations:read';
const makes = 'managed-organizations:create';
const manages = 'managed-organizations:manage';

function row(needs: Needs, some: Partial<OrganizationRow> = {}): Row {
  return { in: 'organization', needs, ...some };
}

const reading = (own: Needs['own'], from: Needs['above'], some: Partial<OrganizationRow> = {}) =>
  row({ own, above: from, whileSuspended: true }, some);

const platform: Needs = { own: 'nobody', above: 'never' };
const fromAbove: Needs = { own: 'nobody', above: [manages] };
const onboards: Needs = { own: 'nobody', above: [manages, 'applications:onboard'] };
const elsewhere = { parentOrganizationId: 'org_elsewhere' };

/** Nobody manages it for the application, so there is nothing that could be set from above. */
const unmanaged = ({ place, unlinked }: Cell) =>
  unlinked || !(place in above) ? 'not_found' : undefined;

const aboutApplication = { aboutApplication: true } as const;
const roleGroups = { body: ({ color }: Aim) => ({ roleGroupIds: [`group_${color}`] }) };

/** Who is managed does not end it; who manages does not end more than they reach. */
const ownAffairs = (cell: Cell) => {
  const reachesAll = cell.caller.place === cell.place && !managesOthers(cell);
  return reachesAll || cell.caller.as === 'platform' ? managedOnes(cell) : 'forbidden';
};
const managesOthers = ({ place }: Cell) => Object.values(above).flat().includes(place);
const managedOnes = ({ caller, place }: Cell) =>
  caller.place === place && place in above ? 'forbidden' : undefined;

/** Nothing is there but what is linked, so that a parent may end it. */
function onlyLinked({ onboardings, grants }: World): void {
  for (const all of onboardings.values()) {
    all.delete('app_two');
    all.delete('app_three');
  }
  for (const all of grants.values()) {
    for (const [userId, some] of all) {
      const left = some.filter(({ applicationId }) => applicationId === 'app_one');
      all.set(userId, left);
    }
  }
}

export const organizationRows = {
  'organizations.get': reading(['organization:read'], [looks]),
  'organizations.capabilities': reading(['organization:read'], [looks]),
  'organizations.update': [
    row(
      { own: ['organization:update'], above: [manages] },
      { body: () => ({ metadata: { region: 'north' } }) },
    ),
    // It counts in every application.
    row(
      { own: ['organization:update'], above: 'never' },
      { body: () => ({ authentication: { methods: ['passkey'] } }) },
    ),
  ],
  'organizations.suspend': row(fromAbove),
  'organizations.reactivate': row({ ...fromAbove, whileSuspended: true }, { ofSuspended: true }),
  'organizations.previewDelete': [
    reading(['organization:delete'], [manages], { except: ownAffairs }),
    reading(['organization:delete'], [manages], { except: managedOnes, prepare: onlyLinked }),
  ],
  'organizations.delete': [
    reading(['organization:delete'], [manages], {
      confirms: 'organizations.previewDelete',
      except: ownAffairs,
    }),
    reading(['organization:delete'], [manages], {
      confirms: 'organizations.previewDelete',
      except: managedOnes,
      prepare: onlyLinked,
    }),
  ],
  'organizations.transferOwnership': row(
    { own: ['organization-roles:assign'], above: 'never', ofMember: true },
    { body: ({ userId }) => ({ userId }) },
  ),
  'organizations.leave': row({ own: [], above: 'never', ofMember: true, personal: true }),
  'organizations.previewMove': row(platform, { query: elsewhere }),
  'organizations.move': row(platform, {
    confirms: 'organizations.previewMove',
    body: () => elsewhere,
  }),

  'managedOrganizations.list': reading([looks], [looks]),
  'managedOrganizations.create': row(
    { own: [makes], above: [makes] },
    {
      ...aboutApplication,
      body: ({ color, applicationId }) => ({
        name: 'Brand new',
        slug: 'brand-new',
        applicationId,
        roleGroupIds: [`group_${color}`],
      }),
    },
  ),
  'managedOrganizations.previewSetRoleGroups': row(fromAbove, {
    ...aboutApplication,
    ...roleGroups,
    except: unmanaged,
  }),
  'managedOrganizations.setRoleGroups': row(fromAbove, {
    ...aboutApplication,
    ...roleGroups,
    except: unmanaged,
  }),
  'managedOrganizations.previewExpose': row(
    { own: [manages], above: [manages] },
    { ...aboutApplication, ...roleGroups },
  ),
  'managedOrganizations.expose': row(
    { own: [manages], above: [manages] },
    { ...aboutApplication, ...roleGroups },
  ),

  'onboardings.create': row(onboards, {
    // Of what the next above has by itself, those farther up know nothing.
    except: ({ caller, place }) =>
      caller.as !== 'platform' && caller.place !== above[place]?.[0] ? 'not_found' : undefined,
    body: () => ({ applicationId: 'app_three', roleGroupIds: ['group_three'] }),
    prepare: ({ onboardings }, { organizationId }) => {
      onboardings.get(organizationId)?.delete('app_three');
    },
  }),
  'onboardings.previewUpdate': row(onboards, {
    ...aboutApplication,
    body: () => ({ seatLimit: 100 }),
  }),
  'onboardings.update': row(onboards, { ...aboutApplication, body: () => ({ seatLimit: 100 }) }),
  'onboardings.setDefaults': row(
    { own: ['application-roles:manage'], above: [manages, 'application-roles:manage'] },
    { ...aboutApplication, body: ({ color }) => ({ defaultRoleIds: [`role_${color}_reader`] }) },
  ),
  'onboardings.previewWithdraw': row(onboards, aboutApplication),
  'onboardings.withdraw': row(onboards, {
    ...aboutApplication,
    confirms: 'onboardings.previewWithdraw',
  }),

  'applications.list': reading(['organization:read'], [looks]),
  'organizationRoles.list': reading(['organization:read'], [looks]),
  'audit.list': reading(['audit:read'], [looks, 'audit:read']),
} satisfies Partial<Rows<Operation>>;
