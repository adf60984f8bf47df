/** How roles are called. */
export interface RoleNames {
  /** The organization roles that every tenant has, by `roleId`. */
  readonly builtIn: Record<string, string>;
}

export const roleNames: RoleNames = {
  builtIn: {
    organizationAdmin: 'Administrator',
    organizationCreator: 'Creator',
    organizationMember: 'Member',
  },
};
