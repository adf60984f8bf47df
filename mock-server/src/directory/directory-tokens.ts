import {
  decide,
  type Actor,
  type DirectoryToken,
  type Organization,
  type Place,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { pageOf, sorted, type Page } from './paging.ts';
import { timestamp } from './moments.ts';
import { finder } from './search.ts';
import { versionOf } from './versions.ts';

interface Seen {
  readonly organization: Organization;
  readonly actor: Actor;
  readonly place: Place;
}

/** A page of the tokens of an organization's identity provider, newest first. */
export async function listDirectoryTokens(
  world: World,
  seen: Seen,
  query: { search?: string | undefined; limit?: number | undefined; cursor?: string | undefined },
): Promise<Page<ReturnType<typeof directoryTokenView>>> {
  const { organizationId } = seen.organization;
  const { search, limit, cursor } = query;
  const found = finder(search);
  const placed = () =>
    [...(world.directoryTokens.get(organizationId)?.values() ?? [])]
      .filter(({ name }) => found(name))
      .map((token) => ({ item: token, values: [token.createdAt], id: token.directoryTokenId }));
  const scope = ['directoryTokens', organizationId, seen.actor.userId, search];
  const page = await pageOf(world, () => sorted(placed(), [true]), { limit, cursor, scope });
  return { ...page, items: page.items.map((token) => directoryTokenView(world, seen, token)) };
}

/** A token as answers carry it; never its secret. */
export function directoryTokenView(world: World, { actor, place }: Seen, token: DirectoryToken) {
  const { directoryTokenId, organizationId, name, createdBy, createdAt, expiresAt } = token;
  const maker = world.users.get(createdBy)?.name;
  const lastUsedAt = world.authorization.lastUses.get(directoryTokenId);
  return {
    directoryTokenId,
    organizationId,
    name,
    createdBy: { userId: createdBy, ...(maker !== undefined && { name: maker }) },
    createdAt: timestamp(createdAt),
    ...(lastUsedAt !== undefined && { lastUsedAt: timestamp(lastUsedAt) }),
    ...(expiresAt !== undefined && { expiresAt: timestamp(expiresAt) }),
    version: versionOf(world, 'directoryToken', organizationId, directoryTokenId),
    actions: {
      'directoryToken.rotate': decide(actor, 'directoryToken.rotate', place, undefined),
      'directoryToken.revoke': decide(actor, 'directoryToken.revoke', place, undefined),
    },
  };
}
