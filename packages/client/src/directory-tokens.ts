/** Tokens with which an identity provider writes members (SCIM). */
export interface DirectoryTokenDirectory {}
