import type { BrowserSession } from '../authorization-state.ts';
import { revokeFamily } from '../oidc/families.ts';
import { newSecret } from '../random.ts';
import type { World } from '../world.ts';
import { cookie, isSecure, readCookie } from './cookies.ts';

const life = 12 * 3_600_000;

/** The session of the browser that sent the request, while it lasts. */
export function currentSession(world: World, request: Request): BrowserSession | undefined {
  const [sid = '', secret] = (readCookie(request, cookieName(world)) ?? '').split('.');
  const session = sessionNamed(world, sid);
  return session?.secret === secret ? session : undefined;
}

/** The session of that name, while it lasts. */
export function sessionNamed(world: World, sid: string): BrowserSession | undefined {
  const session = world.authorization.sessions.get(sid);
  return session && world.now() < session.expiresAt ? session : undefined;
}

/**
 * A person proved who they are. The cookie is always a new one; the same person keeps their
 * session, and of another person's nothing remains in this browser.
 */
export function beginSession(
  world: World,
  previous: BrowserSession | undefined,
  userId: string,
): BrowserSession {
  const renewed = {
    secret: newSecret(),
    authenticatedAt: world.now(),
    expiresAt: world.now() + life,
  };
  if (previous?.userId === userId) return Object.assign(previous, renewed);
  if (previous) endSession(world, previous.sid);
  const session: BrowserSession = { sid: newSecret(), userId, methods: ['pwd'], ...renewed };
  world.authorization.sessions.set(session.sid, session);
  return session;
}

/** Ends a session with everything that came from it: codes and refresh tokens. */
export function endSession(world: World, sid: string): void {
  const { sessions, codes, families } = world.authorization;
  sessions.delete(sid);
  for (const [secret, code] of codes) if (code.entry.sid === sid) codes.delete(secret);
  for (const family of families.values()) if (family.entry.sid === sid) revokeFamily(family);
}

/** The cookie by which the browser is known; without a session, the one that makes it forget. */
export function sessionCookie(world: World, session?: BrowserSession): string {
  return session
    ? cookie(world, cookieName(world), `${session.sid}.${session.secret}`, { path: '/' })
    : cookie(world, cookieName(world), '', { path: '/', maxAge: 0 });
}

function cookieName(world: World): string {
  return isSecure(world) ? '__Host-tessera_session' : 'tessera_session';
}
