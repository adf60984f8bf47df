/** Organizations that an organization looks after. */
export interface ManagedOrganizationDirectory {}
