import { plural } from './plural.js';

/** Sentences about who may use what. */
export interface AccessMatrixWords {
  readonly title: string;
  readonly statuses: Readonly<Record<string, string>>;
  readonly noAccess: string;
  readonly withoutRole: string;
  readonly member: string;
  readonly selectAll: string;
  readonly search: string;
  readonly application: string;
  readonly allApplications: string;
  readonly role: string;
  readonly anyRole: string;
  readonly standing: string;
  readonly anyStanding: string;
  readonly standings: Readonly<Record<'given' | 'none' | 'outside_ceiling' | 'expiring', string>>;
  readonly count: (members: number) => string;
  readonly seatsLeft: (seats: number) => string;
  readonly asList: string;
  readonly export: string;
  /** How the grid is used, for who comes to it by keyboard. */
  readonly keys: string;
  readonly endsSoon: string;
}

const count = plural('en');

export const accessMatrixWords: AccessMatrixWords = {
  title: 'Access to applications',
  statuses: { pending: 'Pending', suspended: 'Suspended' },
  noAccess: 'No access',
  withoutRole: 'Access without a role',
  member: 'Member',
  selectAll: 'Select everything',
  search: 'Search by name or email',
  application: 'Application',
  allApplications: 'All applications',
  role: 'Role',
  anyRole: 'Any role',
  standing: 'Access',
  anyStanding: 'With or without access',
  standings: {
    given: 'With access',
    none: 'Without access',
    outside_ceiling: 'Roles not available any more',
    expiring: 'Ends within 30 days',
  },
  count: (number) => count(number, { one: '# member', other: '# members' }),
  seatsLeft: (number) => count(number, { one: '# seat left', other: '# seats left' }),
  asList: 'Show as list',
  export: 'Export as CSV',
  keys: 'Arrow keys move, Space selects, Shift with arrows extends, Enter changes roles, Delete withdraws, Control C copies, Control Z undoes, Escape leaves.',
  endsSoon: 'Ends within 30 days',
};
