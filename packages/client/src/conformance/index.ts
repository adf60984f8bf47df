import { accessLaws } from './access.ts';
import { abortLaws } from './aborts.ts';
import type { Ground, Law } from './ground.ts';
import { invitationLaws } from './invitations.ts';
import { deedLaws } from './deeds.ts';
import { meLaws } from './me.ts';
import { memberLaws } from './members.ts';
import { organizationRoleLaws } from './organization-roles.ts';
import { organizationLaws } from './organizations.ts';
import { reachLaws } from './reach.ts';

export type { Ground } from './ground.ts';

/** One law, for whatever runs tests. */
export interface Check {
  /** A sentence, to be the title of the test. */
  readonly name: string;
  /**
   * Rejects with a sentence when the law does not hold. `skipped` when the backend's capabilities
   * deny what it is about: whoever writes an adapter asserts that these are the gaps they know of.
   */
  run(): Promise<'passed' | 'skipped'>;
}

const laws: readonly Law[] = [
  ...meLaws,
  ...organizationLaws,
  ...memberLaws,
  ...deedLaws,
  ...organizationRoleLaws,
  ...invitationLaws,
  ...accessLaws,
  ...reachLaws,
  ...abortLaws,
];

/**
 * What every directory keeps to, so that the elements work with it: pages, refusals, cancelled
 * calls, and whether it does what it claims. Runs wherever the client does, in a browser too.
 *
 * @example
 * for (const { name, run } of conformance(begin)) it(name, async () => void (await run()));
 */
export function conformance(begin: () => Promise<Ground>): readonly Check[] {
  return laws.map((law) => ({ name: law.name, run: () => run(law, begin) }));
}

async function run({ claim, holds }: Law, begin: () => Promise<Ground>) {
  const ground = await begin();
  try {
    const { organizationId } = ground;
    const can = await ground.client.capabilities({ organizationId });
    if (claim && !claim(can)) return 'skipped';
    await holds(ground, can);
    return 'passed';
  } finally {
    await ground.end?.();
  }
}
