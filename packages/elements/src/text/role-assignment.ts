import { administrationWords } from './administration.js';
import { plural } from './plural.js';

/** Sentences about the roles of one member. */
export interface RoleAssignmentWords {
  /** The name of the part with the organization's own roles. */
  readonly organization: string;
  /** The same within a sentence. */
  readonly theOrganization: string;
  readonly none: string;
  readonly noAccess: string;
  readonly withoutRole: string;
  /** What the organization roles allow that every tenant has, by `roleId`. */
  readonly builtIn: Record<string, string>;
  /** What an administration permission allows, after "may". */
  readonly permissions: Readonly<Record<string, string>>;
  /** What a role of such permissions allows. */
  readonly may: (permissions: string) => string;
  /** Where a role comes from. */
  readonly sources: Record<string, string>;
  readonly ends: (when: string) => string;
  readonly ended: (when: string) => string;
  /** A role that the member has, and that cannot be given again. */
  readonly notAgain: string;
  readonly search: (place: string) => string;
  readonly found: (count: number, total: string) => string;
  readonly noMatch: string;
  readonly roleless: string;
  readonly rolelessHint: (place: string) => string;
  readonly endLabel: string;
  readonly endHint: string;
  readonly noRoles: string;
  readonly edited: string;
  readonly unsaved: string;
  readonly adds: (roles: string, place: string | undefined) => string;
  readonly removes: (roles: string, place: string | undefined) => string;
  readonly gives: (place: string) => string;
  readonly takes: (place: string) => string;
  readonly ending: (place: string, when: string) => string;
  readonly unending: (place: string) => string;
  readonly saved: (place: string) => string;
  readonly savedSome: (count: number, total: string) => string;
  readonly notSaved: (place: string) => string;
  readonly contested: (place: string) => string;
  readonly decide: string;
  readonly now: string;
  readonly yours: string;
  readonly takeNow: string;
  readonly keepMine: string;
  readonly failed: string;
  readonly catalogueFailed: string;
  readonly applicationsFailed: string;
  readonly accessForbidden: string;
  readonly noApplications: string;
  readonly nobody: string;
  readonly nobodyHint: string;
  readonly forbidden: string;
  readonly forbiddenHint: string;
  readonly choose: string;
}

const count = plural('en');

export const roleAssignmentWords: RoleAssignmentWords = {
  organization: 'Organization',
  theOrganization: 'the organization',
  none: 'No roles',
  noAccess: 'No access',
  withoutRole: 'Access without a role',
  builtIn: {
    organizationAdmin: 'Manages members, roles, access, domains and sign-in of the organization.',
    organizationCreator: 'Sees the members; creates and manages organizations below this one.',
    organizationMember: 'Sees the organization and their own access.',
  },
  permissions: administrationWords,
  may: (permissions) => `May ${permissions}.`,
  sources: {
    direct: 'Given directly',
    default: 'Default role',
    'idp-group': 'From the identity provider',
    parent: 'From the parent organization',
  },
  ends: (when) => `Ends ${when}`,
  ended: (when) => `Ended ${when}`,
  notAgain: 'Once saved without it, you cannot give it back.',
  search: (place) => `Find a role in ${place}`,
  found: (number, total) =>
    count(number, { one: `# of ${total} roles`, other: `# of ${total} roles` }),
  noMatch: 'No role matches.',
  roleless: 'Access',
  rolelessHint: (place) => `May enter ${place}, even without any of the roles below.`,
  endLabel: 'Access ends after',
  endHint: 'Empty: it does not end by itself.',
  noRoles: 'There are no roles to give.',
  edited: 'Changed',
  unsaved: 'Unsaved changes',
  adds: (roles, place) => (place ? `Adds ${roles} in ${place}` : `Adds ${roles}`),
  removes: (roles, place) => (place ? `Removes ${roles} in ${place}` : `Removes ${roles}`),
  gives: (place) => `Gives access to ${place}`,
  takes: (place) => `Takes away access to ${place}`,
  ending: (place, when) => `Access to ${place} ends after ${when}`,
  unending: (place) => `Access to ${place} no longer ends by itself`,
  saved: (place) => `Roles saved in ${place}.`,
  savedSome: (number, total) =>
    count(number, {
      one: `# of ${total} changes is saved.`,
      other: `# of ${total} changes are saved.`,
    }),
  notSaved: (place) => `Roles in ${place} were not saved; your choice is kept.`,
  contested: (place) => `Somebody else changed the roles in ${place} in the meantime`,
  decide: 'Choose what is to count where somebody else made a change.',
  now: 'What is there now',
  yours: 'What you chose',
  takeNow: 'Take what is there now',
  keepMine: 'Keep my choice',
  failed: 'Roles could not be loaded',
  catalogueFailed: 'The organization’s roles could not be loaded.',
  applicationsFailed: 'Applications could not be loaded.',
  accessForbidden: 'Only administrators see which applications others may use.',
  noApplications: 'The organization has no applications yet.',
  nobody: 'Nobody is chosen',
  nobodyHint: 'Choose a member to see and change their roles.',
  forbidden: 'Only administrators see the roles of others',
  forbiddenHint: 'Ask an administrator of this organization if something should change.',
  choose: 'Choose at least one role.',
};
