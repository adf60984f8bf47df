import { decide, type Actor, type ApiKey, type Organization, type Place } from '@tesserakit/domain';
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

/** A page of the keys of an organization's programs, newest first. */
export async function listApiKeys(
  world: World,
  seen: Seen,
  query: { search?: string | undefined; limit?: number | undefined; cursor?: string | undefined },
): Promise<Page<ReturnType<typeof apiKeyView>>> {
  const { organizationId } = seen.organization;
  const { search, limit, cursor } = query;
  const found = finder(search);
  const placed = () =>
    [...(world.apiKeys.get(organizationId)?.values() ?? [])]
      .filter(({ name }) => found(name))
      .map((key) => ({ item: key, values: [key.createdAt], id: key.apiKeyId }));
  const scope = ['apiKeys', organizationId, seen.actor.userId, search];
  const page = await pageOf(world, () => sorted(placed(), [true]), { limit, cursor, scope });
  return { ...page, items: page.items.map((key) => apiKeyView(world, seen, key)) };
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
