import {
  everydayRoutes,
  filledPath,
  lateRoute,
  type AnswerOf,
  type Operation,
  type ParametersOf,
  type Route,
} from '@tesserakit/contract';
import type { CallOptions, Expected, WriteOptions } from './calls.ts';
import { within } from './deadline.ts';
import type { DirectoryClient } from './directory.ts';
import { TesseraError } from './errors.ts';
import { usualTimeout } from './exchange.ts';
import { createTransport, type TransportOptions } from './transport.ts';
import { verbs, type Noun } from './verbs.ts';

/** For whom a token is asked; without an organization, for the person themselves or the tenant. */
export interface TokenScope extends CallOptions {
  readonly organizationId?: string | undefined;
}

export interface ClientOptions extends TransportOptions {
  /**
   * An access token for the organization; asked for at each call, so it keeps its own. A
   * {@link TesseraError} that it throws reaches the caller, anything else as `unauthenticated`.
   */
  readonly getToken: (scope: TokenScope) => Promise<string>;
  /** {@link DirectoryClient.identity} */
  readonly identity: () => string;
}

type Method<O> = O extends Operation
  ? (
      parameters: ParametersOf<O>,
      options?: WriteOptions,
    ) => keyof AnswerOf<O> extends never ? Promise<void> : Promise<AnswerOf<O>>
  : never;
type Namespace<N extends Noun> = {
  readonly [Verb in (typeof verbs)[N][number]]: Method<`${N}.${Verb & string}`>;
};

/**
 * A directory client for whoever speaks the reference protocol. Refusals keep the server's code,
 * `Retry-After` and request id; a code from a newer server becomes the one of its status.
 *
 * Capabilities are asked for once per person and organization; a failure is not remembered.
 */
export function createClient({ getToken, identity, ...transport }: ClientOptions): DirectoryClient {
  const send = createTransport(transport);
  const capabilities = new Map<string, Promise<AnswerOf<'organizations.capabilities'>>>();

  const ask = async <O extends Operation>(
    operation: O,
    { version, actingFrom, ...parameters }: Asked,
    { signal, idempotencyKey }: WriteOptions = {},
  ): Promise<AnswerOf<O>> => {
    const route = everyday[operation] ?? (await loaded(operation, signal));
    const { named, query, body } = divided(route, parameters);
    return send({
      path: filledPath(route, named),
      method: route.method,
      query,
      ...(route.body && { body }),
      answer: route.answer,
      credentials: 'omit',
      headers: async (ours) => {
        const headers = new Headers();
        if (version !== undefined) headers.set('If-Match', `"${version}"`);
        if (idempotencyKey !== undefined) headers.set('Idempotency-Key', idempotencyKey);
        try {
          const organizationId = actingFrom ?? parameters.organizationId;
          const token = await getToken({ organizationId, signal: ours });
          if (!token) throw new TypeError('getToken gave no token.');
          headers.set('Authorization', `Bearer ${token}`);
          return headers;
        } catch (cause) {
          if (cause instanceof TesseraError) throw cause;
          throw new TesseraError('unauthenticated', { cause });
        }
      },
      signal,
    }) as Promise<AnswerOf<O>>;
  };

  const namespace = <N extends Noun>(noun: N): Namespace<N> =>
    Object.fromEntries(
      verbs[noun].map((verb) => [
        verb,
        (parameters: Asked = {}, options?: WriteOptions) =>
          ask(`${noun}.${verb}` as Operation, parameters, options),
      ]),
    ) as Namespace<N>;

  return {
    identity,
    capabilities: ({ organizationId, actingFrom }, options) =>
      within({ ...options }, async () => {
        const key = JSON.stringify([identity(), organizationId, actingFrom]);
        let answer = capabilities.get(key);
        if (!answer) {
          // Without the caller's signal: others may wait for the same answer.
          answer = ask('organizations.capabilities', { organizationId, actingFrom });
          answer.catch(() => capabilities.delete(key));
          capabilities.set(key, answer);
        }
        return answer;
      }),
    me: namespace('me'),
    sessions: namespace('sessions'),
    organizations: namespace('organizations'),
    managedOrganizations: namespace('managedOrganizations'),
    members: namespace('members'),
    invitations: namespace('invitations'),
    access: namespace('access'),
    organizationRoles: namespace('organizationRoles'),
    applications: namespace('applications'),
    onboardings: namespace('onboardings'),
    roles: namespace('roles'),
    roleGroups: namespace('roleGroups'),
    domains: namespace('domains'),
    connections: namespace('connections'),
    directoryTokens: namespace('directoryTokens'),
    apiKeys: namespace('apiKeys'),
    users: namespace('users'),
    audit: namespace('audit'),
  };
}

const everyday: Partial<Record<Operation, Route>> = everydayRoutes;

/**
 * What few screens need at first is loaded when it is asked for.
 *
 * @throws TesseraError `network` when it cannot be loaded, `aborted`
 */
function loaded(operation: Operation, signal: AbortSignal | undefined): Promise<Route> {
  return within({ signal, timeout: usualTimeout }, async () => {
    const route = await lateRoute(operation).catch((cause: unknown) => {
      throw new TesseraError('network', { cause });
    });
    return route!;
  });
}

type Asked = {
  readonly organizationId?: string | undefined;
  readonly actingFrom?: string | undefined;
} & Expected &
  object;

/**
 * Parameters by where they travel: in the path, in the query, in the body. The organization is for
 * the token in any case.
 */
function divided({ path, query, body }: Route, parameters: object) {
  const parts = {
    named: {} as Record<string, string>,
    query: {} as Record<string, unknown>,
    body: {} as Record<string, unknown>,
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (path.includes(`{${name}}`)) parts.named[name] = String(value);
    else if (name === 'organizationId') continue;
    else if (body && !Object.hasOwn(query?.entries ?? {}, name)) parts.body[name] = value;
    else parts.query[name] = value;
  }
  return parts;
}
