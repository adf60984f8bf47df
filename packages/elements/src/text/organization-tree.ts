import { plural } from './plural.js';

/** What the tree of managed organizations says. */
export interface OrganizationTreeWords {
  readonly title: string;
  readonly caption: (name: string) => string;
  readonly search: string;
  readonly columns: Record<'name' | 'limits' | 'below' | 'status', string>;
  readonly actions: string;
  readonly actionsFor: (name: string) => string;
  readonly expand: (name: string) => string;
  readonly collapse: (name: string) => string;
  readonly found: (count: number) => string;
  readonly count: (count: number) => string;
  readonly below: (count: number) => string;
  readonly within: (name: string) => string;
  readonly none: string;
  readonly noneHint: string;
  readonly noMatch: (search: string) => string;
  readonly noMatchHint: string;
  readonly forbidden: string;
  readonly forbiddenHint: string;
  readonly unsupported: string;
  readonly failed: string;
  readonly levelFailed: string;
  readonly loading: string;
  readonly limits: (application: string, groups: string) => string;
  readonly noGroups: string;
  readonly own: string;
  readonly active: string;
  readonly suspended: string;
  readonly suspendedAbove: string;
  readonly suspendedAboveHint: string;
  readonly actFor: string;
  readonly create: string;
  readonly createBelow: string;
  readonly limit: string;
  readonly limitFor: (application: string) => string;
  readonly expose: string;
  readonly exposeFor: (application: string) => string;
  readonly suspend: string;
  readonly reactivate: string;
  readonly move: string;
  readonly groupsTitle: (name: string, application: string) => string;
  readonly groupsHint: string;
  readonly exposeTitle: (application: string) => string;
  readonly exposeHint: string;
  readonly groupsNone: string;
  readonly lookFirst: string;
  readonly confirm: string;
  /** When what it takes away was shown. */
  readonly confirmLoss: string;
  readonly suspendQuestion: (name: string) => string;
  readonly suspendHint: string;
  readonly moveQuestion: (name: string) => string;
  readonly moveHint: string;
  readonly moveSearch: string;
  readonly moveRoot: string;
  readonly done: Record<
    'suspend' | 'reactivate' | 'limit' | 'expose' | 'move',
    (name: string) => string
  >;
}

const count = plural('en');

export const organizationTreeWords: OrganizationTreeWords = {
  title: 'Managed organizations',
  caption: (name) => `Organizations managed by ${name}`,
  search: 'Find a managed organization',
  columns: { name: 'Name', limits: 'May hand out', below: 'Manages', status: 'Status' },
  actions: 'Actions',
  actionsFor: (name) => `Actions for ${name}`,
  expand: (name) => `Show what ${name} manages`,
  collapse: (name) => `Hide what ${name} manages`,
  found: (number) => count(number, { one: '# organization found', other: '# organizations found' }),
  count: (number) => count(number, { one: '# organization', other: '# organizations' }),
  below: (number) => count(number, { one: '# below', other: '# below' }),
  within: (name) => `in ${name}`,
  none: 'No managed organizations yet',
  noneHint: 'Branches and partners that are looked after here stand below each other.',
  noMatch: (search) => `Nothing found for “${search}”`,
  noMatchHint: 'Check the spelling, or try a shorter word.',
  forbidden: 'Only who looks after managed organizations sees them',
  forbiddenHint: 'An administrator can give you a role that does.',
  unsupported: 'There are no managed organizations here',
  failed: 'Managed organizations could not be loaded',
  levelFailed: 'These could not be loaded.',
  loading: 'Loading more',
  limits: (application, groups) => `${application}: ${groups}`,
  noGroups: 'no roles',
  own: 'Your organization',
  active: 'Active',
  suspended: 'Suspended',
  suspendedAbove: 'Shut out',
  suspendedAboveHint: 'An organization above it is suspended.',
  actFor: 'Act for it',
  create: 'Create organization',
  createBelow: 'Create one below',
  limit: 'Change role groups',
  limitFor: (application) => `Role groups of ${application}`,
  expose: 'Expose role groups',
  exposeFor: (application) => `Expose role groups of ${application}`,
  suspend: 'Suspend',
  reactivate: 'Reactivate',
  move: 'Move',
  groupsTitle: (name, application) => `What ${name} may hand out of ${application}`,
  groupsHint: 'Of what the organization above it exposes. What falls away is lost at once.',
  exposeTitle: (application) => `What of ${application} managed organizations may be given`,
  exposeHint: 'What is exposed no more is lost by those below at once, and does not come back.',
  groupsNone: 'The organization above exposes no role group of this application.',
  lookFirst: 'Show what changes',
  confirm: 'Save',
  confirmLoss: 'Save all the same',
  suspendQuestion: (name) => `Suspend ${name}?`,
  suspendHint: 'Its members are shut out, and all that it manages. Everything is kept.',
  moveQuestion: (name) => `Move ${name}`,
  moveHint: 'It keeps what the new organization above it hands on of what it had.',
  moveSearch: 'Find the organization above',
  moveRoot: 'Nobody: it stands for itself',
  done: {
    suspend: (name) => `${name} is suspended.`,
    reactivate: (name) => `${name} is active again.`,
    limit: (name) => `Role groups of ${name} saved.`,
    expose: (name) => `Exposed role groups of ${name} saved.`,
    move: (name) => `${name} is moved.`,
  },
};
