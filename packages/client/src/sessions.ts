/** Where the person is signed in. */
export interface SessionDirectory {}
