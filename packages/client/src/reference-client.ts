import { pathOf, routes, type AnswerOf, type Capabilities, type Operation } from '@tesserakit/contract';
import type { CallOptions, DirectoryClient, ListQuery } from './directory.ts';
import { TesseraError } from './errors.ts';
import { searchOf, Transport, type Fetch } from './transport.ts';

export interface ClientOptions {
  /** Where the reference protocol is served, for example `https://api.example.com/api/v1`. */
  readonly baseUrl: string;
  /** An access token for an organization. Asked before every call; keeping one is its own matter. */
  readonly getToken: (scope: {
    organizationId: string;
    signal?: AbortSignal | undefined;
  }) => Promise<string>;
  /** Names the person who is signed in: issuer and subject in one text. */
  readonly identity: () => string;
  readonly fetch?: Fetch;
  /** Milliseconds for a whole answer; 15,000 by default. */
  readonly timeout?: number;
}

type Parameters = Record<string, string> & { organizationId: string };

/**
 * A client of the reference protocol. Reads leniently: words and fields that this version does not
 * know do no harm; an answer of another shape is `invalid_response`.
 */
export function createClient(options: ClientOptions): DirectoryClient {
  const { baseUrl, getToken, identity } = options;
  const transport = new Transport(options.fetch, options.timeout);
  const kept = new Map<string, Promise<Capabilities>>();

  async function call<O extends Operation>(
    operation: O,
    parameters: Parameters,
    { signal }: CallOptions = {},
    query: object = {},
  ): Promise<AnswerOf<O>> {
    const { method, answer } = routes[operation];
    const token = await tokenFor(parameters.organizationId, signal);
    const url = baseUrl + pathOf(operation, parameters) + searchOf(query);
    const headers = { Accept: 'application/json', Authorization: `Bearer ${token}` };
    return (await transport.send(url, answer, { method, headers, signal })) as AnswerOf<O>;
  }

  async function tokenFor(organizationId: string, signal: AbortSignal | undefined): Promise<string> {
    if (signal?.aborted) throw new TesseraError('aborted');
    try {
      return await getToken({ organizationId, signal });
    } catch (cause) {
      if (cause instanceof TesseraError) throw cause;
      throw new TesseraError(signal?.aborted ? 'aborted' : 'unauthenticated', { cause });
    }
  }

  return {
    identity,

    // Kept for the client's life and shared by those who ask at the same time; therefore no single
    // caller's signal ends the call.
    capabilities: async ({ organizationId }, { signal } = {}) => {
      let answer = kept.get(organizationId);
      if (!answer) {
        answer = call('organizations.capabilities', { organizationId });
        kept.set(organizationId, answer);
        answer.catch(() => kept.delete(organizationId));
      }
      const value = await answer;
      if (signal?.aborted) throw new TesseraError('aborted');
      return value;
    },

    me: { get: ({ organizationId }, options) => call('me.get', { organizationId }, options) },

    organizations: {
      list: ({ organizationId, ...query }: { organizationId: string } & ListQuery, options) =>
        call('organizations.list', { organizationId }, options, query),
      get: ({ organizationId }, options) => call('organizations.get', { organizationId }, options),
    },

    members: {
      list: ({ organizationId, ...query }, options) =>
        call('members.list', { organizationId }, options, query),
      get: ({ organizationId, userId }, options) =>
        call('members.get', { organizationId, userId }, options),
    },

    applications: {
      list: ({ organizationId }, options) =>
        call('applications.list', { organizationId }, options),
    },
  };
}
