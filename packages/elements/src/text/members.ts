import { plural } from './plural.js';

/** Sentences about members. */
export interface MemberWords {
  readonly title: string;
  readonly caption: (count: number | null) => string;
  readonly count: (count: number) => string;
  readonly search: string;
  readonly status: string;
  readonly anyStatus: string;
  readonly role: string;
  readonly anyRole: string;
  readonly inOrganization: string;
  readonly sort: string;
  readonly sortBy: (column: string) => string;
  readonly columns: {
    readonly name: string;
    readonly status: string;
    readonly organizationRoles: string;
    readonly access: string;
    readonly lastSignInAt: string;
  };
  readonly statuses: Record<'active' | 'pending' | 'suspended', string>;
  readonly noAccess: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly noMatch: string;
  readonly noMatchHint: string;
  readonly clearFilters: string;
  readonly failed: string;
  readonly forbidden: string;
  readonly forbiddenHint: string;
  readonly loadingMore: string;
  readonly moreFailed: string;
}

const count = plural('en');

export const memberWords: MemberWords = {
  title: 'Members',
  caption: (number) =>
    number === null ? 'Members' : count(number, { one: '# member', other: '# members' }),
  count: (number) => count(number, { one: '# member', other: '# members' }),
  search: 'Search by name or email',
  status: 'Status',
  anyStatus: 'Any status',
  role: 'Role',
  anyRole: 'Any role',
  inOrganization: 'In the organization',
  sort: 'Sort',
  sortBy: (column) => `By ${column.toLowerCase()}`,
  columns: {
    name: 'Name',
    status: 'Status',
    organizationRoles: 'Role',
    access: 'Applications',
    lastSignInAt: 'Last sign-in',
  },
  statuses: { active: 'Active', pending: 'Pending', suspended: 'Suspended' },
  noAccess: 'No access',
  empty: 'No members yet',
  emptyHint: 'People appear here when they are invited or added.',
  noMatch: 'No member matches',
  noMatchHint: 'Change the search or the filters to see more.',
  clearFilters: 'Clear search and filters',
  failed: 'Members could not be loaded',
  forbidden: 'Only administrators see the members',
  forbiddenHint: 'Ask an administrator of this organization if you need to see who belongs to it.',
  loadingMore: 'Loading more members',
  moreFailed: 'More members could not be loaded.',
};
