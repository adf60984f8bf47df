import { openHouse } from './house.ts';
import { createServer, type ServerOptions } from './server.ts';
import { accessTokenLife, issueAccessToken } from './oidc/access-token.ts';
import type { World } from './world.ts';

export interface DemoOptions extends Pick<ServerOptions, 'control'> {
  /** A seed by name. */
  readonly seed?: string;
  readonly userId?: string;
  readonly applicationId?: string;
  readonly organizationId?: string;
}

/** A directory that lives in the page, and a person who is signed in to it. */
export interface Demo {
  readonly fetch: typeof fetch;
  /** An access token of the person, for an organization or for themselves; refused where they are no member. */
  readonly getToken: (scope: { readonly organizationId?: string | undefined }) => Promise<string>;
  readonly baseUrl: string;
  /** Where the person is to begin. */
  readonly organizationId: string;
  readonly identity: () => string;
}

const renewal = 30_000;

/**
 * Starts a new world in this page: no network, no worker, nothing kept. Unless told otherwise the
 * person is a member of two organizations and administers the one they begin in.
 */
export function startDemo({
  seed = 'demo',
  userId = 'user_both',
  applicationId = 'app_flights',
  organizationId = 'org_borealis',
  control,
}: DemoOptions = {}): Demo {
  const house = openHouse({ name: seed });
  const server = createServer(house, { control });
  const { issuer, clients } = house.world;
  const client = [...clients.values()].find((one) => one.applicationId === applicationId);
  if (!client) throw new TypeError(`There is no application ${applicationId} in the demo.`);
  const tokens = new Map<
    string | undefined,
    { token: Promise<string>; until: number; world: World }
  >();
  return {
    baseUrl: `${issuer}/api/v1`,
    organizationId,
    identity: () => `${issuer} ${userId}`,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const response = await server.fetch(request);
      request.signal.throwIfAborted();
      return response;
    },
    getToken: ({ organizationId }) => {
      const { world } = house;
      const kept = tokens.get(organizationId);
      if (kept?.world === world && world.now() < kept.until) return kept.token;
      const token = issueAccessToken(world, userId, organizationId, client.clientId);
      const until = world.now() + accessTokenLife * 1000 - renewal;
      tokens.set(organizationId, { token, until, world });
      token.catch(() => tokens.delete(organizationId));
      return token;
    },
  };
}
