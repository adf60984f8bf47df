import type { Entry } from '../authorization-state.ts';
import { forget } from '../journal.ts';
import type { World } from '../world.ts';
import { scopesOf } from './requested-claims.ts';

/** Who is to be let in, for whom, with what. */
type Asked = Pick<Entry, 'userId' | 'clientId' | 'scope' | 'claims'> & {
  readonly organizationId?: string | undefined;
};

/**
 * Whether a person has to allow what is asked for: another company's client gets nothing before
 * that, and nothing for another organization than it was allowed for.
 */
export function needsConsent(world: World, asked: Asked): boolean {
  if (!world.clients.get(asked.clientId)?.thirdParty) return false;
  const given = world.authorization.consents.get(keyOf(asked)) ?? [];
  return !consentScopes(asked).every((scope) => given.includes(scope));
}

/** Keeps in mind that the person allowed it. */
export function rememberConsent(world: World, asked: Asked): void {
  const { consents } = world.authorization;
  const given = consents.get(keyOf(asked)) ?? [];
  consents.set(keyOf(asked), [...new Set([...given, ...consentScopes(asked)])]);
}

/** Forgets what a person allowed, together with the person. */
export function forgetConsentsOf(world: World, userId: string): void {
  const { consents } = world.authorization;
  for (const key of [...consents.keys()]) {
    const [whose] = JSON.parse(key) as string[];
    if (whose === userId) forget(world.journal, consents, key);
  }
}

/** What the person is told: the scopes, and those that claims asked for by name amount to. */
export function consentScopes({ scope, claims }: Pick<Asked, 'scope' | 'claims'>): string[] {
  return [...new Set([...scope, ...(claims ? scopesOf(claims) : [])])];
}

function keyOf({ userId, clientId, organizationId }: Asked): string {
  return JSON.stringify([userId, clientId, organizationId ?? null]);
}
