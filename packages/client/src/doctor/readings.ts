import type { Capabilities, Member, Operation } from '@tesserakit/contract';
import type { CallOptions, OrganizationScope } from '../calls.ts';
import type { DirectoryClient } from '../directory.ts';
import type { MemberQuery } from '../members.ts';

/** One thing that is read from a backend, to see what a screen would. */
export interface Reading {
  readonly what: string;
  /** Whose answer it has to look like. */
  readonly operation: Operation;
  /** Absent for what every directory has. */
  readonly claimed?: boolean | undefined;
  readonly read: (
    client: DirectoryClient,
    scope: OrganizationScope,
    options: CallOptions,
  ) => Promise<unknown>;
  /** What is wrong with an answer that looks right: a sentence. */
  readonly judge?: (answer: never) => string | undefined;
}

/** The list of members, asked in some way. */
function ofMembers(
  what: string,
  asked: Partial<MemberQuery>,
  claimed?: boolean,
  judge?: (page: { items: readonly Member[]; total: number | null }) => string | undefined,
): Reading {
  return {
    what,
    operation: 'members.list',
    ...(claimed !== undefined && { claimed }),
    read: ({ members }, scope, options) => members.list({ ...scope, limit: 10, ...asked }, options),
    ...(judge && { judge }),
  };
}

const filterValues: Readonly<Record<string, Partial<MemberQuery>>> = {
  status: { status: 'active' },
  source: { source: 'direct' },
  organizationRole: { organizationRole: 'organizationAdmin' },
};

/** Everything that can be asked without a change, given what a backend claims. */
export function readingsOf(can: Capabilities): readonly Reading[] {
  const { members } = can;
  return [
    { what: 'Who is signed in', operation: 'me.get', read: (c, ...all) => c.me.get(...all) },
    {
      what: 'Organizations to choose from',
      operation: 'organizations.list',
      read: (c, scope, options) => c.organizations.list({ ...scope, limit: 10 }, options),
    },
    {
      what: 'Search in organizations',
      operation: 'organizations.list',
      claimed: can.organizations.search,
      read: (c, scope, options) =>
        c.organizations.list({ ...scope, limit: 10, search: 'a' }, options),
    },
    {
      what: 'Profile of the organization',
      operation: 'organizations.get',
      read: (c, ...all) => c.organizations.get(...all),
    },
    ofMembers('Members', {}),
    ofMembers('How many members there are', {}, members.total, ({ total }) =>
      total === null ? 'It claims to count, and a page came without a total.' : undefined,
    ),
    ofMembers('Versions of members', {}, members.versions === true, ({ items }) =>
      items.some(({ version }) => version === undefined)
        ? 'It claims versions, and a member came without one.'
        : undefined,
    ),
    ofMembers('Search in members', { search: 'a' }, members.search),
    ...(['name', 'email', 'status', 'joinedAt', 'lastSignInAt'] as const).map((sort) =>
      ofMembers(`Members by ${sort}`, { sort }, members.sorts.includes(sort)),
    ),
    ...Object.entries(filterValues).map(([filter, asked]) =>
      ofMembers(`Members filtered by ${filter}`, asked, members.filters.includes(filter)),
    ),
    {
      what: 'Roles in the organization',
      operation: 'organizationRoles.list',
      claimed: can.organizationRoles?.list === true,
      read: (c, ...all) => c.organizationRoles.list(...all),
    },
    {
      what: 'Invitations',
      operation: 'invitations.list',
      claimed: can.invitations?.list === true,
      read: (c, scope, options) => c.invitations.list({ ...scope, limit: 10 }, options),
    },
    {
      what: 'Applications',
      operation: 'applications.list',
      claimed: can.applications?.list === true,
      read: (c, ...all) => c.applications.list(...all),
    },
    {
      what: 'Managed organizations',
      operation: 'managedOrganizations.list',
      claimed: can.managedOrganizations?.list === true,
      read: (c, scope, options) => c.managedOrganizations.list({ ...scope, limit: 10 }, options),
    },
    {
      what: 'Domains',
      operation: 'domains.list',
      claimed: can.domains !== undefined,
      read: (c, scope, options) => c.domains.list({ ...scope, limit: 10 }, options),
    },
    {
      what: 'Single sign-on',
      operation: 'connections.list',
      claimed: can.connections !== undefined,
      read: (c, scope, options) => c.connections.list({ ...scope, limit: 10 }, options),
    },
    {
      what: 'Directory tokens',
      operation: 'directoryTokens.list',
      claimed: can.directoryTokens?.list === true,
      read: (c, scope, options) => c.directoryTokens.list({ ...scope, limit: 10 }, options),
    },
    {
      what: 'API keys',
      operation: 'apiKeys.list',
      claimed: can.apiKeys?.list === true,
      read: (c, scope, options) => c.apiKeys.list({ ...scope, limit: 10 }, options),
    },
    {
      what: 'Sessions',
      operation: 'sessions.list',
      claimed: can.sessions?.list === true,
      read: (c, ...all) => c.sessions.list(...all),
    },
    {
      what: 'Audit log',
      operation: 'audit.list',
      claimed: can.audit?.list === true,
      read: (c, scope, options) => c.audit.list({ ...scope, limit: 10 }, options),
    },
  ];
}
