import { decide, type DirectoryToken } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { timestamp } from './moments.ts';
import type { Seen } from './seen.ts';
import { pageOfShortList, type ListQuery } from './short-list.ts';
import { versionOf } from './versions.ts';

/** A page of the tokens of an organization's identity provider, newest first. */
export function listDirectoryTokens(world: World, seen: Seen, query: ListQuery) {
  const { organizationId } = seen.organization;
  return pageOfShortList(world, query, {
    items: () => world.directoryTokens.get(organizationId)?.values() ?? [],
    textOf: ({ name }) => name,
    idOf: ({ directoryTokenId }) => directoryTokenId,
    valuesOf: ({ createdAt }) => [createdAt],
    descending: [true],
    scope: ['directoryTokens', organizationId, seen.actor.userId],
    view: (token) => directoryTokenView(world, seen, token),
  });
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
