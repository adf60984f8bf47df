import type { Member } from '@tesserakit/contract';
import type { MemberQuery } from '../members.ts';
import type { Ground } from './ground.ts';
import { allOf, type Pages } from './pages.ts';

/** What is asked of the list beside the page. */
export type Asked = Omit<MemberQuery, 'organizationId' | 'limit' | 'cursor'>;

export const idOf = ({ userId }: Member): string => userId;

/** The members of the organization, as the administrator sees them. */
export function pagesOf({ client, organizationId }: Ground, asked: Asked = {}): Pages<Member> {
  return (query, options) => client.members.list({ organizationId, ...asked, ...query }, options);
}

export function membersOf(ground: Ground, asked?: Asked): Promise<readonly Member[]> {
  return allOf(pagesOf(ground, asked), idOf);
}

/** All that can be seen of the members, to be compared with what can be seen later. */
export async function snapshotOf(ground: Ground): Promise<readonly Member[]> {
  const members = await membersOf(ground);
  return [...members].sort((a, b) => (a.userId < b.userId ? -1 : 1));
}

export function roleIdsOf({ organizationRoles }: Member): readonly string[] {
  return organizationRoles.map((role) => role.roleId);
}
