/** An organization's own identity providers. */
export interface ConnectionDirectory {}
