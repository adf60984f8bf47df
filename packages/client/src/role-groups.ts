/** Bundles of an application's roles. */
export interface RoleGroupDirectory {}
