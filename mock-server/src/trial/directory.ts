import { issueAccessToken } from '../oidc/access-token.ts';
import type { Server } from '../server.ts';
import type { World } from '../world.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** What is sent beside the path; with a body, as JSON. */
export interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Ask = (path: string, sent?: Sent) => Promise<Answer>;

/** Asks the directory as one person for one organization. */
export function asPerson(
  world: World,
  server: Server,
  userId: string,
  organizationId?: string,
  clientId?: string,
): Ask {
  return withToken(world, server, issueAccessToken(world, userId, organizationId, clientId));
}

/** Asks the directory with a token, whoever it belongs to. */
export function withToken(world: World, server: Server, token: string | Promise<string>): Ask {
  return async (path, { method = 'GET', body, headers = {} } = {}) => {
    const response = await server.fetch(
      new Request(`${world.issuer}/api/v1${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${await token}`,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: JSON.parse(text) as Record<string, unknown>,
    };
  };
}
