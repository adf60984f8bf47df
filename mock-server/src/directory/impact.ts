import type { Impact } from '@tesserakit/contract';
import { impactBlocker, type AuditEvent } from '@tesserakit/domain';
import { refuse } from '../refusal.ts';
import type { World } from '../world.ts';
import { grantsOf } from './access.ts';
import type { Deed } from './deed.ts';

const most = 100;

/**
 * What a deed would do: tries it, reads from the audit log what follows from it, and takes it all
 * back. Refused like the deed itself.
 */
export function impactOf(deed: Deed, task: (deed: Deed) => void): Impact {
  const { audit, journal } = deed.world;
  const { consequences, ...impact } = journal.rehearse(() => {
    const begin = audit.length;
    task(deed);
    const consequences = audit.slice(begin).filter((event) => event.causedBy !== undefined);
    const counts: Record<string, number> = {};
    for (const { action } of consequences) counts[action] = (counts[action] ?? 0) + 1;
    const changes = consequences.map(({ action, organizationId, applicationId, target }) => ({
      action,
      ...(organizationId !== undefined && { organizationId }),
      ...(applicationId !== undefined && { applicationId }),
      ...(target && { target }),
    }));
    // Tables that were rehearsed on may be in another order.
    const token = checksum(
      changes
        .map((change) => JSON.stringify(change))
        .sort()
        .join('\n'),
    );
    return { counts, changes: changes.slice(0, most), token, consequences };
  });
  return { ...impact, roles: rolesLost(deed.world, consequences) };
}

/** The roles that members have now and would have no more, in the order of the catalogue. */
function rolesLost(world: World, consequences: readonly AuditEvent[]): Impact['roles'] {
  const losers = new Map<string, Set<string>>();
  for (const { action, organizationId = '', applicationId, target, details } of consequences) {
    if (action !== 'access.grant' && action !== 'access.withdraw') continue;
    const grants = grantsOf(world, organizationId, target?.id ?? '');
    const grant = grants.find((one) => one.applicationId === applicationId);
    const kept = details?.['to'];
    for (const { roleId } of grant?.roles ?? []) {
      if (Array.isArray(kept) && kept.includes(roleId)) continue;
      const members = losers.get(roleId) ?? new Set();
      losers.set(roleId, members.add(`${organizationId} ${target?.id}`));
    }
  }
  return [...world.roles.values()].flatMap(({ roleId, name, applicationId }) => {
    const members = losers.get(roleId);
    return members ? [{ roleId, name, applicationId, members: members.size }] : [];
  });
}

/**
 * Does a deed whose impact was looked at. Refused with `impact_unconfirmed` when it has consequences
 * and the token is missing, or is that of another impact.
 */
export function doConfirmed<T>(deed: Deed, token: string | undefined, task: (deed: Deed) => T): T {
  const impact = impactOf(deed, task);
  refuse(impactBlocker(impact, token));
  return task(deed);
}

/** Equal for equal texts, and as good as never for others: 64 bits of FNV-1a, in two halves. */
function checksum(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let at = 0; at < text.length; at += 1) {
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193);
    low = Math.imul(low ^ (text.charCodeAt(at) + high), 0x01000193);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
