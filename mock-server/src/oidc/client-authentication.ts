import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { digestOf } from '../secrets.ts';
import type { Client, World } from '../world.ts';
import { OAuthError } from './oauth-error.ts';

/** How a client proves itself, as discovery names it. */
export const authenticationMethods = [
  'none',
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
] as const;

/** How an assertion of a client may be signed. */
export const assertionAlgorithms = ['ES256', 'RS256'];

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Seconds for which an assertion may be good. */
const longestAssertion = 300;

type Values = ReadonlyMap<string, string>;

/**
 * The client that sent a form (RFC 6749, section 2.3). A public one names itself and shows nothing
 * else; a confidential one shows its secret, or an assertion that it signed (RFC 7523).
 *
 * @throws OAuthError `invalid_client` without telling why; `invalid_request` for two proofs at once.
 */
export async function authenticateClient(
  world: World,
  request: Request,
  values: Values,
): Promise<Client> {
  const header = request.headers.get('Authorization');
  const assertion = values.get('client_assertion');
  const secret = values.get('client_secret');
  if ([header ?? undefined, assertion, secret].filter((one) => one !== undefined).length > 1) {
    throw new OAuthError('invalid_request', 'A client proves itself in one way.');
  }
  if (assertion !== undefined) return byAssertion(world, values, assertion);
  const shown = header === null ? { clientId: values.get('client_id'), secret } : basic(header);
  const client = world.clients.get(shown?.clientId ?? '');
  const named = values.get('client_id') ?? client?.clientId;
  if (!shown || !client || named !== client.clientId) throw unknown();
  const { confidential, secretDigest } = client;
  const digest = shown.secret === undefined ? undefined : await digestOf(shown.secret);
  if (confidential ? digest === undefined || digest !== secretDigest : digest !== undefined) {
    throw unknown();
  }
  return client;
}

async function byAssertion(world: World, values: Values, assertion: string): Promise<Client> {
  const { usedAssertions } = world.authorization;
  const client = world.clients.get(values.get('client_id') ?? issuerIn(assertion));
  if (!client?.keys || values.get('client_assertion_type') !== assertionType) throw unknown();
  const now = world.now();
  const { jti, exp = 0 } = await jwtVerify(
    assertion,
    createLocalJWKSet({ keys: [...client.keys] }),
    {
      algorithms: assertionAlgorithms,
      issuer: client.clientId,
      subject: client.clientId,
      audience: [world.issuer, `${world.issuer}/token`],
      requiredClaims: ['exp', 'jti'],
      currentDate: new Date(now),
    },
  ).then(
    ({ payload }) => payload,
    () => {
      throw unknown();
    },
  );
  const key = JSON.stringify([client.clientId, jti]);
  if (exp * 1000 > now + longestAssertion * 1000 || usedAssertions.has(key)) throw unknown();
  usedAssertions.set(key, exp * 1000);
  return client;
}

/** Whom an assertion claims to be from; nothing of it is believed before its signature is checked. */
function issuerIn(assertion: string): string {
  try {
    return decodeJwt(assertion).iss ?? '';
  } catch {
    return '';
  }
}

/** Name and secret of a header, both written as in a form (RFC 6749, section 2.3.1). */
function basic(header: string): { clientId: string; secret: string } | undefined {
  try {
    const [, encoded = ''] = /^Basic ([^\s]+)$/i.exec(header) ?? [];
    const [, clientId, secret] = /^([^:]*):([\s\S]*)$/.exec(atob(encoded)) ?? [];
    if (clientId === undefined || secret === undefined) return undefined;
    const read = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
    return { clientId: read(clientId), secret: read(secret) };
  } catch {
    return undefined;
  }
}

function unknown(): OAuthError {
  return new OAuthError('invalid_client', 'The client did not prove itself.');
}
