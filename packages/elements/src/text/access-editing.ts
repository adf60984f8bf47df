import { plural } from './plural.js';

/** Sentences about changing who may use what. */
export interface AccessEditingWords {
  readonly email: string;
  readonly copy: string;
  readonly copied: (cells: number) => string;
  readonly selected: (cells: number) => string;
  readonly changeRoles: string;
  readonly give: string;
  readonly take: string;
  readonly clear: string;
  readonly reading: (found: string, total: string) => string;
  readonly readingFailed: string;
  readonly ends: (when: string) => string;
  readonly saved: string;
  readonly notSaved: string;
  readonly adds: (roles: string) => string;
  readonly removes: (roles: string) => string;
  readonly changes: (count: number) => string;
  readonly difference: (given: number, taken: number) => readonly string[];
  readonly saveChanges: (count: number) => string;
  readonly savingSome: (done: string, total: string) => string;
  readonly stop: string;
  readonly stopped: string;
  readonly savedSome: (count: number) => string;
  readonly notSavedSome: (count: number) => string;
  readonly show: string;
  readonly hide: string;
  readonly withdrawn: string;
  readonly decide: string;
  readonly now: string;
  readonly yours: string;
  readonly takeNow: string;
  readonly keepMine: string;
  readonly takeAllNow: string;
  readonly keepAllMine: string;
  readonly moreConflicts: (count: number) => string;
  readonly refused: (count: number, reason: string) => string;
  readonly rolesOf: (member: string, application: string) => string;
  readonly rolesOfMany: (members: number, application: string) => string;
  readonly accessOfMany: (cells: number) => string;
  readonly partly: (count: number, total: string) => string;
  readonly roleless: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly noRoles: string;
  readonly done: string;
  readonly edit: (application: string, member: string) => string;
  readonly giveAnother: string;
  readonly more: string;
  readonly noMembers: string;
  readonly noMembersHint: string;
  readonly noApplications: string;
  readonly noApplicationsHint: string;
  readonly noMatch: string;
  readonly noMatchHint: string;
  readonly clearFilters: string;
  readonly failed: string;
  readonly forbidden: string;
  readonly forbiddenHint: string;
  readonly unsupported: string;
}

const count = plural('en');

export const accessEditingWords: AccessEditingWords = {
  email: 'Email',
  copy: 'Copy',
  copied: (number) => count(number, { one: '# cell copied.', other: '# cells copied.' }),
  selected: (number) => count(number, { one: '# cell selected', other: '# cells selected' }),
  changeRoles: 'Change roles',
  give: 'Give access',
  take: 'Withdraw access',
  clear: 'Clear selection',
  reading: (found, total) => `Reading ${found} of ${total} cells…`,
  readingFailed: 'The selected cells could not be read.',
  ends: (when) => `Ends ${when}`,
  saved: 'Saved',
  notSaved: 'Not saved yet',
  adds: (roles) => `Adds ${roles}`,
  removes: (roles) => `Removes ${roles}`,
  changes: (number) => count(number, { one: '# unsaved change', other: '# unsaved changes' }),
  difference: (given, taken) => [
    ...(given > 0 ? [count(given, { one: '# role given', other: '# roles given' })] : []),
    ...(taken > 0 ? [count(taken, { one: '# role taken', other: '# roles taken' })] : []),
  ],
  saveChanges: (number) => count(number, { one: 'Save # change', other: 'Save # changes' }),
  savingSome: (done, total) => `Saving ${done} of ${total}…`,
  stop: 'Stop',
  stopped: 'Stopped. What was not sent is still here.',
  savedSome: (number) => count(number, { one: '# change saved.', other: '# changes saved.' }),
  notSavedSome: (number) =>
    count(number, { one: '# change not saved', other: '# changes not saved' }),
  show: 'Show changes',
  hide: 'Hide changes',
  withdrawn: 'Access withdrawn',
  decide: 'Choose what is to count where somebody else made a change.',
  now: 'Now',
  yours: 'Yours',
  takeNow: 'Take what is there now',
  keepMine: 'Keep mine',
  takeAllNow: 'Take all that is there now',
  keepAllMine: 'Keep all mine',
  moreConflicts: (number) => count(number, { one: 'and # more', other: 'and # more' }),
  refused: (number, reason) =>
    count(number, {
      one: `# cell was not changed: ${reason}`,
      other: `# cells were not changed: ${reason}`,
    }),
  rolesOf: (member, application) => `${member} in ${application}`,
  rolesOfMany: (members, application) =>
    count(members, { one: `# member in ${application}`, other: `# members in ${application}` }),
  accessOfMany: (cells) => count(cells, { one: '# cell', other: '# cells' }),
  partly: (number, total) =>
    count(number, { one: `# of ${total} has it`, other: `# of ${total} have it` }),
  roleless: 'Access without a role',
  sources: {
    default: 'Default role',
    'idp-group': 'From the identity provider',
    parent: 'From the parent organization',
  },
  noRoles: 'This application has no roles.',
  done: 'Done',
  edit: (application, member) => `Change roles of ${member} in ${application}`,
  giveAnother: 'Give access to…',
  more: 'Show more members',
  noMembers: 'No members yet',
  noMembersHint: 'People appear here when they are invited or added.',
  noApplications: 'No applications yet',
  noApplicationsHint: 'As soon as the organization has an application, it appears here.',
  noMatch: 'No member matches',
  noMatchHint: 'Change the search or the filters to see more.',
  clearFilters: 'Clear search and filters',
  failed: 'Access could not be loaded',
  forbidden: 'Only administrators see who may use what',
  forbiddenHint: 'Ask an administrator of this organization if something should change.',
  unsupported: 'This server does not tell who may use what.',
};
