/** Roles of applications. */
export interface RoleDirectory {}
