/** Sentences about one member. Names that come from a backend stand beside them, or are quoted. */
export interface MemberDetailWords {
  readonly nobody: string;
  readonly nobodyHint: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly forbidden: string;
  readonly forbiddenHint: string;
  readonly failed: string;
  readonly removed: (name: string) => string;
  readonly removedHint: string;
  readonly endsAt: (when: string) => string;
  readonly endedAt: (when: string) => string;
  readonly sections: Record<
    'profile' | 'roles' | 'access' | 'expiry' | 'sessions' | 'history' | 'membership',
    string
  >;
  /** What a section says when it alone could not be loaded, or may not be seen. */
  readonly sectionFailed: string;
  readonly sectionForbidden: string;

  readonly fields: Record<
    | 'name'
    | 'email'
    | 'picture'
    | 'title'
    | 'department'
    | 'joinedAt'
    | 'lastSignInAt'
    | 'source'
    | 'expiresAt',
    string
  >;
  readonly sources: Record<string, string>;
  readonly hasPicture: string;
  readonly none: string;
  readonly notYet: string;
  /** Why the tenant-level part of the profile cannot be changed here. */
  readonly ownProfile: string;
  readonly pendingProfile: string;
  readonly edit: string;
  readonly profileSaved: string;
  readonly conflict: string;
  readonly now: string;
  readonly yours: string;
  readonly takeNow: string;
  readonly keepMine: string;

  readonly editRoles: string;
  readonly closeRoles: string;
  readonly rolesFailed: string;

  readonly mayEnter: string;
  readonly mayNotEnter: string;
  readonly noApplications: string;
  readonly noRole: string;
  readonly why: (application: string) => string;
  readonly whyShort: string;
  readonly holds: string;
  readonly fails: string;
  readonly conditions: Record<string, string>;
  readonly roleSources: Record<string, string>;
  readonly notInForce: string;

  readonly unlimited: string;
  readonly unlimitedHint: string;
  readonly limitedHint: string;
  readonly setExpiry: string;
  readonly changeExpiry: string;
  readonly takeExpiryAway: string;
  readonly expiryLabel: string;
  readonly zone: (zone: string) => string;
  readonly expiryMissing: string;
  readonly expiryPast: string;
  readonly expirySaved: (when: string) => string;
  readonly expiryTaken: string;

  readonly suspend: string;
  readonly suspendHint: string;
  readonly suspended: (name: string) => string;
  readonly reactivate: string;
  readonly reactivateHint: string;
  readonly reactivated: (name: string) => string;
  readonly remove: string;
  readonly removeHint: string;
  readonly removeQuestion: (name: string) => string;
  readonly removeEffect: string;
  readonly transfer: string;
  readonly transferHint: string;
  readonly transferQuestion: (name: string) => string;
  readonly transferThem: (name: string) => string;
  readonly transferYou: string;
  readonly transferEffect: string;
  readonly transferred: (name: string) => string;
}

