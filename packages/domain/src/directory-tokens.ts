/** A bearer token with which an organization's identity provider writes its members (SCIM). */
export interface DirectoryToken {
  readonly directoryTokenId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly createdBy: string;
  /** Milliseconds since the epoch, as are the other moments. */
  readonly createdAt: number;
  readonly lastUsedAt?: number;
  readonly expiresAt?: number;
}
