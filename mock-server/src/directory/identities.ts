import { identityKey, type Identity, type IdentityName } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { record, type Deed } from './deed.ts';

/** Whose name that is at an identity provider, if it is known. */
export function identityNamed(world: World, name: IdentityName): Identity | undefined {
  return world.identities.get(identityKey(name));
}

/** What identity providers call a person. */
export function identitiesOf(world: World, userId: string): Identity[] {
  return [...world.identities.values()].filter((identity) => identity.userId === userId);
}

/** Notes that a name at an identity provider is a person's. */
export function link(deed: Deed, identity: Identity, causedBy: string): void {
  deed.world.identities.set(identityKey(identity), identity);
  note(deed, identity, 'identity.link', causedBy);
}

/** Forgets whose the names are that are meant. Whoever has one next is somebody else. */
export function unlink(
  deed: Deed,
  isMeant: (identity: Identity) => boolean,
  causedBy: string,
): void {
  const { identities } = deed.world;
  for (const [key, identity] of [...identities]) {
    if (!isMeant(identity)) continue;
    identities.delete(key);
    note(deed, identity, 'identity.unlink', causedBy);
  }
}

function note(deed: Deed, identity: Identity, action: string, causedBy: string): void {
  const { organizationId, userId, connectionId, issuer, subject } = identity;
  record(deed, {
    action,
    organizationId,
    target: { type: 'member', id: userId },
    details: { connectionId, issuer, subject },
    causedBy,
  });
}
