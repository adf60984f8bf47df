import type { AccessCondition, RemedyName, Opener } from '@tesserakit/domain';
import { plural } from './plural.js';

/** Sentences about why somebody may or may not enter an application, and what would change that. */
export interface AccessReasonWords {
  readonly nothingChosen: string;
  readonly nothingChosenHint: string;
  readonly failed: string;
  readonly forbidden: string;
  readonly forbiddenHint: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly unsupported: string;
  readonly unsupportedHint: string;
  readonly mayEnter: (application: string) => string;
  readonly mayNotEnter: (application: string) => string;
  /** The same about somebody with a name. */
  readonly theyMayEnter: (person: string, application: string) => string;
  readonly theyMayNotEnter: (person: string, application: string) => string;
  readonly endsAt: (when: string) => string;
  readonly endedAt: (when: string) => string;
  readonly opening: string;
  readonly openingAll: string;
  readonly remedies: Record<RemedyName, string>;
  /** Who can do it, as a sentence. */
  readonly openers: Record<Opener, string>;
  readonly youMay: string;
  readonly mayNotNow: (reason: string) => string;
  /** What the button says that does it here. */
  readonly deeds: Record<
    'reactivate_member' | 'extend_membership' | 'give_access' | 'extend_access' | 'give_role',
    string
  >;
  readonly closeRoles: string;
  readonly rolesFailed: string;
  readonly done: string;
  readonly opened: string;
  readonly conditions: string;
  readonly met: string;
  readonly unmet: string;
  /** A condition that holds, and one that does not. */
  readonly holds: Record<AccessCondition, string>;
  readonly fails: Record<AccessCondition, string>;
  readonly roles: string;
  readonly noRoles: string;
  readonly sources: Record<string, string>;
  readonly doesNotCount: (reason: string) => string;
  readonly ended: string;
  /** What would be if a role were taken away. */
  readonly withoutIt: {
    readonly shut: string;
    readonly loses: (count: number) => string;
    readonly same: string;
  };
  readonly permissions: (count: number) => string;
  readonly noPermissions: string;
}

const count = plural('en');

export const accessReasonWords: AccessReasonWords = {
  nothingChosen: 'Nothing to explain yet',
  nothingChosenHint: 'Choose a member and an application to see why the one may enter the other.',
  failed: 'The reasons could not be loaded',
  forbidden: 'Only administrators see the access of others',
  forbiddenHint: 'Ask an administrator of this organization if you need to know.',
  notFound: 'No such member or application',
  notFoundHint: 'The person is no member here, or the organization does not have the application.',
  unsupported: 'This backend gives no reasons',
  unsupportedHint: 'It says who may enter, but not why.',
  mayEnter: (application) => `Entry to ${application} is open`,
  mayNotEnter: (application) => `Entry to ${application} is closed`,
  theyMayEnter: (person, application) => `${person} may enter ${application}`,
  theyMayNotEnter: (person, application) => `${person} may not enter ${application}`,
  endsAt: (when) => `Ends ${when}`,
  endedAt: (when) => `Ended ${when}`,
  opening: 'What would open the door',
  openingAll: 'All of it is needed.',
  remedies: {
    enable_user: 'Enable the person’s account',
    invite: 'Invite the person to the organization',
    accept_invitation: 'Accept the invitation',
    reactivate_member: 'Reactivate the membership',
    extend_membership: 'Set a later end of the membership, or none',
    reactivate_organization: 'Reactivate the organization',
    enable_application: 'Enable the application',
    open_application: 'Open the application to organizations',
    onboard: 'Give the organization the application',
    reactivate_onboarding: 'Reactivate the application for the organization',
    restore_above: 'Restore what an organization above has closed',
    give_access: 'Give the person access, with a role',
    extend_access: 'Set a later end of the access, or none',
    widen_onboarding: 'Let the organization hand out roles of the application',
    give_role: 'Give a role that the organization may hand out',
  },
  openers: {
    person: 'The person does this themselves.',
    organization: 'Administrators of the organization can do this.',
    parent: 'Administrators of the organization above can do this.',
    platform: 'Administrators of the platform can do this.',
  },
  youMay: 'You can do this, too.',
  mayNotNow: (reason) => `Not possible now: ${reason}`,
  deeds: {
    reactivate_member: 'Reactivate',
    extend_membership: 'Take the end away',
    give_access: 'Give access',
    extend_access: 'Change access',
    give_role: 'Give a role',
  },
  closeRoles: 'Close roles',
  rolesFailed: 'The choice of roles could not be loaded.',
  done: 'Done. What is left stands above.',
  opened: 'Done. The door is open.',
  conditions: 'Conditions',
  met: 'Met:',
  unmet: 'Not met:',
  holds: {
    user_active: 'The person’s account is active',
    member_active: 'The membership is active',
    organization_active: 'The organization is active',
    application_active: 'The application is running',
    application_for_organizations: 'The application is for organizations',
    application_onboarded: 'The organization has the application',
    chain_active: 'The organizations above hand it on',
    granted: 'The person was given access',
    role_within_ceiling: 'They have a role that counts, or need none',
  },
  fails: {
    user_active: 'The person’s account is disabled',
    member_active: 'The membership is suspended, not accepted yet, or over',
    organization_active: 'The organization is suspended',
    application_active: 'The application is disabled',
    application_for_organizations: 'The application is for persons, not for organizations',
    application_onboarded:
      'The organization does not have the application, or it is suspended there',
    chain_active: 'An organization above is suspended, or does not hand it on',
    granted: 'The person was given no access, or it has ended',
    role_within_ceiling: 'They have no role that counts',
  },
  roles: 'Roles',
  noRoles: 'No role was given.',
  sources: {
    direct: 'Given to this person directly',
    default: 'Default role: every new member gets it',
    'idp-group': 'From a group at the identity provider',
    parent: 'From the organization above',
  },
  doesNotCount: (reason) => `Does not count: ${reason}`,
  ended: 'it has ended.',
  withoutIt: {
    shut: 'Without it, the door would be closed.',
    loses: (number) =>
      count(number, {
        one: 'Without it, # permission would be lost:',
        other: 'Without it, # permissions would be lost:',
      }),
    same: 'Without it, nothing would change.',
  },
  permissions: (number) =>
    count(number, { one: 'All in all: # permission', other: 'All in all: # permissions' }),
  noPermissions: 'The roles give no permissions.',
};
