/** What the portal of an organization says around its screens. */
export interface PortalWords {
  readonly navigation: string;
  readonly menu: string;
  readonly sections: Record<
    | 'overview'
    | 'members'
    | 'invitations'
    | 'roles'
    | 'access'
    | 'applications'
    | 'organizations'
    | 'settings',
    string
  >;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly closed: (section: string) => string;
  readonly closedHint: string;
  readonly absent: (section: string) => string;
  readonly toOverview: string;
  readonly failed: string;
  readonly sectionFailed: (section: string) => string;
  readonly noOrganization: string;
  readonly noOrganizationHint: string;
}

export const portalWords: PortalWords = {
  navigation: 'Organization',
  menu: 'Menu',
  sections: {
    overview: 'Overview',
    members: 'Members',
    invitations: 'Invitations',
    roles: 'Roles',
    access: 'Access',
    applications: 'Applications',
    organizations: 'Managed organizations',
    settings: 'Settings',
  },
  notFound: 'There is no such page',
  notFoundHint: 'The address may be mistyped, or the page may have moved.',
  closed: (section) => `${section}: not open to you`,
  closedHint: 'An administrator of the organization can give you a role that includes it.',
  absent: (section) => `${section}: not available here`,
  toOverview: 'Go to the overview',
  failed: 'The organization could not be loaded',
  sectionFailed: (section) => `${section}: could not be loaded`,
  noOrganization: 'No organization is chosen',
  noOrganizationHint: 'Choose the organization that you want to look after.',
};
