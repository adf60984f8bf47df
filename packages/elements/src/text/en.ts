import { errorSentences } from '@tesserakit/domain';
import type { Catalogue } from './catalogue.js';
import { plural } from './plural.js';

const count = plural('en');

export const en: Catalogue = {
  language: 'en',
  direction: 'ltr',
  errors: errorSentences,
  common: {
    retry: 'Try again',
    loading: 'Loading',
    never: 'Never',
    unknown: 'Unknown',
    unharmed: 'Nothing was changed.',
    requestId: (id) => `Request ${id}`,
    retryAfter: (seconds) =>
      count(seconds, { one: 'Try again in # second.', other: 'Try again in # seconds.' }),
    demo: 'Demo data',
    demoHint: 'These people and organizations are made up and live in this page only.',
  },
  organizations: {
    choose: 'Choose an organization',
    switchFrom: (name) => `${name}. Switch organization`,
    search: 'Find an organization',
    found: (number) => count(number, { one: '# organization', other: '# organizations' }),
    none: 'No organization yet',
    noneHint: 'An administrator can invite you to theirs.',
    noMatch: (search) => `Nothing found for “${search}”`,
    noMatchHint: 'Check the spelling, or try a shorter word.',
    failed: 'Organizations could not be loaded',
    lastUsed: 'Last used',
    switching: (name) => `Switching to ${name}…`,
    switched: (name) => `You now act for ${name}.`,
    more: 'Loading more organizations',
  },
  members: {
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
    organizationRoles: {
      organizationAdmin: 'Administrator',
      organizationCreator: 'Creator',
      organizationMember: 'Member',
    },
    noAccess: 'No access',
    empty: 'No members yet',
    emptyHint: 'People appear here when they are invited or added.',
    noMatch: 'No member matches',
    noMatchHint: 'Change the search or the filters to see more.',
    clearFilters: 'Clear search and filters',
    failed: 'Members could not be loaded',
    forbidden: 'Only administrators see the members',
    forbiddenHint:
      'Ask an administrator of this organization if you need to see who belongs to it.',
    loadingMore: 'Loading more members',
    moreFailed: 'More members could not be loaded.',
  },
};
