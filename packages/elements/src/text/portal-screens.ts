/** What the screens of a portal say, and what stands above them. */
export interface PortalScreenWords {
  readonly actingFor: (name: string) => string;
  readonly onBehalf: (name: string) => string;
  readonly backTo: (name: string) => string;
  readonly back: string;
  readonly givenBy: (name: string) => string;
  readonly givenNothing: (name: string) => string;
  readonly noGroups: string;
  readonly whyTitle: string;
  readonly whyHint: string;
  readonly whyFor: (application: string) => string;
  readonly whySearch: string;
  readonly whyPeople: string;
  readonly whyYou: string;
  readonly whyNobody: string;
  readonly whyFailed: string;
  readonly whyMore: string;
  readonly whyChoose: string;
  readonly whyChooseHint: string;
  readonly lookOnly: string;
  readonly member: string;
  readonly invite: string;
  readonly organizationRoles: string;
  readonly roleChoice: string;
}

export const portalScreenWords: PortalScreenWords = {
  actingFor: (name) => `Acting for ${name}`,
  onBehalf: (name) => `on behalf of ${name}`,
  backTo: (name) => `Back to ${name}`,
  back: 'Back to your organization',
  givenBy: (name) => `What can be handed out here comes from ${name}:`,
  givenNothing: (name) =>
    `What can be handed out here comes from ${name}, which has given nothing.`,
  noGroups: 'no role groups',
  whyTitle: 'Who may enter, and why',
  whyHint: 'Look up one person: each condition, each role, and what would open the door.',
  whyFor: (application) => `Who may enter ${application}`,
  whySearch: 'Search by name or email',
  whyPeople: 'People',
  whyYou: 'You',
  whyNobody: 'Nobody found.',
  whyFailed: 'The members could not be loaded.',
  whyMore: 'Show more people',
  whyChoose: 'Choose a person',
  whyChooseHint: 'Then you see whether they may enter, and why.',
  lookOnly: 'You can look at this, not change it.',
  member: 'Member',
  invite: 'Invite people',
  organizationRoles: 'Organization roles',
  roleChoice: 'Which roles',
};
