import { pathOf, routes, type AnswerOf, type Operation, type Route } from '@tesserakit/contract';
import { within } from './deadline.ts';
import type {
  CallOptions,
  DirectoryClient,
  Expected,
  OrganizationScope,
  WriteOptions,
} from './directory.ts';
import { TesseraError } from './errors.ts';
import { createTransport, type TransportOptions } from './transport.ts';

export interface ClientOptions extends TransportOptions {
  /**
   * An access token for the organization; asked for at each call, so it keeps its own. A
   * {@link TesseraError} that it throws reaches the caller, anything else as `unauthenticated`.
   */
  readonly getToken: (scope: OrganizationScope & CallOptions) => Promise<string>;
  /** {@link DirectoryClient.identity} */
  readonly identity: () => string;
}

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
    parameters: OrganizationScope & { readonly userId?: string } & Expected & object,
    { signal, idempotencyKey }: WriteOptions = {},
  ): Promise<AnswerOf<O>> => {
    const route: Route = routes[operation];
    const { version, ...rest } = parameters;
    const { named, others } = divided(route, rest);
    return send({
      path: pathOf(operation, named),
      method: route.method,
      ...(route.body ? { body: others } : { query: others }),
      answer: routes[operation].answer,
      credentials: 'omit',
      headers: async (ours) => {
        const headers = new Headers();
        if (version !== undefined) headers.set('If-Match', `"${version}"`);
        if (idempotencyKey !== undefined) headers.set('Idempotency-Key', idempotencyKey);
        try {
          const token = await getToken({
            organizationId: parameters.organizationId,
            signal: ours,
          });
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

  return {
    identity,
    capabilities: ({ organizationId }, options) =>
      within({ ...options }, async () => {
        const key = JSON.stringify([identity(), organizationId]);
        let answer = capabilities.get(key);
        if (!answer) {
          // Without the caller's signal: others may wait for the same answer.
          answer = ask('organizations.capabilities', { organizationId });
          answer.catch(() => capabilities.delete(key));
          capabilities.set(key, answer);
        }
        return answer;
      }),
    me: { get: (scope, options) => ask('me.get', scope, options) },
    organizations: {
      list: (query, options) => ask('organizations.list', query, options),
      get: (scope, options) => ask('organizations.get', scope, options),
    },
    members: {
      list: (query, options) => ask('members.list', query, options),
      get: (scope, options) => ask('members.get', scope, options),
      add: (addition, options) => ask('members.add', addition, options),
      update: (change, options) => ask('members.update', change, options),
      suspend: (scope, options) => ask('members.suspend', scope, options),
      reactivate: (scope, options) => ask('members.reactivate', scope, options),
      remove: async (scope, options) => {
        await ask('members.remove', scope, options);
      },
      setOrganizationRoles: (change, options) =>
        ask('members.setOrganizationRoles', change, options),
      bulk: (selection, options) => ask('members.bulk', selection, options),
    },
    access: {
      list: (scope, options) => ask('access.list', scope, options),
      explain: (scope, options) => ask('access.explain', scope, options),
      grant: (change, options) => ask('access.grant', change, options),
      withdraw: async (scope, options) => {
        await ask('access.withdraw', scope, options);
      },
      bulk: (change, options) => ask('access.bulk', change, options),
    },
    organizationRoles: { list: (scope, options) => ask('organizationRoles.list', scope, options) },
    audit: { list: (query, options) => ask('audit.list', query, options) },
    applications: { list: (scope, options) => ask('applications.list', scope, options) },
  };
}

/** Parameters that stand in the path, and the others. The organization is for the token in any case. */
function divided({ path }: Route, parameters: object) {
  const named: Record<string, string> = {};
  const others: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parameters)) {
    if (path.includes(`{${name}}`)) named[name] = String(value);
    else if (name !== 'organizationId') others[name] = value;
  }
  return { named, others };
}
