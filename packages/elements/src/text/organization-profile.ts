import { plural } from './plural.js';

/** What the profile of an organization says. */
export interface OrganizationProfileWords {
  readonly sections: Record<
    'identity' | 'branding' | 'policy' | 'notes' | 'membership' | 'standing',
    string
  >;
  readonly failed: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly gone: (name: string) => string;
  readonly goneHint: string;
  readonly left: (name: string) => string;
  readonly leftHint: string;
  /** Why nothing here can be changed, before the reason. */
  readonly readOnly: string;
  readonly managedBy: (name: string) => string;
  readonly none: string;
  readonly name: string;
  readonly nameMissing: string;
  readonly slug: string;
  readonly slugHint: string;
  readonly slugInvalid: string;
  readonly slugChecking: string;
  readonly slugFree: (slug: string) => string;
  readonly slugTaken: (slug: string) => string;
  readonly slugUnknown: string;
  readonly created: string;
  readonly logo: string;
  readonly logoAddress: string;
  readonly logoHint: string;
  readonly logoInvalid: string;
  readonly logoChoose: string;
  readonly logoFileHint: string;
  readonly logoFaults: Record<'empty' | 'too_large' | 'drawing' | 'no_image', string>;
  readonly logoRemove: string;
  readonly colour: string;
  readonly colourHint: string;
  readonly colourInvalid: string;
  readonly colourDefault: string;
  readonly contrast: (ratio: string) => string;
  readonly tooAlike: Record<'light' | 'dark', string>;
  readonly preview: string;
  readonly previewTitle: (name: string) => string;
  readonly previewButton: string;
  readonly previewLink: string;
  readonly policyHint: string;
  readonly methods: string;
  readonly methodNames: Readonly<Record<string, string>>;
  readonly methodsMissing: string;
  readonly secondFactor: string;
  readonly secondFactorHint: string;
  readonly session: string;
  readonly sessionUsual: string;
  readonly notesHint: string;
  readonly noteName: string;
  readonly noteValue: string;
  readonly noteAdd: string;
  readonly noteRemove: (name: string) => string;
  readonly notesTwice: string;
  readonly notesEmpty: string;
  readonly saved: string;
  readonly conflictTheirs: string;
  readonly conflictMine: string;
  readonly leave: string;
  readonly leaveHint: string;
  readonly leaveQuestion: (name: string) => string;
  readonly transfer: string;
  readonly transferHint: string;
  readonly transferQuestion: (name: string) => string;
  readonly transferEffect: string;
  readonly transferTo: string;
  readonly transferSearch: string;
  readonly transferNobody: string;
  readonly transferred: (name: string) => string;
  readonly suspend: string;
  readonly suspendHint: string;
  readonly suspendQuestion: (name: string) => string;
  readonly suspended: (name: string) => string;
  readonly reactivate: string;
  readonly reactivateHint: string;
  readonly reactivated: (name: string) => string;
  readonly remove: string;
  readonly removeHint: string;
  readonly removeQuestion: (name: string) => string;
  readonly removeEffect: string;
  readonly removeOnly: string;
  readonly removeCounts: (action: string, count: number) => string;
  readonly removeType: (name: string) => string;
  readonly suspendedChip: string;
}

const count = plural('en');

const gone: Readonly<Record<string, { one: string; other: string }>> = {
  'member.remove': { one: '# membership', other: '# memberships' },
  'access.withdraw': { one: '# grant of access', other: '# grants of access' },
  'invitation.revoke': { one: '# invitation', other: '# invitations' },
  'domain.remove': { one: '# domain', other: '# domains' },
  'connection.delete': { one: '# connection', other: '# connections' },
  'apiKey.revoke': { one: '# API key', other: '# API keys' },
  'directoryToken.revoke': { one: '# directory token', other: '# directory tokens' },
  'onboarding.withdraw': { one: '# application', other: '# applications' },
  'organization.delete': { one: '# managed organization', other: '# managed organizations' },
};

