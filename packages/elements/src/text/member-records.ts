/** Where a member is signed in, and what happened to them. */
export interface MemberRecordWords {
  readonly noSessions: string;
  readonly signedIn: (when: string) => string;
  readonly methods: Record<string, string>;
  readonly endSessions: string;
  readonly endSessionsHint: string;
  readonly sessionsEnded: string;

  readonly noHistory: string;
  readonly more: string;
  readonly moreFailed: string;
  readonly loadedMore: string;
  readonly by: string;
  readonly actors: Record<string, string>;
  /** Somebody who acted for another organization: one that manages this one. */
  readonly fromAbove: string;
  readonly refused: string;
  /** What happened to the member, by the action's name. */
  readonly happenings: Record<string, string>;
}

export const memberRecordWords: MemberRecordWords = {
  noSessions: 'Not signed in for this organization now.',
  signedIn: (when) => `Signed in ${when}`,
  methods: {
    pwd: 'password',
    otp: 'one-time code',
    hwk: 'passkey',
    swk: 'passkey',
    pop: 'passkey',
    fed: 'identity provider',
    mfa: 'second factor',
    sms: 'code by text message',
    mca: 'email code',
    email: 'email code',
  },
  endSessions: 'End all sessions',
  endSessionsHint: 'They can sign in again. To shut somebody out, suspend them.',
  sessionsEnded: 'All sessions for this organization have ended.',

  noHistory: 'Nothing has been noted about this member yet.',
  more: 'Show earlier events',
  moreFailed: 'Earlier events could not be loaded.',
  loadedMore: 'Earlier events are shown.',
  by: 'by',
  actors: {
    user: 'a person who is no longer known',
    apiKey: 'an API key',
    directory: 'directory sync',
    system: 'the system',
  },
  fromAbove: 'acting from another organization',
  refused: 'Refused',
  happenings: {
    'member.add': 'Added as a member',
    'member.invite': 'Invited',
    'member.join': 'Joined',
    'member.update': 'Changed',
    'member.suspend': 'Suspended',
    'member.reactivate': 'Let in again',
    'member.remove': 'Removed',
    'member.setOrganizationRoles': 'Organization roles changed',
    'member.endSessions': 'Sessions ended',
    'organization.leave': 'Left the organization',
    'access.grant': 'Access changed',
    'access.withdraw': 'Access taken away',
    'user.update': 'Account changed',
    'user.disable': 'Account disabled',
    'user.enable': 'Account enabled',
    'user.resetPassword': 'Password reset',
    'me.update': 'Changed their own profile',
  },
};
