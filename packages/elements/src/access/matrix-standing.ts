/** How long before its end something is said to expire, in milliseconds. */
const soon = 30 * 86_400_000;

export function isOutside({ inForce }: { readonly inForce: true | string }): boolean {
  return inForce === 'role_outside_ceiling';
}

/** Whether something ends within thirty days, and has not yet. */
export function endsSoon(expiresAt: string | undefined): boolean {
  if (expiresAt === undefined) return false;
  const left = Date.parse(expiresAt) - Date.now();
  return left > 0 && left <= soon;
}
