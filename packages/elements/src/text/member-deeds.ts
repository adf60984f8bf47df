import { plural } from './plural.js';

type Deed = 'suspend' | 'reactivate' | 'remove' | 'assignRole' | 'grantRole';

/** Sentences about what can be done to members, one by one and many at a time. */
export interface MemberDeedWords {
  readonly actions: string;
  readonly suspend: string;
  readonly reactivate: string;
  readonly remove: string;
  readonly endSessions: string;
  readonly assignRole: string;
  readonly grantRole: string;
  readonly export: string;

  readonly selected: (count: number | null) => string;
  readonly selectAll: (count: number | null) => string;
  readonly clear: string;

  readonly removeOne: (name: string) => string;
  readonly removeOneHint: string;
  /** The title of the question before many are changed. */
  readonly ask: Record<Deed, (count: number | null) => string>;
  readonly askHint: Record<Deed, string>;
  /** The button that does it. */
  readonly confirm: Record<Deed, (count: number | null) => string>;
  readonly role: string;
  readonly chooseRole: string;
  readonly rolesFailed: string;
  readonly others: (count: number) => string;
  readonly exceptFor: (count: number) => string;

  readonly collecting: (count: number) => string;
  readonly progress: (done: number, total: number) => string;
  readonly stop: string;
  readonly stopping: string;
  readonly done: Record<Deed | 'undo', (count: number) => string>;
  readonly refused: (count: number) => string;
  readonly notTried: (count: number) => string;
  readonly retry: (count: number) => string;
  readonly goOn: (count: number) => string;
  readonly results: string;
  readonly prevented: string;

  readonly suspended: (name: string) => string;
  readonly reactivated: (name: string) => string;
  readonly removed: (name: string) => string;
  readonly sessionsEnded: (name: string) => string;
  readonly failed: (name: string) => string;
  /** Why nothing else can be done meanwhile. */
  readonly underWay: string;
  /** That many had no answer. */
  readonly unanswered: (number: number) => string;
}

const count = plural('en');
const members =
  (verb: string, role = '') =>
  (number: number | null) =>
    number === null
      ? `${verb} all matching members${role}`
      : count(number, { one: `${verb} # member${role}`, other: `${verb} # members${role}` });
const were = (participle: string) => (number: number) =>
  count(number, { one: `# member ${participle}.`, other: `# members ${participle}.` });

export const memberDeedWords: MemberDeedWords = {
  actions: 'Actions',
  suspend: 'Suspend',
  reactivate: 'Reactivate',
  remove: 'Remove',
  endSessions: 'End sessions',
  assignRole: 'Give role',
  grantRole: 'Grant application',
  export: 'Export as CSV',

  selected: (number) =>
    number === null
      ? 'All matching selected'
      : count(number, { one: '# selected', other: '# selected' }),
  selectAll: (number) =>
    number === null
      ? 'Select all matching'
      : count(number, { one: 'Select # matching', other: 'Select all # matching' }),
  clear: 'Clear selection',

  removeOne: (name) => `Remove ${name}?`,
  removeOneHint:
    'They lose their roles and applications in this organization. Their profile and their other organizations stay.',
  ask: {
    suspend: (number) => `${members('Suspend')(number)}?`,
    reactivate: (number) => `${members('Reactivate')(number)}?`,
    remove: (number) => `${members('Remove')(number)}?`,
    assignRole: members('Give', ' a role'),
    grantRole: members('Grant', ' an application'),
  },
  askHint: {
    suspend: 'They cannot sign in here until they are reactivated. Roles and applications stay.',
    reactivate: 'They can sign in again, with the roles and applications they had.',
    remove:
      'They lose their roles and applications in this organization. Their profiles and their other organizations stay. This cannot be undone.',
    assignRole: 'They keep the roles they have.',
    grantRole: 'They keep the roles they have, and the end that their access may have.',
  },
  confirm: {
    suspend: members('Suspend'),
    reactivate: members('Reactivate'),
    remove: members('Remove'),
    assignRole: (number) =>
      number === null
        ? 'Give role to all matching'
        : count(number, { one: 'Give role to # member', other: 'Give role to # members' }),
    grantRole: (number) =>
      number === null
        ? 'Grant to all matching'
        : count(number, { one: 'Grant to # member', other: 'Grant to # members' }),
  },
  role: 'Role',
  chooseRole: 'Choose a role',
  rolesFailed: 'The roles could not be loaded.',
  others: (number) => count(number, { one: 'and # more', other: 'and # more' }),
  exceptFor: (number) =>
    count(number, { one: 'without # that you left out', other: 'without # that you left out' }),

  collecting: (number) =>
    count(number, { one: 'Found # member so far…', other: 'Found # members so far…' }),
  progress: (done, total) =>
    `${new Intl.NumberFormat('en').format(done)} of ${new Intl.NumberFormat('en').format(total)}`,
  stop: 'Stop',
  stopping: 'Stopping…',
  done: {
    suspend: were('suspended'),
    reactivate: were('reactivated'),
    remove: were('removed'),
    assignRole: (number) =>
      count(number, { one: '# member has the role.', other: '# members have the role.' }),
    grantRole: (number) =>
      count(number, { one: '# member has the access.', other: '# members have the access.' }),
    undo: (number) =>
      count(number, {
        one: '# member is as before.',
        other: '# members are as before.',
      }),
  },
  refused: (number) => count(number, { one: '# was refused.', other: '# were refused.' }),
  notTried: (number) => count(number, { one: '# was not changed.', other: '# were not changed.' }),
  retry: (number) => count(number, { one: 'Try # again', other: 'Try # again' }),
  goOn: (number) => count(number, { one: 'Go on with #', other: 'Go on with #' }),
  results: 'What was refused',
  prevented: 'Nothing was changed.',

  suspended: (name) => `${name} is suspended.`,
  reactivated: (name) => `${name} is active again.`,
  removed: (name) => `${name} is removed.`,
  sessionsEnded: (name) => `${name} is signed out of this organization.`,
  failed: (name) => `${name} was not changed.`,
  underWay: 'Another change is on its way.',
  unanswered: (number) => count(number, { one: '# has no answer.', other: '# have no answer.' }),
};
