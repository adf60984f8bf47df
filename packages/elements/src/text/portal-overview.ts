import { plural } from './plural.js';

/** What the first screen of the portal says. */
export interface PortalOverviewWords {
  readonly counts: string;
  readonly members: string;
  readonly pending: string;
  readonly applications: string;
  readonly organizations: string;
  readonly attention: string;
  readonly nothing: string;
  readonly nothingHint: string;
  readonly unknown: string;
  readonly invitations: (count: number) => string;
  readonly suspended: (count: number) => string;
  readonly withoutAccess: (count: number) => string;
  readonly full: (application: string) => string;
  readonly nearlyFull: (application: string, free: number) => string;
  readonly withdrawn: (application: string) => string;
  readonly closed: string;
  readonly seats: (used: number, limit: number) => string;
  readonly taken: (used: number) => string;
  readonly from: (name: string) => string;
  readonly ownHint: (name: string) => string;
}

const count = plural('en');

export const portalOverviewWords: PortalOverviewWords = {
  counts: 'At a glance',
  members: 'Members',
  pending: 'Open invitations',
  applications: 'Applications',
  organizations: 'Managed organizations',
  attention: 'Needs attention',
  nothing: 'Nothing needs your attention',
  nothingHint: 'Open invitations, suspended members and full applications show up here.',
  unknown: 'not counted',
  invitations: (number) =>
    count(number, {
      one: '# invitation waits for an answer',
      other: '# invitations wait for an answer',
    }),
  suspended: (number) =>
    count(number, { one: '# member is suspended', other: '# members are suspended' }),
  withoutAccess: (number) =>
    count(number, {
      one: '# member has no application',
      other: '# members have no application',
    }),
  full: (application) => `Every seat of ${application} is taken`,
  nearlyFull: (application, free) =>
    `${application} has ${count(free, { one: '# free seat', other: '# free seats' })}`,
  withdrawn: (application) => `${application} is suspended`,
  closed: 'This organization is suspended: nobody can enter its applications',
  seats: (used, limit) =>
    `${count(used, { other: '#' })} of ${count(limit, { one: '# seat', other: '# seats' })}`,
  taken: (used) => count(used, { one: '# seat in use', other: '# seats in use' }),
  from: (name) => `From ${name}`,
  ownHint: (name) => `You are a member of ${name}. Its administrators decide what you can use.`,
};
