import type { ServerApplication } from '../application.ts';
import type { Saml } from '../federation/saml.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { oidcAnswer } from './answer.ts';
import { samlAnswer } from './saml-provider.ts';

/** The identity providers that a seed lists, as pages of this server. */
export function mountProviders(server: ServerApplication, world: World, saml?: Saml): void {
  server.on(['GET', 'POST'], '/idp/*', async ({ req }) => {
    const answer =
      (await oidcAnswer(world, req.raw)) ?? (saml && (await samlAnswer(world, req.raw, saml)));
    if (!answer) throw new Refusal('not_found');
    return answer;
  });
}
