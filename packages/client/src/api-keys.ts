/** Keys of an organization's programs. */
export interface ApiKeyDirectory {}
