/** Sentences about making, renaming and deleting roles and role groups. */
export interface RoleFormWords {
  readonly createRole: string;
  readonly editRole: (role: string) => string;
  readonly duplicateRole: (role: string) => string;
  readonly deleteRole: (role: string) => string;
  readonly createGroup: string;
  readonly editGroup: (group: string) => string;
  readonly deleteGroup: (group: string) => string;
  readonly createHint: string;
  readonly deleteHint: string;
  readonly deleteGroupHint: string;
  readonly copyOf: (role: string) => string;
  readonly name: string;
  readonly key: string;
  readonly keyHint: string;
  readonly keyWrong: string;
  readonly description: string;
  readonly roles: string;
  readonly create: string;
  readonly save: string;
  readonly saveAll: string;
  readonly remove: string;
  readonly duplicate: string;
  readonly back: string;
  readonly kept: string;
  readonly restored: string;
  readonly created: (name: string) => string;
  readonly saved: (name: string) => string;
  readonly deleted: (name: string) => string;
}

export const roleFormWords: RoleFormWords = {
  createRole: 'Add a role',
  editRole: (role) => `Edit ${role}`,
  duplicateRole: (role) => `Duplicate ${role}`,
  deleteRole: (role) => `Delete ${role}?`,
  createGroup: 'Add a role group',
  editGroup: (group) => `Edit ${group}`,
  deleteGroup: (group) => `Delete ${group}?`,
  createHint: 'No organization has it until it is given.',
  deleteHint: 'The role goes for good, from everything that names it.',
  deleteGroupHint: 'The role group goes for good; its roles stay.',
  copyOf: (role) => `${role} (copy)`,
  name: 'Name',
  key: 'Key',
  keyHint: 'The name that tokens carry. It cannot be changed later.',
  keyWrong: 'A small letter first, then small letters, digits and _ - . : only.',
  description: 'Description',
  roles: 'Roles in it',
  create: 'Add',
  save: 'Save',
  saveAll: 'Save all the same',
  remove: 'Delete',
  duplicate: 'Duplicate',
  back: 'Back',
  kept: 'Nothing was saved; what you entered is still here.',
  restored: 'What you entered last time is still here.',
  created: (name) => `${name} is there now.`,
  saved: (name) => `${name} is saved.`,
  deleted: (name) => `${name} is deleted.`,
};
