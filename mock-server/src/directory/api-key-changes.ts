import { apiKeyBlocker, type ApiKey, type Member, type Organization } from '@tesserakit/domain';
import { forget } from '../journal.ts';
import { refuseInput } from '../refusal.ts';
import type { FreshSecret } from '../secrets.ts';
import { tableOf } from '../world.ts';
import { record, type Deed } from './deed.ts';
import { dropSecretsOf } from './kept-secrets.ts';
import { countWrite } from './versions.ts';

/** What a key is to be. */
export interface ApiKeyAddition extends Pick<ApiKey, 'name' | 'permissions'> {
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number | undefined;
}

/** Makes a key that acts in the name of whoever makes it. */
export function createApiKey(
  deed: Deed,
  { organizationId }: Organization,
  { name, permissions, expiresAt }: ApiKeyAddition,
  { digest }: FreshSecret,
): ApiKey {
  const { world, actor } = deed;
  const end = expiresAt !== undefined && { expiresAt };
  const ofMember = world.members.get(organizationId)?.has(actor.userId) === true;
  const blocker = apiKeyBlocker(actor, { permissions, ofMember, ...end }, world.now());
  refuseInput(blocker, 'expiresAt', 'This moment has passed.');
  const key: ApiKey = {
    apiKeyId: world.newId('key'),
    organizationId,
    name,
    permissions,
    createdBy: actor.userId,
    createdAt: world.now(),
    ...end,
  };
  tableOf(world, 'apiKeys', organizationId).set(key.apiKeyId, key);
  world.secrets.set(digest, { purpose: 'apiKey', organizationId, id: key.apiKeyId });
  record(deed, {
    action: 'apiKey.create',
    organizationId,
    target: { type: 'apiKey', id: key.apiKeyId },
    details: { name, permissions },
  });
  return key;
}

/** Ends a key with its secret. */
export function revokeApiKey(
  deed: Deed,
  { organizationId, apiKeyId }: ApiKey,
  causedBy?: string,
): void {
  const { world } = deed;
  world.apiKeys.get(organizationId)?.delete(apiKeyId);
  dropSecretsOf(world, 'apiKey', apiKeyId);
  forget(world.journal, world.authorization.lastUses, apiKeyId);
  countWrite(world, 'apiKey', organizationId, apiKeyId);
  record(deed, {
    action: 'apiKey.revoke',
    organizationId,
    target: { type: 'apiKey', id: apiKeyId },
    ...(causedBy !== undefined && { causedBy }),
  });
}

/** Ends the keys that a member made: they would come back with the person otherwise. */
export function revokeApiKeysOf(
  deed: Deed,
  { organizationId, userId }: Member,
  causedBy: string,
): void {
  const keys = [...(deed.world.apiKeys.get(organizationId)?.values() ?? [])];
  for (const key of keys) if (key.createdBy === userId) revokeApiKey(deed, key, causedBy);
}
