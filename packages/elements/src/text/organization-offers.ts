/** What is said of what is open to a person beside their organizations. */
export interface OrganizationOffersWords {
  readonly waiting: string;
  readonly invitedBy: (name: string) => string;
  readonly invited: string;
  readonly accept: string;
  readonly acceptNamed: (name: string) => string;
  readonly decline: string;
  readonly declineNamed: (name: string) => string;
  readonly declineQuestion: (name: string) => string;
  readonly keep: string;
  readonly joined: (name: string) => string;
  readonly withheld: string;
  readonly declined: (name: string) => string;
  readonly waitingFailed: string;
}

export const organizationOffersWords: OrganizationOffersWords = {
  waiting: 'Open to you',
  invitedBy: (name) => `Invited by ${name}`,
  invited: 'You are invited',
  accept: 'Accept',
  acceptNamed: (name) => `Accept the invitation to ${name}`,
  decline: 'Decline',
  declineNamed: (name) => `Decline the invitation to ${name}`,
  declineQuestion: (name) => `Decline the invitation to ${name}?`,
  keep: 'Keep it',
  joined: (name) => `You have joined ${name}.`,
  withheld: 'Some of what was promised can no longer be given.',
  declined: (name) => `You have declined the invitation to ${name}.`,
  waitingFailed: 'Invitations could not be loaded.',
};
