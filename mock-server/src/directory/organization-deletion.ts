import type { Organization } from '@tesserakit/domain';
import { endSessionsThrough } from '../login/sessions.ts';
import { forget } from '../journal.ts';
import type { World } from '../world.ts';
import { record, type Deed } from './deed.ts';
import { childrenOf } from './organization-tree.ts';
import { removeMember } from './member-changes.ts';
import { withdrawOnboarding } from './onboarding-withdrawal.ts';
import { about } from './organization-changes.ts';
import { revokeCodes, revokeTokens } from './revocation.ts';
import { countWrite } from './versions.ts';

/**
 * Deletes an organization with all that belongs to it and all that it manages, those below first.
 * Profiles stay, and so does the hold on its slug; its id is never given again.
 */
export function deleteOrganization(deed: Deed, organization: Organization, cause?: string): void {
  const { world } = deed;
  const { organizationId } = organization;
  const event = record(deed, {
    ...about(organization, 'organization.delete'),
    details: { name: organization.name },
    ...(cause !== undefined && { causedBy: cause }),
  });
  const causedBy = cause ?? event;
  for (const child of childrenOf(world, organizationId)) deleteOrganization(deed, child, causedBy);
  for (const member of [...(world.members.get(organizationId)?.values() ?? [])]) {
    removeMember(deed, member, { causedBy });
  }
  for (const applicationId of [...(world.onboardings.get(organizationId)?.keys() ?? [])]) {
    withdrawOnboarding(deed, organization, applicationId, { causedBy });
  }
  recordBelongings(deed, organizationId, causedBy);
  dropBelongings(world, organizationId);
  dropWaysIn(world, organizationId);
  world.organizations.delete(organizationId);
  countWrite(world, 'organization', organizationId);
}

/** What an organization has beside members and applications, and how its end is called. */
const belongings = [
  { table: 'invitations', type: 'invitation', action: 'invitation.revoke' },
  { table: 'domains', type: 'domain', action: 'domain.remove' },
  { table: 'connections', type: 'connection', action: 'connection.delete' },
  { table: 'directoryTokens', type: 'directoryToken', action: 'directoryToken.revoke' },
  { table: 'apiKeys', type: 'apiKey', action: 'apiKey.revoke' },
] as const;

function recordBelongings(deed: Deed, organizationId: string, causedBy: string): void {
  const { world } = deed;
  for (const { table, type, action } of belongings) {
    for (const [id, thing] of world[table].get(organizationId) ?? []) {
      // An invitation that has an answer is history; there is nothing left to revoke.
      if (type === 'invitation' && 'status' in thing && thing.status !== 'pending') continue;
      record(deed, { action, organizationId, target: { type, id }, causedBy });
    }
  }
}

function dropBelongings(world: World, organizationId: string): void {
  for (const domainId of world.domains.get(organizationId)?.keys() ?? []) {
    world.domainChallenges.delete(domainId);
  }
  for (const connectionId of world.connections.get(organizationId)?.keys() ?? []) {
    world.connectionSecrets.delete(connectionId);
    endSessionsThrough(world, { organizationId, connectionId });
  }
  for (const { table } of belongings) world[table].delete(organizationId);
  for (const table of ['members', 'grants', 'onboardings'] as const) {
    world[table].delete(organizationId);
  }
}

function dropWaysIn(world: World, organizationId: string): void {
  revokeTokens(world, { organizationId });
  revokeCodes(world, (entry) => entry.organizationId === organizationId);
  for (const [digest, use] of world.secrets) {
    const theirs = 'organizationId' in use && use.organizationId === organizationId;
    if (!theirs) continue;
    world.secrets.delete(digest);
    forget(world.journal, world.authorization.lastUses, use.id);
  }
}
