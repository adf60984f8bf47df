import type { Fault } from './fault.ts';
import { catalogueFaults } from './tables/catalogue.ts';
import { domainMemberFaults } from './tables/domain-members.ts';
import { domainFaults } from './tables/domain.ts';
import { federationFaults } from './tables/federation.ts';
import { handlerFaults } from './tables/handlers.ts';
import { memberFaults } from './tables/members.ts';
import { organizationFaults } from './tables/organizations.ts';
import { serverFaults } from './tables/server.ts';
import { signInFaults } from './tables/sign-in.ts';
import { wayInFaults } from './tables/ways-in.ts';

/** Every fault, numbered as it stands here. */
export const faults: readonly Fault[] = [
  ...domainFaults,
  ...domainMemberFaults,
  ...handlerFaults,
  ...memberFaults,
  ...organizationFaults,
  ...catalogueFaults,
  ...wayInFaults,
  ...signInFaults,
  ...federationFaults,
  ...serverFaults,
];
