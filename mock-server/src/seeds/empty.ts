import { applications, clients, roleGroups, roles } from './catalogue.ts';
import { seededPassword } from './people.ts';
import type { Seed } from './seed.ts';

/** A new tenant: its applications, and the one person who may set up the rest. */
export const empty: Seed = {
  tenantId: 'tenant_empty',
  today: 0,
  users: [
    {
      userId: 'user_platform',
      email: 'platform@tessera.example',
      emailVerified: true,
      name: 'Renée Dubois',
      locale: 'en',
      status: 'active',
      platformAdministrator: true,
    },
  ],
  passwords: new Map([['user_platform', seededPassword]]),
  organizations: [],
  applications,
  clients,
  roles,
  roleGroups,
  onboardings: [],
  members: [],
  grants: [],
};
