import { directoryTokenBlocker, type DirectoryToken, type Organization } from '@tesserakit/domain';
import { forget } from '../journal.ts';
import { refuseInput } from '../refusal.ts';
import type { FreshSecret } from '../secrets.ts';
import { tableOf, type World } from '../world.ts';
import { record, type Deed } from './deed.ts';
import { dropSecretsOf } from './kept-secrets.ts';
import { countWrite } from './versions.ts';

/** Makes a token with which the organization's identity provider writes its members. */
export function createDirectoryToken(
  deed: Deed,
  { organizationId }: Organization,
  { name, expiresAt }: { readonly name: string; readonly expiresAt?: number | undefined },
  secret: FreshSecret,
): DirectoryToken {
  const { world, actor } = deed;
  demandFuture(world, expiresAt);
  const token: DirectoryToken = {
    directoryTokenId: world.newId('token'),
    organizationId,
    name,
    createdBy: actor.userId,
    createdAt: world.now(),
    ...(expiresAt !== undefined && { expiresAt }),
  };
  tableOf(world, 'directoryTokens', organizationId).set(token.directoryTokenId, token);
  keepSecret(world, token, secret);
  recordAbout(deed, token, 'directoryToken.create');
  return token;
}

/** Gives a token another secret and, where told, another end; the old secret is dead at once. */
export function rotateDirectoryToken(
  deed: Deed,
  token: DirectoryToken,
  expiresAt: number | null | undefined,
  secret: FreshSecret,
): DirectoryToken {
  const { world } = deed;
  const { expiresAt: before, ...rest } = token;
  const end = expiresAt === undefined ? before : (expiresAt ?? undefined);
  demandFuture(world, end);
  const next: DirectoryToken = { ...rest, ...(end !== undefined && { expiresAt: end }) };
  tableOf(world, 'directoryTokens', token.organizationId).set(token.directoryTokenId, next);
  countWrite(world, 'directoryToken', token.organizationId, token.directoryTokenId);
  keepSecret(world, next, secret);
  recordAbout(deed, next, 'directoryToken.rotate');
  return next;
}

/** Ends a token with its secret. */
export function revokeDirectoryToken(deed: Deed, token: DirectoryToken): void {
  const { world } = deed;
  const { organizationId, directoryTokenId } = token;
  world.directoryTokens.get(organizationId)?.delete(directoryTokenId);
  dropSecretsOf(world, 'directoryToken', directoryTokenId);
  forget(world.journal, world.authorization.lastUses, directoryTokenId);
  countWrite(world, 'directoryToken', organizationId, directoryTokenId);
  recordAbout(deed, token, 'directoryToken.revoke');
}

function demandFuture(world: World, expiresAt: number | undefined): void {
  const blocker = directoryTokenBlocker(expiresAt, world.now());
  refuseInput(blocker, 'expiresAt', 'This moment has passed.');
}

function keepSecret(
  world: World,
  { organizationId, directoryTokenId }: DirectoryToken,
  { digest }: FreshSecret,
): void {
  dropSecretsOf(world, 'directoryToken', directoryTokenId);
  world.secrets.set(digest, { purpose: 'directoryToken', organizationId, id: directoryTokenId });
}

function recordAbout(
  deed: Deed,
  { organizationId, directoryTokenId, name }: DirectoryToken,
  action: string,
): void {
  const target = { type: 'directoryToken', id: directoryTokenId };
  record(deed, { action, organizationId, target, details: { name } });
}