export const memberDetailWords: MemberDetailWords = {
  nobody: 'Nobody is chosen',
  nobodyHint: 'Choose a member to see their profile, access and history.',
  notFound: 'No such member',
  notFoundHint: 'This person is not, or no longer, a member of the organization.',
  forbidden: 'Only administrators see other members',
  forbiddenHint: 'Ask an administrator of this organization if you need to see who belongs to it.',
  failed: 'This member could not be loaded',
  removed: (name) => `${name} is no longer a member`,
  removedHint: 'Roles and access ended with the membership; the person’s own account stays.',
  endsAt: (when) => `Ends ${when}`,
  endedAt: (when) => `Ended ${when}`,
  sections: {
    profile: 'Profile',
    roles: 'Organization roles',
    access: 'Applications',
    expiry: 'Temporary access',
    sessions: 'Sessions',
    history: 'History',
    membership: 'Membership',
  },
  sectionFailed: 'This part could not be loaded.',
  sectionForbidden: 'Your role does not let you see this part.',

  fields: {
    name: 'Name',
    email: 'Email',
    picture: 'Picture',
    title: 'Title',
    department: 'Department',
    joinedAt: 'Joined',
    lastSignInAt: 'Last sign-in',
    source: 'Came by',
    expiresAt: 'End of the membership',
  },
  sources: {
    direct: 'Added by an administrator',
    invitation: 'Invitation',
    sso: 'Single sign-on',
    scim: 'Directory sync',
    signup: 'Own sign-up',
  },
  hasPicture: 'Shown above',
  none: 'None',
  notYet: 'Not yet',
  ownProfile:
    'Name, email and picture belong to the person’s own account, which all their organizations share. Only they change them.',
  pendingProfile: 'Until they join, this person is known by their address alone.',
  edit: 'Edit title and department',
  profileSaved: 'Title and department saved.',
  conflict: 'Somebody else changed this in the meantime. Nothing of theirs was overwritten.',
  now: 'What is there now',
  yours: 'What you entered',
  takeNow: 'Take what is there now',
  keepMine: 'Save mine',

  editRoles: 'Edit roles and access',
  closeRoles: 'Close roles',
  rolesFailed: 'The choice of roles could not be loaded.',

  mayEnter: 'May enter',
  mayNotEnter: 'May not enter',
  noApplications: 'The organization has no applications yet.',
  noRole: 'No role',
  why: (application) => `Conditions for entering ${application}`,
  whyShort: 'Conditions',
  holds: 'Yes',
  fails: 'No',
  conditions: {
    user_active: 'The person’s account is active',
    member_active: 'The membership is active',
    organization_active: 'The organization is active',
    application_active: 'The application is running',
    application_for_organizations: 'The application is for organizations',
    application_onboarded: 'The organization has the application',
    chain_active: 'The organizations above have it as well',
    granted: 'The person was given access',
    role_within_ceiling: 'A role counts that the organization may give',
  },
  roleSources: {
    direct: 'given directly',
    default: 'default role',
    'idp-group': 'from the identity provider',
    parent: 'from the parent organization',
  },
  notInForce: 'does not count',

  unlimited: 'This membership does not end by itself.',
  unlimitedHint: 'Set an end for people who need access for some time only.',
  limitedHint: 'From then on the person cannot enter for this organization.',
  setExpiry: 'Set an end',
  changeExpiry: 'Change the end',
  takeExpiryAway: 'Take the end away',
  expiryLabel: 'Membership ends',
  zone: (zone) => `In your time zone, ${zone}.`,
  expiryMissing: 'Choose a day and a time.',
  expiryPast: 'This moment has passed. Choose a later one.',
  expirySaved: (when) => `The membership ends ${when}.`,
  expiryTaken: 'The membership no longer ends by itself.',

  suspend: 'Suspend',
  suspendHint: 'Shuts the person out at once. Roles and access are kept for when they come back.',
  suspended: (name) => `${name} is suspended.`,
  reactivate: 'Reactivate',
  reactivateHint: 'Lets the person in again, with the roles and access they had.',
  reactivated: (name) => `${name} is active again.`,
  remove: 'Remove from organization',
  removeHint: 'Ends the membership with all roles and access. The person’s account stays.',
  removeQuestion: (name) => `Remove ${name}?`,
  removeEffect:
    'The membership ends with all roles, access and sessions in this organization. Nothing of it comes back if the person joins again.',
  transfer: 'Transfer ownership',
  transferHint: 'Makes this person the administrator in your place.',
  transferQuestion: (name) => `Transfer ownership to ${name}?`,
  transferThem: (name) => `${name} becomes Administrator.`,
  transferYou: 'You are an administrator no longer; you stay a member.',
  transferEffect: 'Both happen at once. Only the new administrator can give it back.',
  transferred: (name) => `${name} is the administrator now.`,
};
