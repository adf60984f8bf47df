import type { Impact } from '@tesserakit/contract';
import type { Answer, Ask } from './directory.ts';
import { setupOrganizations } from './organizations.ts';

/** A request with a body. */
export const sending = (method: string, body: object = {}, headers = {}) => ({
  method,
  body,
  headers,
});

/** Sees what a deed would do, then does exactly that. A change is looked at as a whole. */
export async function confirmed(
  ask: Ask,
  preview: string,
  path: string,
  method: string,
  change?: object,
): Promise<{ impact: Impact; answer: Answer }> {
  const looked = await ask(preview, change ? sending('POST', change) : {});
  const impact = looked.body as unknown as Impact;
  const sent = change ? sending(method, change) : { method };
  return { impact, answer: await ask(`${path}?impact=${impact.token}`, sent) };
}

/** The default scenario, who asks, and what they were given. */
export function tenant() {
  const setup = setupOrganizations();
  const { world } = setup;
  const grantOf = (organizationId: string, userId: string, applicationId = 'app_flights') =>
    world.grants
      .get(organizationId)
      ?.get(userId)
      ?.find((grant) => grant.applicationId === applicationId);
  return {
    ...setup,
    grantOf,
    rolesOf: (...place: Parameters<typeof grantOf>) =>
      grantOf(...place)?.roles.map(({ roleId }) => roleId),
  };
}
