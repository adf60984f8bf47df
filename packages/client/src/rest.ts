import { pathOf, routes, type AnswerOf, type Operation } from '@tesserakit/contract';
import { within } from './deadline.ts';
import type { CallOptions, DirectoryClient, OrganizationScope } from './directory.ts';
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
    { organizationId, userId, ...query }: OrganizationScope & { userId?: string },
    { signal }: CallOptions = {},
  ): Promise<AnswerOf<O>> =>
    send({
      path: pathOf(operation, { organizationId, ...(userId !== undefined && { userId }) }),
      query,
      answer: routes[operation].answer,
      credentials: 'omit',
      headers: async (ours) => {
        try {
          const token = await getToken({ organizationId, signal: ours });
          if (!token) throw new TypeError('getToken gave no token.');
          return new Headers({ Authorization: `Bearer ${token}` });
        } catch (cause) {
          if (cause instanceof TesseraError) throw cause;
          throw new TesseraError('unauthenticated', { cause });
        }
      },
      signal,
    }) as Promise<AnswerOf<O>>;

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
    },
    applications: { list: (scope, options) => ask('applications.list', scope, options) },
  };
}
