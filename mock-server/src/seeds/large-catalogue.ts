import type {
  Application,
  ApplicationRole,
  Onboarding,
  Organization,
  RoleGroup,
} from '@tesserakit/domain';
import { defaultSeed } from './default.ts';
import { pick, places, products, trades } from './plausible.ts';
import type { SeededClient } from './seed.ts';

const day = 86_400_000;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** What `large` has beside `default`, but for people. */
export interface LargeCatalogue {
  readonly applications: readonly Application[];
  readonly clients: readonly SeededClient[];
  readonly roles: readonly ApplicationRole[];
  readonly roleGroups: readonly RoleGroup[];
  readonly organizations: readonly Organization[];
  readonly onboardings: readonly Onboarding[];
  /** The applications beside Flights that an added organization has, by its index. */
  applicationIdsOf(index: number): readonly string[];
}

/** So many organizations and applications more; one organization has all of the applications. */
export function largeCatalogue(
  organizationCount: number,
  applicationCount: number,
  largestOrganizationId: string,
): LargeCatalogue {
  const applications = numbers(applicationCount).map(applicationNumbered);
  const roles = applications.flatMap(rolesOf);
  const organizations = numbers(organizationCount).map(organizationNumbered);
  const applicationIdsOf = (index: number) =>
    [index, index + 7].map((number) => pick(applications, number).applicationId);
  return {
    applications,
    clients: applications.map(({ applicationId, name }) => ({
      clientId: applicationId.replace('app_', 'client_'),
      name,
      applicationId,
      confidential: false,
    })),
    roles,
    roleGroups: applications.map((application) => ({
      roleGroupId: groupOf(application.applicationId),
      applicationId: application.applicationId,
      name: 'Everyone',
      roleIds: rolesOf(application).map((role) => role.roleId),
    })),
    organizations,
    onboardings: [
      ...applications.map(({ applicationId }) =>
        onboarding(largestOrganizationId, applicationId, [groupOf(applicationId)]),
      ),
      ...organizations.flatMap(({ organizationId }, index) => [
        onboarding(organizationId, 'app_flights', ['group_flights_front_office']),
        ...applicationIdsOf(index).map((applicationId) =>
          onboarding(organizationId, applicationId, [groupOf(applicationId)]),
        ),
      ]),
    ],
    applicationIdsOf,
  };
}

function applicationNumbered(number: number): Application {
  const place = pick(places, Math.floor(number / products.length));
  return {
    applicationId: `app_${number}`,
    name: `${pick(products, number)} ${place}`,
    audience: 'b2b',
  };
}

function rolesOf({ applicationId }: Application): ApplicationRole[] {
  return ['Reader', 'Editor', 'Manager'].map((name) => ({
    roleId: `role_${applicationId}_${name.toLowerCase()}`,
    applicationId,
    key: name.toLowerCase(),
    name,
    description: `${name} of everything in it.`,
    permissions: ['entries:read', `entries:${name.toLowerCase()}`],
  }));
}

function groupOf(applicationId: string): string {
  return `group_${applicationId}`;
}

function organizationNumbered(number: number): Organization {
  const trade = pick(trades, Math.floor(number / places.length));
  return {
    organizationId: `org_${number}`,
    name: `${pick(places, number)} ${trade} ${number}`,
    slug: `organization-${number}`,
    status: number % 50 === 0 ? 'suspended' : 'active',
    createdAt: defaultSeed.today - number * day,
  };
}

function onboarding(
  organizationId: string,
  applicationId: string,
  roleGroupIds: readonly string[],
): Onboarding {
  return {
    organizationId,
    applicationId,
    status: 'active',
    roleGroupIds,
    roleIds: [],
    defaultRoleIds: [],
    allowsRolelessAccess: false,
    exposedRoleGroupIds: [],
  };
}
