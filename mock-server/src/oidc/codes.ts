import { touch } from '../directory/last-sign-in.ts';
import type { AuthorizationCode, BrowserSession, Entry } from '../authorization-state.ts';
import { countingFactor } from '../login/factor-demand.ts';
import { sessionNamed } from '../login/sessions.ts';
import { newSecret } from '../random.ts';
import type { World } from '../world.ts';
import type { AuthorizationRequest, EntryRequest } from './authorization-request.ts';
import { standingOf } from './standing.ts';

const life = 60_000;

/**
 * A person who was let in, for the organization that was shown to them. Judges the entry once more;
 * `undefined` when it was withdrawn in the meantime.
 *
 * @param beganAt when the sign-in began: what was proved since is new enough for every request
 */
export function admit(
  world: World,
  request: EntryRequest,
  session: BrowserSession,
  organizationId: string | undefined,
  beganAt: number,
): Entry | undefined {
  const factor = countingFactor(world, request, session, beganAt);
  const entry: Entry = {
    userId: session.userId,
    clientId: request.clientId,
    ...(organizationId !== undefined && { organizationId }),
    sid: session.sid,
    authenticatedAt: session.authenticatedAt,
    methods: session.methods,
    through: session.through,
    ...(factor && { factor }),
    scope: request.scope,
    ...(request.claims && { claims: request.claims }),
  };
  if (!sessionNamed(world, session.sid) || !standingOf(world, entry)) return undefined;
  touch(world, entry);
  return entry;
}

/** A code for a person who was let in; `undefined` when they are not any more. */
export function issueCode(
  world: World,
  request: AuthorizationRequest,
  session: BrowserSession,
  organizationId: string | undefined,
  beganAt: number,
): string | undefined {
  const entry = admit(world, request, session, organizationId, beganAt);
  if (!entry) return undefined;
  const { redirectUri, codeChallenge, nonce } = request;
  const code: AuthorizationCode = {
    entry,
    redirectUri,
    codeChallenge,
    ...(nonce !== undefined && { nonce }),
    expiresAt: world.now() + life,
  };
  const secret = newSecret();
  world.authorization.codes.set(secret, code);
  return secret;
}
