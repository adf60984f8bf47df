import type { Connection } from '@tesserakit/domain';
import { cookie, readCookie } from '../login/cookies.ts';
import { loginAddress, type Transaction, transactionLife } from '../login/transaction.ts';
import { providerAddress } from '../idp/addresses.ts';
import { challengeOf } from '../oidc/pkce.ts';
import { newSecret } from '../random.ts';
import type { World } from '../world.ts';
import type { Departure, FederatedStage } from './stage.ts';
import type { Saml } from './saml.ts';

/** Who asks an identity provider: each connection in its own name, so that no answer fits another. */
export function entityIdOf(world: World, connectionId: string): string {
  return new URL(`/federation/${connectionId}`, world.issuer).href;
}

/** Where the answer of an identity provider is taken, by its protocol. */
export function returnAddressOf(world: World, { connectionId, protocol }: Connection): string {
  const page = protocol === 'saml' ? 'acs' : 'callback';
  return `${entityIdOf(world, connectionId)}/${page}`;
}

/**
 * Sends the browser to the identity provider of the stage. Whoever departs again makes the former
 * departure worthless. Where nobody can be sent, the page says so.
 */
export async function depart(
  world: World,
  transaction: Transaction,
  saml: Saml | undefined,
): Promise<Response> {
  const { stage } = transaction;
  if (stage.at !== 'federated') return loginAddress(world, transaction);
  const { organizationId, connectionId } = stage.passage;
  const connection = world.connections.get(organizationId)?.get(connectionId);
  const departure = newDeparture(transaction);
  const way = await wayOut(world, connection, departure, transaction, saml);
  // Another request moved the sign-in on, or the connection has ended in the meantime.
  if (transaction.stage !== stage) return loginAddress(world, transaction);
  if (typeof way !== 'object') {
    transaction.stage = { ...stage, refusal: way };
    return loginAddress(world, transaction);
  }
  const { refusal, ...kept } = stage;
  transaction.stage = { ...kept, departure };
  const { transactionId } = transaction;
  return new Response(null, {
    status: 303,
    headers: {
      Location: way.address,
      'Set-Cookie': cookie(world, cookieName(transactionId), departure.binding, {
        path: '/federation',
        maxAge: transactionLife / 1000,
      }),
    },
  });
}

/** Whether the request comes from the browser that departed. */
export function isSameBrowser(request: Request, transactionId: string, { binding }: Departure) {
  return readCookie(request, cookieName(transactionId)) === binding;
}

function newDeparture({ transactionId }: Transaction): Departure {
  return {
    state: `${transactionId}.${newSecret()}`,
    nonce: newSecret(),
    verifier: newSecret(),
    // An XML id does not begin with a digit.
    requestId: `_${newSecret()}`,
    binding: newSecret(),
  };
}

async function wayOut(
  world: World,
  connection: Connection | undefined,
  departure: Departure,
  { identifier }: Transaction,
  saml: Saml | undefined,
): Promise<{ address: string } | NonNullable<FederatedStage['refusal']>> {
  const { protocol, providerId } = world.providers.get(connection?.issuer ?? '') ?? {};
  if (connection?.status !== 'active' || protocol !== connection.protocol) return 'no_access';
  if (providerId === undefined) return 'no_access';
  const returnAddress = returnAddressOf(world, connection);
  if (protocol === 'saml') {
    if (!saml) return 'unsupported';
    const address = await saml.requestAddress({
      requestId: departure.requestId,
      entityId: entityIdOf(world, connection.connectionId),
      returnAddress,
      singleSignOnUrl: providerAddress(world, providerId, 'sso'),
      relayState: departure.state,
    });
    return { address };
  }
  const address = new URL(providerAddress(world, providerId, 'authorize'));
  address.search = new URLSearchParams({
    client_id: connection.clientId ?? '',
    redirect_uri: returnAddress,
    response_type: 'code',
    scope: 'openid email profile',
    state: departure.state,
    nonce: departure.nonce,
    code_challenge: await challengeOf(departure.verifier),
    code_challenge_method: 'S256',
    ...(identifier !== undefined && { login_hint: identifier }),
  }).toString();
  return { address: address.href };
}

function cookieName(transactionId: string): string {
  return `tessera_sso_${transactionId}`;
}
