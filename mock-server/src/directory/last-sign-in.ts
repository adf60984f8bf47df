import type { World } from '../world.ts';

/** Notes that a member acts for their organization now; nothing for one who acts for themselves. */
export function touch(
  world: World,
  { userId, organizationId }: { userId: string; organizationId?: string },
): void {
  const members = world.members.get(organizationId ?? '');
  const member = members?.get(userId);
  if (member) members?.set(userId, { ...member, lastSignInAt: world.now() });
}
