import { issueAccessToken } from '../oidc/access-token.ts';
import type { Server } from '../server.ts';
import type { World } from '../world.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** Asks the directory as one person for one organization. */
export function asPerson(
  world: World,
  server: Server,
  userId: string,
  organizationId?: string,
): (path: string) => Promise<Answer> {
  const token = issueAccessToken(world, userId, organizationId);
  return async (path) => {
    const response = await server.fetch(
      new Request(`${world.issuer}/api/v1${path}`, {
        headers: { Authorization: `Bearer ${await token}` },
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
