import { acceptedAssertion, type Assertion, type Connection } from '@tesserakit/domain';
import type { AuthorizationServer, Client } from 'oauth4webapi';
import { providerMetadata } from '../idp/oidc-provider.ts';
import type { World } from '../world.ts';
import { returnAddressOf } from './departure.ts';
import type { Departure } from './stage.ts';

/** Asks a provider something that no browser sees. */
export type BackChannel = (request: Request) => Promise<Response>;

/**
 * What an OpenID provider says of the person whom it sends back (OpenID Connect Core, section
 * 3.1.2.5). Rejects unless all of it fits: issuer of the answer and of the token, state, client,
 * nonce, time and signature.
 */
export async function readOidcAnswer(
  world: World,
  connection: Connection,
  { state, nonce, verifier }: Departure,
  address: URL,
  ask: BackChannel,
): Promise<Assertion | undefined> {
  const provider = world.providers.get(connection.issuer);
  if (!provider) return undefined;
  // Much for a server that most of its life is not asked for it.
  const oauth = await import('oauth4webapi');
  const server: AuthorizationServer = providerMetadata(provider, world);
  const client: Client = {
    client_id: connection.clientId ?? '',
    [oauth.clockSkew]: Math.round((world.now() - Date.now()) / 1000),
    [oauth.clockTolerance]: 60,
  };
  const through = {
    [oauth.customFetch]: (url: string, init: object) => ask(new Request(url, init)),
    // The mock stands on this machine, without a certificate.
    [oauth.allowInsecureRequests]: true,
  };
  const parameters = oauth.validateAuthResponse(server, client, address, state);
  const secret = world.connectionSecrets.get(connection.connectionId);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    secret === undefined ? oauth.None() : oauth.ClientSecretBasic(secret),
    parameters,
    returnAddressOf(world, connection),
    verifier,
    through,
  );
  const result = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, response, through);
  const claims = oauth.getValidatedIdTokenClaims(result);
  if (!claims) return undefined;
  const name = { issuer: claims.iss, subject: claims.sub };
  return acceptedAssertion(name, claims, connection);
}
