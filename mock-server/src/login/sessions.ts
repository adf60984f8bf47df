import { isOwnProof, type Passage } from '@tesserakit/domain';
import type { BrowserSession } from '../authorization-state.ts';
import { revokeCodes, revokeTokens } from '../directory/revocation.ts';
import { forget } from '../journal.ts';
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

/** Whether a session has not ended in the meantime. */
export function stands(world: World, session: BrowserSession): boolean {
  return sessionNamed(world, session.sid) === session;
}

/**
 * A person proved who they are: by themselves, in the way that tokens name so (RFC 8176), or by the
 * word of an organization's identity provider. The cookie is always a new one; the same person keeps
 * their session, and of another person's nothing remains in this browser.
 */
export function beginSession(
  world: World,
  previous: BrowserSession | undefined,
  userId: string,
  proof: Passage | string = 'pwd',
): BrowserSession {
  const passage = typeof proof === 'string' ? undefined : proof;
  const renewed = {
    secret: newSecret(),
    authenticatedAt: world.now(),
    expiresAt: world.now() + life,
  };
  const method = typeof proof === 'string' ? proof : 'fed';
  if (previous?.userId === userId) {
    const { methods, through = [] } = previous;
    const others = through.filter(({ connectionId }) => connectionId !== passage?.connectionId);
    return Object.assign(previous, renewed, {
      methods: [...new Set([...methods, method])],
      through: passage ? [...others, passage] : through,
    });
  }
  if (previous) endSession(world, previous.sid);
  const through = passage ? [passage] : [];
  const session: BrowserSession = {
    sid: newSecret(),
    userId,
    methods: [method],
    through,
    ...renewed,
  };
  world.authorization.sessions.set(session.sid, session);
  return session;
}

/** Ends a session with everything that came from it: codes and refresh tokens. */
export function endSession(world: World, sid: string): void {
  forgetSession(world, sid);
  revokeTokens(world, { sid });
}

/**
 * Ends a session with its codes. Its refresh tokens end with it too, but for those that may be used
 * while the person is away (`offline_access`).
 */
export function forgetSession(world: World, sid: string): void {
  forget(world.journal, world.authorization.sessions, sid);
  revokeCodes(world, (entry) => entry.sid === sid);
}

/** Ends everything that a person signed in to: sessions, codes, and every refresh token. */
export function endSessionsOf(world: World, userId: string): void {
  forgetSessionsOf(world, userId);
  revokeTokens(world, { userId });
}

/** Ends every session of a person with its codes; see {@link forgetSession} for what stays. */
export function forgetSessionsOf(world: World, userId: string): void {
  for (const session of [...world.authorization.sessions.values()]) {
    if (session.userId === userId) forgetSession(world, session.sid);
  }
  revokeCodes(world, (entry) => entry.userId === userId);
}

/**
 * Takes back what followed from the word of a connection: sessions that rest on nothing else, and what
 * acts for its organization by it.
 */
export function endSessionsThrough(world: World, { organizationId, connectionId }: Passage): void {
  for (const session of [...world.authorization.sessions.values()]) {
    const { through = [] } = session;
    const left = through.filter((passage) => passage.connectionId !== connectionId);
    if (left.length === through.length) continue;
    if (left.length === 0 && !isOwnProof(session)) endSession(world, session.sid);
    session.through = left;
    world.journal.note(() => {
      session.through = through;
    });
  }
  revokeTokens(world, { organizationId, connectionId });
  revokeCodes(
    world,
    (entry) =>
      entry.organizationId === organizationId &&
      entry.through?.some((passage) => passage.connectionId === connectionId) === true,
  );
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
