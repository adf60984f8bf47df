/** What the choice of an organization says beside the organizations themselves. */
export interface OrganizationChoiceWords {
  readonly personal: string;
  readonly personalHint: string;
  readonly create: string;
  readonly manage: string;
  /** Stands before the name of an organization that is looked after from another one. */
  readonly actingFor: string;
  readonly actingHint: (name: string, from: string) => string;
  readonly backTo: (name: string) => string;
  readonly back: string;
  readonly waiting: string;
  readonly invitedBy: (name: string) => string;
  readonly invited: string;
  readonly joinable: string;
  readonly accept: string;
  readonly acceptNamed: (name: string) => string;
  readonly decline: string;
  readonly declineNamed: (name: string) => string;
  readonly declineQuestion: (name: string) => string;
  readonly keep: string;
  readonly join: string;
  readonly joinNamed: (name: string) => string;
  readonly joined: (name: string) => string;
  readonly withheld: string;
  readonly declined: (name: string) => string;
  readonly waitingFailed: string;
}

export const organizationChoiceWords: OrganizationChoiceWords = {
  personal: 'Personal account',
  personalHint: 'You act for yourself',
  create: 'Create organization',
  manage: 'Manage organization',
  actingFor: 'Acting for',
  actingHint: (name, from) => `You look after ${name} on behalf of ${from}.`,
  backTo: (name) => `Back to ${name}`,
  back: 'Back to your organization',
  waiting: 'Open to you',
  invitedBy: (name) => `Invited by ${name}`,
  invited: 'You are invited',
  joinable: 'Open to your email domain',
  accept: 'Accept',
  acceptNamed: (name) => `Accept the invitation to ${name}`,
  decline: 'Decline',
  declineNamed: (name) => `Decline the invitation to ${name}`,
  declineQuestion: (name) => `Decline the invitation to ${name}?`,
  keep: 'Keep it',
  join: 'Join',
  joinNamed: (name) => `Join ${name}`,
  joined: (name) => `You have joined ${name}.`,
  withheld: 'Some of what was promised can no longer be given.',
  declined: (name) => `You have declined the invitation to ${name}.`,
  waitingFailed: 'Invitations could not be loaded.',
};
