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
};
