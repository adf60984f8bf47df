import type { Entry, TokenFamily } from '../authorization-state.ts';
import { provedBy } from '../oidc/claims.ts';
import { isLive } from '../oidc/families.ts';
import type { World } from '../world.ts';
import { timestamp } from './moments.ts';

/** One sign-in of a person, with what came from it. */
export interface SignIn {
  readonly sid: string;
  readonly authenticatedAt: number;
  readonly methods: readonly string[];
  readonly families: readonly TokenFamily[];
}

/**
 * Where a person is signed in, newest first: in a browser, or only with tokens that outlive the
 * browser's session.
 */
export function signInsOf(world: World, userId: string): SignIn[] {
  const families = familiesOf(world, (entry) => entry.userId === userId);
  const sessions = [...world.authorization.sessions.values()].filter(
    (session) => session.userId === userId && world.now() < session.expiresAt,
  );
  const found = new Map<string, SignIn>();
  for (const { sid, authenticatedAt, ...proof } of [
    ...families.map(({ entry }) => entry),
    ...sessions,
  ]) {
    const own = families.filter(({ entry }) => entry.sid === sid);
    found.set(sid, { sid, authenticatedAt, methods: provedBy(proof), families: own });
  }
  return [...found.values()].sort((a, b) => b.authenticatedAt - a.authenticatedAt);
}

/** A sign-in as the person sees it; `currentSid` names the one that they ask from. */
export function sessionView(
  world: World,
  { sid, authenticatedAt, methods, families }: SignIn,
  currentSid: string | undefined,
) {
  return {
    sessionId: sid,
    authenticatedAt: timestamp(authenticatedAt),
    methods: [...methods],
    current: sid === currentSid,
    uses: distinct(families, ({ clientId, organizationId }) => [clientId, organizationId]).map(
      ({ entry }) => {
        const organization = world.organizations.get(entry.organizationId ?? '');
        return {
          ...applicationOf(world, entry),
          ...(organization && {
            organization: {
              organizationId: organization.organizationId,
              name: organization.name,
            },
          }),
        };
      },
    ),
  };
}

/** The sign-ins with which a member acts for the organization, newest first, and nothing of others. */
export function memberSessionsOf(world: World, organizationId: string, userId: string) {
  const families = familiesOf(
    world,
    (entry) => entry.userId === userId && entry.organizationId === organizationId,
  );
  return distinct(families, ({ sid, clientId }) => [sid, clientId])
    .map(({ entry }) => entry)
    .sort((a, b) => b.authenticatedAt - a.authenticatedAt)
    .map((entry) => ({
      ...applicationOf(world, entry),
      authenticatedAt: timestamp(entry.authenticatedAt),
      methods: provedBy(entry),
    }));
}

function familiesOf(world: World, isMeant: (entry: Entry) => boolean): TokenFamily[] {
  return [...world.authorization.families.values()].filter(
    (family) => isMeant(family.entry) && isLive(world, family),
  );
}

function distinct(
  families: readonly TokenFamily[],
  keyOf: (entry: Entry) => readonly (string | undefined)[],
): TokenFamily[] {
  return [
    ...new Map(families.map((family) => [JSON.stringify(keyOf(family.entry)), family])).values(),
  ];
}

/** A client by the application that it belongs to; the Admin Portal belongs to none. */
function applicationOf(world: World, { clientId }: Entry) {
  const client = world.clients.get(clientId);
  const application = world.applications.get(client?.applicationId ?? '');
  return application
    ? { applicationId: application.applicationId, name: application.name }
    : { name: client?.name ?? clientId };
}
