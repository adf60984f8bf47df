/** Sentences about the applications that a person may enter. */
export interface AppLauncherWords {
  readonly open: string;
  readonly closed: string;
  readonly search: string;
  readonly found: (count: string) => string;
  readonly noMatch: string;
  /** After the name of an application that a person enters by its address. */
  readonly withoutRole: string;
  /** It may be entered, but nobody has said where. */
  readonly noAddress: string;
  readonly why: (application: string) => string;
  readonly whyShort: string;
  readonly askSomebody: (organization: string) => string;
  readonly ask: (application: string) => string;
  readonly askShort: string;
  readonly asked: string;
  readonly askedFor: (application: string) => string;
  readonly none: string;
  readonly noneHint: string;
  readonly noneOpen: string;
  readonly noneOpenHint: string;
  readonly failed: string;
  readonly forbidden: string;
  readonly forbiddenHint: string;
  readonly noMember: string;
  readonly noMemberHint: string;
  readonly unsupported: string;
  readonly unsupportedHint: string;
  readonly whyFailed: string;
  readonly theOrganization: string;
}

export const appLauncherWords: AppLauncherWords = {
  open: 'Your applications',
  closed: 'Not open to you',
  search: 'Find an application',
  found: (count) => `Found: ${count}`,
  noMatch: 'No application matches.',
  withoutRole: 'Without a role',
  noAddress: 'Open it as you usually do.',
  why: (application) => `Why ${application} is closed`,
  whyShort: 'Why?',
  askSomebody: (organization) => `Ask an administrator of ${organization}.`,
  ask: (application) => `Ask for access to ${application}`,
  askShort: 'Ask for access',
  asked: 'Asked for',
  askedFor: (application) => `You asked for access to ${application}.`,
  none: 'No applications yet',
  noneHint: 'When the organization gets one, it stands here.',
  noneOpen: 'No application is open to you yet',
  noneOpenHint: 'Below stands what the organization has, and who can let you in.',
  failed: 'Applications could not be loaded',
  forbidden: 'Your role does not show applications',
  forbiddenHint: 'Ask an administrator of this organization if something should change.',
  noMember: 'You are no member of this organization',
  noMemberHint: 'You look after it, but enter applications for your own organization only.',
  unsupported: 'No applications here',
  unsupportedHint: 'This backend keeps no list of applications.',
  whyFailed: 'The reasons could not be loaded.',
  theOrganization: 'the organization',
};
