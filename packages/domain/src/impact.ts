import type { ErrorCode } from './errors.ts';

/** What follows from a deed beside what it says, as far as it decides whether it may be done. */
export interface ImpactFacts {
  /** How many of each kind of change. */
  readonly counts: Readonly<Record<string, number>>;
  /** What somebody says who has looked at it. */
  readonly token: string;
}

/** Why a deed cannot be done unlooked: it has consequences, and the person saw none or others. */
export function impactBlocker(
  { counts, token }: ImpactFacts,
  told: string | undefined,
): ErrorCode | undefined {
  const harmless = Object.keys(counts).length === 0;
  return harmless || told === token ? undefined : 'impact_unconfirmed';
}