export const organizationProfileWords: OrganizationProfileWords = {
  sections: {
    identity: 'Profile',
    branding: 'Sign-in look',
    policy: 'Sign-in policy',
    notes: 'Metadata',
    membership: 'Your membership',
    standing: 'Organization',
  },
  failed: 'The organization could not be loaded',
  notFound: 'No such organization',
  notFoundHint: 'It does not exist, or you cannot reach it.',
  gone: (name) => `${name} is deleted`,
  goneHint: 'Its members keep their accounts.',
  left: (name) => `You have left ${name}`,
  leftHint: 'An administrator can invite you again.',
  readOnly: 'You can look, and change nothing.',
  managedBy: (name) => `Managed by ${name}`,
  none: 'None',
  name: 'Name',
  nameMissing: 'An organization needs a name.',
  slug: 'Slug',
  slugHint: 'Its name in addresses. Who uses the old one will not find it.',
  slugInvalid: '2 to 60 lower-case letters, digits and single hyphens; some words are reserved.',
  slugChecking: 'Looking whether it is free…',
  slugFree: (slug) => `${slug} is free.`,
  slugTaken: (slug) => `${slug} is taken, or was before.`,
  slugUnknown: 'Whether it is free will turn out when it is saved.',
  created: 'Created',
  logo: 'Logo',
  logoAddress: 'Address of the logo',
  logoHint: 'A web address (https://…) of a square picture.',
  logoInvalid: 'This is no web address.',
  logoChoose: 'Choose a file',
  logoFileHint: 'PNG, JPEG, WebP or GIF, up to 250 kB.',
  logoFaults: {
    empty: 'The file is empty.',
    too_large: 'The file is larger than 250 kB.',
    drawing: 'SVG can hold scripts. Save it as PNG.',
    no_image: 'This is no PNG, JPEG, WebP or GIF, whatever its name says.',
  },
  logoRemove: 'Remove logo',
  colour: 'Accent colour',
  colourHint: 'For buttons and links where your members sign in.',
  colourInvalid: 'Write it as # with six figures, like #3b82f6.',
  colourDefault: 'Use the usual colour',
  contrast: (ratio) => `Text on it has a contrast of ${ratio}.`,
  tooAlike: {
    light: 'On a light page, buttons in this colour are hard to see.',
    dark: 'On a dark page, buttons in this colour are hard to see.',
  },
  preview: 'Preview',
  previewTitle: (name) => `Sign in to ${name}`,
  previewButton: 'Continue',
  previewLink: 'Other ways to sign in',
  policyHint: 'Counts for all members in every application, from their next sign-in on.',
  methods: 'Ways of signing in',
  methodNames: {
    password: 'Password',
    passkey: 'Passkey',
    'email-code': 'Code by email',
    sso: 'Identity provider of the organization',
  },
  methodsMissing: 'Without any, nobody could sign in.',
  secondFactor: 'Require a second factor',
  secondFactorHint: 'Members without one set it up when they sign in next.',
  session: 'Sign in again after',
  sessionUsual: 'As each application has it',
  notesHint: 'Your own notes, for your programs; no member sees them.',
  noteName: 'Name',
  noteValue: 'Value',
  noteAdd: 'Add an entry',
  noteRemove: (name) => `Remove ${name}`,
  notesTwice: 'Two entries have the same name.',
  notesEmpty: 'Each entry needs a name and a value.',
  saved: 'Saved.',
  conflictTheirs: 'Show what they saved',
  conflictMine: 'Save mine over it',
  leave: 'Leave organization',
  leaveHint: 'You lose all roles and access here. Your account stays.',
  leaveQuestion: (name) => `Leave ${name}?`,
  transfer: 'Transfer ownership',
  transferHint: 'Another member becomes the administrator, and you stay a member.',
  transferQuestion: (name) => `Transfer the ownership of ${name}`,
  transferEffect: 'You cannot take this back yourself.',
  transferTo: 'New administrator',
  transferSearch: 'Find a member',
  transferNobody: 'No active member found.',
  transferred: (name) => `${name} is the administrator now.`,
  suspend: 'Suspend organization',
  suspendHint: 'Shuts out its members, and all that it manages. Everything is kept.',
  suspendQuestion: (name) => `Suspend ${name}?`,
  suspended: (name) => `${name} is suspended.`,
  reactivate: 'Reactivate organization',
  reactivateHint: 'Lets its members in again, with what they had.',
  reactivated: (name) => `${name} is active again.`,
  remove: 'Delete organization',
  removeHint: 'Ends all memberships and access. It cannot be taken back.',
  removeQuestion: (name) => `Delete ${name}?`,
  removeEffect: 'With it go:',
  removeOnly: 'Nothing else goes with it.',
  removeCounts: (action, number) =>
    count(number, gone[action] ?? { one: `# × ${action}`, other: `# × ${action}` }),
  removeType: (name) => `Type ${name} to go on`,
  suspendedChip: 'Suspended',
};
