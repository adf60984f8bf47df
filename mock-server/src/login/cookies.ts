import type { World } from '../world.ts';

/** A cookie that scripts cannot read and other sites cannot send with a form. */
export function cookie(
  world: World,
  name: string,
  value: string,
  { path, maxAge }: { path: string; maxAge?: number },
): string {
  const parts = [`${name}=${value}`, `Path=${path}`, 'HttpOnly', 'SameSite=Lax'];
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`);
  if (isSecure(world)) parts.push('Secure');
  return parts.join('; ');
}

/** What the browser sent under that name. */
export function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('Cookie') ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

export function isSecure(world: World): boolean {
  return world.issuer.startsWith('https:');
}
