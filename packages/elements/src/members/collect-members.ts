import type { DirectoryClient, MemberQuery } from '@tesserakit/client';
import type { Member } from '@tesserakit/contract';

/** Which members, in which order. */
export type MembersWanted = Omit<MemberQuery, 'cursor' | 'limit'>;

/**
 * All members that match, page by page, each once: where pages begin at a position, one may come
 * twice.
 *
 * @param take what is kept of each; `undefined` leaves them out.
 * @throws TesseraError of the page that failed, `aborted` by the signal
 */
export async function collectMembers<T>(
  client: DirectoryClient,
  wanted: MembersWanted,
  limit: number,
  take: (member: Member) => T | undefined,
  found: (count: number) => void,
  signal: AbortSignal,
): Promise<T[]> {
  const kept: T[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await client.members.list({ ...wanted, cursor, limit }, { signal });
    for (const member of page.items) {
      if (seen.has(member.userId)) continue;
      seen.add(member.userId);
      const one = take(member);
      if (one !== undefined) kept.push(one);
    }
    found(kept.length);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return kept;
}
