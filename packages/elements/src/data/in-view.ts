import type { DirectoryClient } from '@tesserakit/client';
import type { ContextController } from './context-controller.js';
import type { Query } from './resource.js';

/** Which organization is asked about, and of whom. */
export interface Asked {
  readonly client: DirectoryClient;
  readonly organizationId: string;
}

/** The organization in view with the client to ask; `undefined` until both are there. */
export function askedIn({ client, organization }: ContextController): Asked | undefined {
  return client && organization && { client, organizationId: organization.organizationId };
}

/** A question about the organization in view, under the name by which other elements ask it too. */
export function questionIn<T>(
  context: ContextController,
  name: readonly unknown[],
  fetch: (asked: Asked, signal: AbortSignal) => Promise<T>,
): Query<T> | undefined {
  const asked = askedIn(context);
  if (!asked) return undefined;
  const { client, organizationId } = asked;
  return {
    owner: client,
    key: [client.identity(), organizationId, ...name],
    fetch: (signal) => fetch(asked, signal),
  };
}
