import { allPermissions, isOwned, type Domain } from '@tesserakit/domain';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import type { Deed } from './deed.ts';
import { recheckDomain } from './domain-changes.ts';
import { isRecordThere } from './domain-proofs.ts';

/** What became of all domains that were looked for again. */
export interface Rechecks {
  readonly found: number;
  readonly missing: number;
  /** Those that count no more; among the missing. */
  readonly failed: number;
  /** Those whose record could not be looked up, or that were changed meanwhile; left as they are. */
  readonly undecided: number;
}

/** Looks for the records of all domains that are owned, as a schedule does. */
export async function recheckDomains(world: World): Promise<Rechecks> {
  const owned = [...world.domains.values()].flatMap((domains) =>
    [...domains.values()].filter(isOwned),
  );
  const outcomes = await Promise.all(owned.map((domain) => recheck(world, domain)));
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  const failed = count('failed');
  return {
    found: count('found'),
    missing: count('missing') + failed,
    failed,
    undecided: count('undecided'),
  };
}

async function recheck(world: World, domain: Domain) {
  const { organizationId, domainId } = domain;
  const challenge = world.domainChallenges.get(domainId);
  try {
    const found = challenge !== undefined && (await isRecordThere(world, domain, challenge));
    const present = world.domains.get(organizationId)?.get(domainId);
    if (present !== domain) return 'undecided';
    // What stays as it is leaves no trace in the audit log.
    if (found && domain.missingSince === undefined) return 'found';
    const next = world.journal.atomically(() =>
      recheckDomain(bySchedule(world), domain, domain, found),
    );
    if (next.status === 'failed') return 'failed';
    return found ? 'found' : 'missing';
  } catch (error) {
    if (error instanceof Refusal) return 'undecided';
    throw error;
  }
}

function bySchedule(world: World): Deed {
  const id = 'schedule';
  return {
    world,
    actor: { userId: id, organizationId: undefined, permissions: allPermissions, platform: true },
    by: { type: 'system', id },
  };
}
