import { sweep } from '../login/sweep.ts';
import { newSecret } from '../random.ts';
import type { World } from '../world.ts';
import { readRequest, returnAddress } from './authorization-request.ts';
import { authenticateClient } from './client-authentication.ts';
import { OAuthError, oauthAnswer } from './oauth-error.ts';
import { formOf, parametersOf, type Parameters } from './parameters.ts';

const prefix = 'urn:ietf:params:oauth:request_uri:';

/** Seconds until the person has to be sent on. */
const life = 60;

/** What proves the client; it is no part of what the client asks. */
const proofs = ['client_secret', 'client_assertion', 'client_assertion_type'];

/**
 * Takes an authorization request ahead of the person (RFC 9126), refuses it as the authorization
 * endpoint would, and answers a reference for it that is good once, for this client.
 */
export async function pushRequest(world: World, request: Request): Promise<Response> {
  sweep(world);
  try {
    const form = await formOf(request);
    if (!form) throw new OAuthError('invalid_request', 'Send a form.');
    const { clientId } = await authenticateClient(world, request, form.values);
    if (form.values.has('request_uri')) {
      throw new OAuthError('invalid_request', 'A request that is sent ahead refers to no other.');
    }
    const asked = [...form.values].filter(([name]) => !proofs.includes(name));
    const values = new Map([...asked, ['client_id', clientId] as const]);
    const parameters = { values, repeated: form.repeated };
    readRequest(returnAddress(world, parameters), parameters);
    const reference = prefix + newSecret();
    world.authorization.pushedRequests.set(reference, {
      clientId,
      parameters: [...values],
      expiresAt: world.now() + life * 1000,
    });
    return Response.json({ request_uri: reference, expires_in: life }, { status: 201 });
  } catch (error) {
    if (error instanceof OAuthError) return oauthAnswer(error, request);
    throw error;
  }
}

/**
 * What a request refers to, in place of all that it says itself; `undefined` where it refers to
 * nothing that was sent ahead. The reference is used up, whatever becomes of the request.
 *
 * @throws OAuthError where there is no such reference, or it is another client's. Nobody is known
 * then to whom it could be told.
 */
export function pushedParameters(
  world: World,
  { values, repeated }: Parameters,
): Parameters | undefined {
  const reference = values.get('request_uri');
  if (!reference?.startsWith(prefix)) return undefined;
  const { pushedRequests } = world.authorization;
  const pushed = pushedRequests.get(reference);
  const own = pushed?.clientId === values.get('client_id');
  if (!pushed || !own || repeated.size > 0 || world.now() >= pushed.expiresAt) {
    throw new OAuthError('invalid_request_uri', 'This request was used already, or never sent.');
  }
  pushedRequests.delete(reference);
  return parametersOf(new URLSearchParams(pushed.parameters.map(([name, value]) => [name, value])));
}
