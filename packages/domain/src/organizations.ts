export type OrganizationStatus = 'active' | 'suspended';

/** A customer, partner or branch whose members act on its behalf. */
export interface Organization {
  readonly organizationId: string;
  readonly name: string;
  readonly slug: string;
  readonly logoUrl?: string;
  readonly status: OrganizationStatus;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly parentOrganizationId?: string;
}
