import type { Actor, Organization, Place } from '@tesserakit/domain';

/** Who looks, and how they stand to what they look at. */
export interface Looking {
  readonly actor: Actor;
  readonly place: Place;
}

/** An organization, who looks at it, and from where. */
export interface Seen extends Looking {
  readonly organization: Organization;
}
