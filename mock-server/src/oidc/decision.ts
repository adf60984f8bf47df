import { decideSignIn, isOwnProof, type SignInDecision } from '@tesserakit/domain';
import type { BrowserSession } from '../authorization-state.ts';
import { entriesOf } from '../directory/choices.ts';
import type { World } from '../world.ts';
import type { EntryRequest } from './authorization-request.ts';
import { admitsPerson } from './standing.ts';

/** For whom the person of this session acts at the client, as the request asks. */
export function decisionFor(
  world: World,
  session: BrowserSession,
  asked: EntryRequest,
): SignInDecision {
  const user = world.users.get(session.userId);
  const client = world.clients.get(asked.clientId);
  if (user?.status !== 'active' || !client) return { kind: 'refuse' };
  return decideSignIn({
    organizationIds: entriesOf(world, user, client.applicationId, session).map(
      (choice) => choice.organizationId,
    ),
    personal: admitsPerson(world, user, client) && isOwnProof(session),
    requested: asked.organizationId,
    alwaysAsk: asked.prompt.has('select_account'),
  });
}
