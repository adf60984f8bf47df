export type OnboardingStatus = 'active' | 'suspended';

/** Organization × application: what the organization may hand out of that application. */
export interface Onboarding {
  readonly organizationId: string;
  readonly applicationId: string;
  readonly status: OnboardingStatus;
  readonly roleGroupIds: readonly string[];
  /** Single roles, beside those of the groups. */
  readonly roleIds: readonly string[];
  /** What a new member gets. */
  readonly defaultRoleIds: readonly string[];
  /** Whether a member may enter with a grant that has no role. */
  readonly allowsRolelessAccess: boolean;
  /** The role groups that organizations managed by this one may be given. */
  readonly exposedRoleGroupIds: readonly string[];
  /** Whether it comes from the organization's parent, which manages the organization within it. */
  readonly fromParent?: true;
  /** How many members may have the application; as many as one likes without. */
  readonly seatLimit?: number;
  /** The connection by which members sign in to this application, whatever they use elsewhere. */
  readonly connectionId?: string;
}
