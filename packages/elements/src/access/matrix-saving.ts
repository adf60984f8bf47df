import { TesseraError, type DirectoryClient } from '@tesserakit/client';
import { BulkRun } from '../data/bulk-run.js';
import type { Edit } from './matrix-draft.js';
import type { AccessChange } from './matrix-events.js';
import { holdingOf, versionOf } from './matrix-holdings.js';

/** Where edits are saved. */
export interface SavingPlace {
  readonly client: DirectoryClient;
  readonly organizationId: string;
  /** For whom the person acts, where it is another organization. */
  readonly actingFrom?: string | undefined;
  /** The most that one call takes. */
  readonly limit: number;
}

export function changeOf({ target, chosen }: Edit): AccessChange {
  return {
    userId: target.member.userId,
    applicationId: target.application.applicationId,
    roleIds: chosen.granted ? chosen.roleIds : null,
  };
}

/**
 * Saves edits, some at a time, each against the version for which it was made. What is taken comes
 * first, so that the seats are free for those who are given them.
 *
 * @param settled told of each edit what became of it; without a code, it is done.
 */
export function savingOf(
  { client, organizationId, actingFrom, limit }: SavingPlace,
  edits: readonly Edit[],
  settled: (edit: Edit, code: string | undefined) => void,
  changed: () => void,
): BulkRun<Edit> {
  const taking = edits.filter(({ chosen }) => !chosen.granted);
  const giving = edits.filter(({ chosen }) => chosen.granted);
  return new BulkRun<Edit>(
    {
      limit,
      collect: () => Promise.resolve([...taking, ...giving]),
      mayBegin: () => true,
      async apply(some, options) {
        const items = some.map((edit) => ({ ...sent(edit) }));
        const { results } = await client.access.bulk(
          { organizationId, actingFrom, items },
          options,
        );
        if (results.length < some.length) throw new TesseraError('invalid_response');
        return some.map((edit, place) => {
          const { outcome, code = 'forbidden' } = results[place]!;
          const refusal = outcome === 'done' ? undefined : code;
          settled(edit, refusal);
          return refusal;
        });
      },
    },
    changed,
  );
}

function sent(edit: Edit) {
  const { userId, applicationId, roleIds } = changeOf(edit);
  const { target, chosen } = edit;
  const { cell } = target;
  const held = roleIds && holdingOf(cell).granted ? cell?.expiresAt : undefined;
  const end = chosen.expiresAt ?? held;
  return {
    userId,
    applicationId,
    roleIds: roleIds && [...roleIds],
    version: versionOf(cell),
    ...(end !== undefined && { expiresAt: end }),
  };
}
