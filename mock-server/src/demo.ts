import { openHouse, type House } from './house.ts';
import { openKeptHouse } from './kept/browser.ts';
import { createServer, type ServerOptions } from './server.ts';
import { accessTokenLife, issueAccessToken } from './oidc/access-token.ts';

export interface DemoOptions extends Pick<ServerOptions, 'control'> {
  /** A seed by name. */
  readonly seed?: string;
  readonly userId?: string;
  readonly applicationId?: string;
  readonly organizationId?: string;
  /**
   * Name under which the browser keeps what becomes of the world, for every tab of this origin that
   * starts a demo by the same name. Without one, nothing is kept.
   */
  readonly keep?: string | undefined;
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
  /** Begins the scenario anew; a kept one in every tab. */
  reset(): Promise<void>;
}

const renewal = 30_000;

/**
 * Starts a world in this page, without network or worker. Unless told otherwise the person is a member of two organizations and administers the one they begin in.
 */
export function startDemo({
  seed = 'demo',
  userId = 'user_both',
  applicationId = 'app_flights',
  organizationId = 'org_borealis',
  control,
  keep,
}: DemoOptions = {}): Demo {
  const house: House =
    keep === undefined ? openHouse({ name: seed }) : openKeptHouse({ name: seed }, { name: keep });
  const server = createServer(house, { control });
  const { issuer, clients } = house.world;
  const client = [...clients.values()].find((one) => one.applicationId === applicationId);
  if (!client) throw new TypeError(`There is no application ${applicationId} in the demo.`);
  const tokens = new Map<
    string | undefined,
    { token: Promise<string>; until: number; kid: string }
  >();
  const beginAnew = async () => {
    house.play();
  };
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
    reset: () => house.keeping?.write(beginAnew) ?? beginAnew(),
    getToken: async ({ organizationId }) => {
      await house.keeping?.read(async () => undefined);
      const { world } = house;
      // Whatever a token was for, it is good for nothing where the keys are others.
      const { kid } = await world.authorization.keys.of('ES256');
      const kept = tokens.get(organizationId);
      if (kept?.kid === kid && world.now() < kept.until) return kept.token;
      const token = issueAccessToken(world, userId, organizationId, client.clientId);
      const until = world.now() + accessTokenLife * 1000 - renewal;
      tokens.set(organizationId, { token, until, kid });
      token.catch(() => tokens.delete(organizationId));
      return token;
    },
  };
}
