/** What a member may do inside one application. */
export interface ApplicationRole {
  readonly roleId: string;
  readonly applicationId: string;
  /** The name that tokens carry; unique in its application. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly string[];
}

/** A named bundle of one application's roles: the unit in which roles are handed to organizations. */
export interface RoleGroup {
  readonly roleGroupId: string;
  readonly applicationId: string;
  readonly name: string;
  readonly roleIds: readonly string[];
}
