/** Sentences about the applications that an organization has. */
export interface ApplicationListWords {
  readonly title: string;
  readonly onboard: string;
  readonly opening: string;
  readonly openFailed: string;
  readonly suspended: string;
  readonly fromParent: string;
  readonly roleGroups: string;
  readonly roles: string;
  readonly defaults: string;
  readonly exposed: string;
  readonly entry: string;
  readonly roleless: string;
  readonly roleNeeded: string;
  readonly seats: string;
  readonly seatsUsed: (used: string, limit: string) => string;
  readonly seatsFree: (used: string) => string;
  readonly signIn: string;
  readonly ownConnection: string;
  readonly noGroups: string;
  readonly noRoles: string;
  readonly noDefaults: string;
  readonly deeds: Record<'update' | 'setDefaults' | 'expose' | 'withdraw', string>;
  /** Who decides what this person may not. */
  readonly byPlatform: string;
  readonly byParent: (parent: string) => string;
  readonly readOnly: string;
  readonly none: string;
  readonly noneHint: string;
  readonly failed: string;
  readonly forbidden: string;
  readonly forbiddenHint: string;
  readonly unsupported: string;
  readonly unsupportedHint: string;
}

export const applicationListWords: ApplicationListWords = {
  title: 'Applications',
  onboard: 'Add an application',
  opening: 'Opening…',
  openFailed: 'The form could not be loaded.',
  suspended: 'Suspended',
  fromParent: 'From the organization above',
  roleGroups: 'Role groups',
  roles: 'Single roles',
  defaults: 'Default roles',
  exposed: 'Handed on',
  entry: 'Entry',
  roleless: 'Also without a role',
  roleNeeded: 'With a role only',
  seats: 'Seats',
  seatsUsed: (used, limit) => `${used} of ${limit} taken`,
  seatsFree: (used) => `${used} taken, no limit`,
  signIn: 'Sign-in',
  ownConnection: 'Own identity provider for this application',
  noGroups: 'None',
  noRoles: 'None',
  noDefaults: 'None: new members get no access',
  deeds: {
    update: 'Change',
    setDefaults: 'Default roles',
    expose: 'Hand on',
    withdraw: 'Withdraw',
  },
  byPlatform:
    'Which applications the organization has, and with which roles, is decided by the platform’s administrators.',
  byParent: (parent) =>
    `Which applications the organization has, and with which roles, is decided by ${parent}, which manages it.`,
  readOnly: 'Your role lets you look at this, not change it.',
  none: 'No applications yet',
  noneHint: 'Without one, members have nothing to enter.',
  failed: 'Applications could not be loaded',
  forbidden: 'Your role does not show applications',
  forbiddenHint: 'Ask an administrator of this organization if something should change.',
  unsupported: 'No applications here',
  unsupportedHint: 'This backend keeps no list of applications.',
};
