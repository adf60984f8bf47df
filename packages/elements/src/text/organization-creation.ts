/** What one reads who makes an organization. */
export interface OrganizationCreationWords {
  readonly title: string;
  readonly titleBelow: (name: string) => string;
  readonly impossible: string;
  readonly name: string;
  readonly slugHint: string;
  readonly application: string;
  readonly applicationHint: string;
  readonly applicationNone: string;
  readonly groups: string;
  readonly groupsHint: string;
  readonly groupsNone: string;
  readonly administrator: string;
  readonly administratorHint: string;
  readonly administratorKnown: string;
  readonly administratorUnknown: string;
  readonly emailInvalid: string;
  readonly create: string;
  readonly creating: string;
  readonly created: (name: string) => string;
  readonly invited: (email: string) => string;
  readonly notInvited: (email: string) => string;
  readonly inviteAgain: string;
  readonly alone: string;
  readonly actFor: (name: string) => string;
  readonly another: string;
}

export const organizationCreationWords: OrganizationCreationWords = {
  title: 'New organization',
  titleBelow: (name) => `New organization managed by ${name}`,
  impossible: 'Organizations cannot be made here',
  name: 'Name',
  slugHint: 'Its name in addresses.',
  application: 'Application',
  applicationHint: 'What it is managed for. More of yours can be added later.',
  applicationNone: 'There is no application that could be handed on.',
  groups: 'Role groups it may hand out',
  groupsHint: 'Of those that are exposed to managed organizations.',
  groupsNone: 'No role group of this application is exposed to managed organizations yet.',
  administrator: 'First administrator',
  administratorHint:
    'Email of who is invited to administer it, with all roles that it may hand out. You can do this later, too.',
  administratorKnown: 'Email of a person who has an account; they administer it at once.',
  administratorUnknown: 'Nobody has an account with this address.',
  emailInvalid: 'This is no email address.',
  create: 'Create organization',
  creating: 'Creating…',
  created: (name) => `${name} is created`,
  invited: (email) => `${email} is invited to administer it.`,
  notInvited: (email) => `${email} could not be invited.`,
  inviteAgain: 'Invite again',
  alone: 'Nobody administers it yet but those above it.',
  actFor: (name) => `Act for ${name}`,
  another: 'Create another one',
};
