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
  readonly application: string;
  readonly anyApplication: string;
  readonly source: string;
  readonly anySource: string;
  readonly sort: string;
  readonly sortBy: (column: string) => string;
  readonly columns: {
    readonly name: string;
    readonly status: string;
    readonly organizationRoles: string;
    readonly access: string;
    readonly lastSignInAt: string;
    readonly title: string;
    readonly department: string;
    readonly joinedAt: string;
    readonly source: string;
  };
  readonly statuses: Record<'active' | 'pending' | 'suspended', string>;
  readonly sources: Record<'direct' | 'invitation' | 'sso' | 'scim' | 'signup', string>;
  /** Whose profile a directory writes, not the organization. */
  readonly managed: string;
  readonly until: (moment: string) => string;
  readonly select: (name: string) => string;
  readonly selectShown: string;
  readonly actionsFor: (name: string) => string;
  readonly actions: string;
  readonly chooseColumns: string;
  readonly email: string;
  readonly export: string;
  readonly exporting: string;
  readonly notDone: string;
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
  application: 'Application',
  anyApplication: 'Any application',
  source: 'Source',
  anySource: 'Any source',
  sort: 'Sort',
  sortBy: (column) => `By ${column.toLowerCase()}`,
  columns: {
    name: 'Name',
    status: 'Status',
    organizationRoles: 'Role',
    access: 'Applications',
    lastSignInAt: 'Last sign-in',
    title: 'Title',
    department: 'Department',
    joinedAt: 'Joined',
    source: 'Source',
  },
  statuses: { active: 'Active', pending: 'Pending', suspended: 'Suspended' },
  sources: {
    direct: 'Added directly',
    invitation: 'Invitation',
    sso: 'Single sign-on',
    scim: 'Directory',
    signup: 'Sign-up',
  },
  managed: 'Managed by directory',
  until: (moment) => `Until ${moment}`,
  select: (name) => `Select ${name}`,
  selectShown: 'Select all that are loaded',
  actionsFor: (name) => `Actions for ${name}`,
  actions: 'Actions',
  chooseColumns: 'Columns',
  email: 'Email',
  export: 'Export as CSV',
  exporting: 'Exporting…',
  notDone: 'That did not work.',
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
