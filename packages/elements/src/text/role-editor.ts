import { plural } from './plural.js';

/** Sentences about the roles of an application, or those of organizations, and what they allow. */
export interface RoleEditorWords {
  readonly grid: string;
  readonly organizationGrid: string;
  readonly gridHint: string;
  readonly permission: string;
  readonly allows: (role: string, permission: string) => string;
  readonly builtIn: string;
  readonly edit: string;
  readonly add: string;
  readonly search: string;
  readonly addPermission: string;
  readonly addPermissionHint: string;
  readonly addPermissionWrong: string;
  readonly addShort: string;
  readonly noMatch: string;
  readonly compare: string;
  readonly compareFirst: string;
  readonly compareSecond: string;
  readonly compareEnd: string;
  readonly onlyDifferences: string;
  readonly onlyIn: (role: string) => string;
  readonly inBoth: string;
  readonly same: string;
  readonly groups: string;
  readonly groupsHint: string;
  readonly noGroups: string;
  readonly noGroupRoles: string;
  readonly addGroup: string;
  readonly unsaved: string;
  readonly gains: (role: string, permissions: string) => string;
  readonly loses: (role: string, permissions: string) => string;
  readonly held: (role: string, members: number, organizations: number) => string;
  readonly heldByNobody: (role: string) => string;
  readonly saveAll: string;
  readonly saved: (roles: string) => string;
  readonly notSaved: (role: string) => string;
  readonly locked: string;
  readonly none: string;
  readonly noneHint: string;
  readonly noPermissions: string;
  readonly failed: string;
  readonly forbidden: string;
  readonly forbiddenHint: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly unsupported: string;
  readonly unsupportedHint: string;
  readonly openFailed: string;
}

const count = plural('en');

export const roleEditorWords: RoleEditorWords = {
  grid: 'Roles of the application and what they allow',
  organizationGrid: 'Organization roles and what they allow',
  gridHint: 'Arrow keys move, Space changes.',
  permission: 'Permission',
  allows: (role, permission) => `${role} allows ${permission}`,
  builtIn: 'Built in',
  edit: 'Edit',
  add: 'Add a role',
  search: 'Find a permission',
  addPermission: 'New permission',
  addPermissionHint: 'As the application names it, for example bookings:read.',
  addPermissionWrong: 'Letters, digits and _ . : / * - only, beginning with a letter or digit.',
  addShort: 'Add',
  noMatch: 'No permission matches.',
  compare: 'Compare two roles',
  compareFirst: 'First role',
  compareSecond: 'Second role',
  compareEnd: 'End comparison',
  onlyDifferences: 'Only differences',
  onlyIn: (role) => `Only in ${role}`,
  inBoth: 'In both',
  same: 'Both allow the same.',
  groups: 'Role groups',
  groupsHint: 'Organizations are given roles in these.',
  noGroups: 'There are no role groups yet.',
  noGroupRoles: 'No roles',
  addGroup: 'Add a role group',
  unsaved: 'Unsaved changes',
  gains: (role, permissions) => `${role} gains ${permissions}`,
  loses: (role, permissions) => `${role} loses ${permissions}`,
  held: (role, members, organizations) =>
    `${count(members, {
      one: `# member has ${role}`,
      other: `# members have ${role}`,
    })}, ${count(organizations, { one: 'in # organization', other: 'in # organizations' })}`,
  heldByNobody: (role) => `Nobody has ${role} yet`,
  saveAll: 'Save for all of them',
  saved: (roles) => `Saved: ${roles}.`,
  notSaved: (role) => `${role} was not saved; your changes are kept.`,
  locked: 'Only the platform’s administrators change these roles.',
  none: 'No roles yet',
  noneHint: 'With a role, members can be allowed something.',
  noPermissions: 'The roles allow nothing yet.',
  failed: 'Roles could not be loaded',
  forbidden: 'Your role does not show these roles',
  forbiddenHint: 'Ask an administrator if you need to see what they allow.',
  notFound: 'No such application',
  notFoundHint: 'It does not exist, or you cannot reach it.',
  unsupported: 'No roles to edit here',
  unsupportedHint: 'This backend keeps its roles elsewhere.',
  openFailed: 'The form could not be loaded.',
};
