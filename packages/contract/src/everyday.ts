import { applicationReadings } from './applications.ts';
import { meReadings } from './me.ts';
import { memberReadings } from './members.ts';
import { organizationRoleReadings } from './organization-roles.ts';
import { organizationReadings } from './organizations.ts';

/** What almost every screen reads first. */
export const everydayRoutes = {
  ...meReadings,
  ...organizationReadings,
  ...memberReadings,
  ...organizationRoleReadings,
  ...applicationReadings,
} as const;
