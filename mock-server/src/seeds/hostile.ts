import type {
  AccessGrant,
  Application,
  Member,
  Onboarding,
  Organization,
  User,
} from '@tesserakit/domain';
import { defaultSeed } from './default.ts';
import { hostileAddresses, hostileIds, hostileNames } from './hostile-names.ts';
import type { Seed } from './seed.ts';
import { fromTomorrow } from './tomorrow.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly email?: string | undefined;
}

const named: readonly Named[] = Object.entries(hostileNames).map(([what, name]) => ({
  id: `hostile_${what}`,
  name,
  email: hostileAddresses[what],
}));

const users = [
  ...named.map((one) => ({ ...one, id: `user_${one.id}` })),
  ...hostileIds.map((id): Named => ({ id, name: `Person ${id}` })),
].map(({ id, name, email }, index): User => {
  const pictures = ['javascript:document.title="broken"', 'http://127.0.0.1:1/none.png', undefined];
  const picture = pictures[index % pictures.length];
  return {
    userId: id,
    email: email ?? `hostile.${index}@acme.example`,
    emailVerified: false,
    name,
    ...(picture !== undefined && { picture }),
    status: 'active',
    platformAdministrator: false,
  };
});

const organizations = named.map(({ id, name }): Organization => ({
  organizationId: `org_${id}`,
  name,
  slug: id,
  logoUrl: 'data:text/html,<script>document.title="broken"</script>',
  status: 'active',
  createdAt: 0,
}));

const applications = named.map(({ id, name }): Application => ({
  applicationId: `app_${id}`,
  name,
  logoUrl: 'https://\u202Egnp.evil.example/%00',
  launchUrl: 'javascript:document.title="broken"',
  audience: 'b2b',
}));

const roles = named.map(({ id, name }) => ({
  roleId: `role_${id}`,
  applicationId: `app_${id}`,
  key: id,
  name,
  description: name.repeat(200).slice(0, 65_536),
  permissions: [name, '__proto__'],
}));

function membership(userId: string, organizationId: string, text: string): Member {
  return {
    userId,
    organizationId,
    status: 'active',
    organizationRoleIds: ['organizationMember'],
    ...(text !== '' && { title: text, department: text }),
    source: 'direct',
    version: 1,
  };
}

function onboarding(organizationId: string, applicationId: string, roleId: string): Onboarding {
  return {
    organizationId,
    applicationId,
    status: 'active',
    roleGroupIds: [],
    roleIds: [roleId],
    defaultRoleIds: [],
    allowsRolelessAccess: false,
    exposedRoleGroupIds: [],
  };
}

function grant(
  userId: string,
  organizationId: string,
  applicationId: string,
  roleId: string,
): AccessGrant {
  return { userId, organizationId, applicationId, roles: [{ roleId, source: 'direct' }] };
}

const viewer = 'role_flights_viewer';

/**
 * `default` with names, addresses, ids and texts that try to break what shows them: people and
 * applications of Acme Travel, and organizations of `both@acme.example`. The directory answers as a
 * newer server would, with words that nobody knows yet and without what may be left out.
 */
export const hostile: Seed = {
  ...defaultSeed,
  tenantId: 'tenant_hostile',
  wire: fromTomorrow,
  users: [...defaultSeed.users, ...users],
  organizations: [...defaultSeed.organizations, ...organizations],
  applications: [...defaultSeed.applications, ...applications],
  roles: [...defaultSeed.roles, ...roles],
  onboardings: [
    ...defaultSeed.onboardings,
    ...roles.map(({ applicationId, roleId }) => onboarding('org_acme', applicationId, roleId)),
    ...organizations.map(({ organizationId }) => onboarding(organizationId, 'app_flights', viewer)),
  ],
  members: [
    ...defaultSeed.members,
    ...users.map(({ userId, name }) => membership(userId, 'org_acme', name)),
    ...organizations.map(({ organizationId, name }) =>
      membership('user_both', organizationId, name),
    ),
  ],
  grants: [
    ...defaultSeed.grants,
    ...roles.map(({ applicationId, roleId }) =>
      grant('user_agent_acme', 'org_acme', applicationId, roleId),
    ),
    ...organizations.map(({ organizationId }) =>
      grant('user_both', organizationId, 'app_flights', viewer),
    ),
  ],
};
