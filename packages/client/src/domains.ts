/** Domains that an organization says are its own. */
export interface DomainDirectory {}
