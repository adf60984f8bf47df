import { decide, type ApiKey } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { timestamp } from './moments.ts';
import type { Seen } from './seen.ts';
import { pageOfShortList, type ListQuery } from './short-list.ts';
import { versionOf } from './versions.ts';

/** A page of the keys of an organization's programs, newest first. */
export function listApiKeys(world: World, seen: Seen, query: ListQuery) {
  const { organizationId } = seen.organization;
  return pageOfShortList(world, query, {
    items: () => world.apiKeys.get(organizationId)?.values() ?? [],
    textOf: ({ name }) => name,
    idOf: ({ apiKeyId }) => apiKeyId,
    valuesOf: ({ createdAt }) => [createdAt],
    descending: [true],
    scope: ['apiKeys', organizationId, seen.actor.userId],
    view: (key) => apiKeyView(world, seen, key),
  });
}

/** A key as answers carry it; never its secret. */
export function apiKeyView(world: World, { actor, place }: Seen, apiKey: ApiKey) {
  const { apiKeyId, organizationId, name, createdBy, createdAt, expiresAt } = apiKey;
  const maker = world.users.get(createdBy)?.name;
  const lastUsedAt = world.authorization.lastUses.get(apiKeyId);
  return {
    apiKeyId,
    organizationId,
    name,
    permissions: [...apiKey.permissions],
    createdBy: { userId: createdBy, ...(maker !== undefined && { name: maker }) },
    createdAt: timestamp(createdAt),
    ...(lastUsedAt !== undefined && { lastUsedAt: timestamp(lastUsedAt) }),
    ...(expiresAt !== undefined && { expiresAt: timestamp(expiresAt) }),
    version: versionOf(world, 'apiKey', organizationId, apiKeyId),
    actions: { 'apiKey.revoke': decide(actor, 'apiKey.revoke', place, { apiKey }) },
  };
}
