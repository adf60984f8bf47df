import type { ShareDeed } from '../applications/share-draft.js';

/** Sentences about changing what an organization has of an application. */
export interface ApplicationShareWords {
  readonly titles: Record<ShareDeed, (application: string) => string>;
  readonly onboardTitle: string;
  readonly hints: Record<ShareDeed, string>;
  readonly application: string;
  readonly chooseApplication: string;
  readonly noCandidates: string;
  readonly groups: string;
  readonly groupsHint: string;
  readonly groupRoles: (roles: string) => string;
  readonly noGroups: string;
  readonly roles: string;
  readonly rolesHint: string;
  readonly defaults: string;
  readonly defaultsHint: string;
  readonly noDefaults: string;
  readonly exposed: string;
  readonly roleless: string;
  readonly seats: string;
  readonly seatsHint: string;
  readonly seatsWrong: string;
  readonly signIn: string;
  readonly signInUsual: string;
  readonly status: string;
  readonly active: string;
  readonly suspended: string;
  readonly choicesFailed: string;
  readonly kept: string;
  readonly restored: string;
  readonly review: string;
  readonly back: string;
  readonly confirm: Record<ShareDeed, string>;
  readonly done: Record<ShareDeed, (application: string) => string>;
  readonly nothing: string;
}

export const applicationShareWords: ApplicationShareWords = {
  onboardTitle: 'Add an application',
  titles: {
    onboard: (application) => `Add ${application}`,
    update: (application) => `Change ${application}`,
    setDefaults: (application) => `Default roles of ${application}`,
    expose: (application) => `Hand on ${application}`,
    withdraw: (application) => `Withdraw ${application}?`,
  },
  hints: {
    onboard: 'Members can then be given access to it.',
    update: 'What members have beyond it is taken from them at once.',
    setDefaults: 'New members get these roles. Present members keep what they have.',
    expose: 'Organizations below may be given these role groups, and no others.',
    withdraw: 'Nobody enters it for this organization any more. Memberships stay.',
  },
  application: 'Application',
  chooseApplication: 'Choose an application',
  noCandidates: 'The organization has every application that there is for it.',
  groups: 'Role groups',
  groupsHint: 'The organization may hand out the roles in these.',
  groupRoles: (roles) => `With ${roles}`,
  noGroups: 'There are no role groups to choose from.',
  roles: 'Single roles, beside those of the groups',
  rolesHint: 'For exceptions; role groups are easier to look after.',
  defaults: 'Default roles',
  defaultsHint: 'What new members get by themselves.',
  noDefaults: 'There are no roles to choose from yet.',
  exposed: 'Handed on to organizations below',
  roleless: 'Members may enter without a role',
  seats: 'Seats',
  seatsHint: 'How many members may have access. Empty: no limit.',
  seatsWrong: 'Enter a whole number, or leave it empty.',
  signIn: 'Sign-in',
  signInUsual: 'As everywhere else in the organization',
  status: 'Status',
  active: 'Active',
  suspended: 'Suspended: nobody enters, roles are kept',
  choicesFailed: 'What there is to choose from could not be loaded.',
  kept: 'Nothing was saved; what you chose is still here.',
  restored: 'What you chose last time is still here.',
  review: 'Save',
  back: 'Back',
  confirm: {
    onboard: 'Add application',
    update: 'Save all the same',
    setDefaults: 'Save',
    expose: 'Save all the same',
    withdraw: 'Withdraw application',
  },
  done: {
    onboard: (application) => `The organization has ${application} now.`,
    update: (application) => `What the organization has of ${application} is changed.`,
    setDefaults: (application) => `The default roles of ${application} are changed.`,
    expose: (application) => `What is handed on of ${application} is changed.`,
    withdraw: (application) => `The organization no longer has ${application}.`,
  },
  nothing: 'Nothing is changed yet.',
};
