import { pathOf, routes, type Operation, type Route } from '@tesserakit/contract';
import { newSigningKeys } from '../../oidc/keys.ts';
import { issueAccessToken } from '../../oidc/access-token.ts';
import { createServer, type Server } from '../../server.ts';
import type { Sent } from '../directory.ts';
import { createWorld, type World } from '../../world.ts';
import { modelSeed } from './seed.ts';

/** Who asks: a person for an organization or for themselves, or a program with a key. */
export interface Asker {
  readonly userId: string;
  readonly organizationId?: string | undefined;
  readonly clientId: string;
  /** Whether it is a platform administrator in the Admin Portal. */
  readonly platform: boolean;
  /** The secret of a key, for a program. */
  readonly key?: string;
}

/** What is asked of the directory. */
export interface Question {
  readonly operation: Operation;
  readonly asker: Asker;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** What was asked, and what was answered. */
export interface Asked extends Question {
  readonly status: number;
  readonly text: string;
  readonly answer: Record<string, unknown>;
  /** Why it was refused; absent when it was not. */
  readonly code: string | undefined;
}

/** A key that was shown when it was made. */
export interface KnownKey {
  readonly apiKeyId: string;
  readonly organizationId: string;
  readonly createdBy: { readonly userId: string };
  readonly secret: string;
}

/** One world with its server, and what the outside has learned of it. */
export interface Arena {
  readonly world: World;
  readonly server: Server;
  readonly keys: KnownKey[];
  /** Every id that ever was, by table, to notice one that comes back. */
  readonly pastIds: Set<string>;
  /** The last version of every member who is gone, by organization and person. */
  readonly pastVersions: Map<string, number>;
  ask(request: Question): Promise<Asked>;
  /** The token with which somebody asks; the same one while it is good. */
  tokenOf(asker: Asker): Promise<string>;
  /** Askers whose tokens are still good, whatever became of them since. */
  remembered(): Asker[];
  send(path: string, sent: Sent): Promise<Response>;
}

/** RSA keys take longest of all to make, so that all worlds share them. */
const signingKeys = newSigningKeys();

/**
 * @param hear is told every answer of the directory, as it came.
 */
export function openArena(random = 1, hear?: (text: string) => void): Arena {
  const world = createWorld(modelSeed, { now: () => modelSeed.today, random });
  Object.assign(world.authorization, { keys: signingKeys });
  const server = createServer(world);
  const keys: KnownKey[] = [];
  const tokens = new Map<string, { asker: Asker; token: string; until: number }>();

  const tokenOf: Arena['tokenOf'] = async (asker) => {
    if (asker.key !== undefined) return asker.key;
    const name = JSON.stringify([asker.userId, asker.organizationId, asker.clientId]);
    const kept = tokens.get(name);
    if (kept && kept.until > world.now()) return kept.token;
    const { userId, organizationId, clientId } = asker;
    const token = await issueAccessToken(world, userId, organizationId, clientId);
    tokens.set(name, { asker, token, until: world.now() + 290_000 });
    return token;
  };

  const send: Arena['send'] = (path, { method = 'GET', body, headers = {} }) =>
    server.fetch(
      new Request(`${world.issuer}${path}`, {
        method,
        headers: {
          ...headers,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );

  return {
    world,
    server,
    keys,
    pastIds: new Set(),
    pastVersions: new Map(),
    tokenOf,
    remembered: () =>
      [...tokens.values()].filter(({ until }) => until > world.now()).map(({ asker }) => asker),
    send,
    async ask(request) {
      const { operation, asker, parameters, query, body, headers } = request;
      const { method }: Route = routes[operation];
      const search = new URLSearchParams(query).toString();
      const response = await send(
        `/api/v1${pathOf(operation, parameters)}${search && `?${search}`}`,
        {
          method,
          body,
          headers: { Authorization: `Bearer ${await tokenOf(asker)}`, ...headers },
        },
      );
      const text = await response.text();
      hear?.(text);
      const answer = JSON.parse(text) as Record<string, unknown>;
      const code = response.ok ? undefined : String(answer['code']);
      if (operation === 'apiKeys.create' && response.ok) keys.push(answer as unknown as KnownKey);
      return { ...request, status: response.status, text, answer, code };
    },
  };
}
