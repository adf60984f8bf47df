import { acceptedAssertion, type Assertion, type Connection } from '@tesserakit/domain';
import { providerKey } from '../idp/provider-keys.ts';
import type { World } from '../world.ts';
import { entityIdOf, returnAddressOf } from './departure.ts';
import type { Saml, SamlStatement } from './saml.ts';
import type { Departure } from './stage.ts';

/** How far the provider's clock may be off, in milliseconds. */
const tolerance = 60_000;

/**
 * What a SAML provider says of the person whom it sends back. Rejects, or answers nothing, unless
 * all of it fits: signature, issuer, audience, recipient, the request that it answers, and time; and
 * each assertion is good once.
 */
export async function readSamlAnswer(
  world: World,
  connection: Connection,
  departure: Departure,
  message: string,
  saml: Saml,
): Promise<Assertion | undefined> {
  const said = await saml.readResponse(message, await keysOf(world, connection));
  if (!fits(world, connection, departure, said)) return undefined;
  const { usedAssertions } = world.authorization;
  const key = JSON.stringify(['saml', said.issuer, said.assertionId]);
  if (usedAssertions.has(key)) return undefined;
  usedAssertions.set(key, (said.confirmation.notOnOrAfter ?? world.now()) + tolerance);
  const { issuer, subject, attributes } = said;
  return acceptedAssertion({ issuer, subject }, attributes, connection);
}

/** The certificates that the organization trusts; without any, what the listed provider gives out. */
async function keysOf(world: World, { issuer, certificate }: Connection): Promise<string[]> {
  if (certificate !== undefined)
    return certificate.match(/-----BEGIN[^]+?-----END[^-]+-----/g) ?? [];
  const provider = world.providers.get(issuer);
  if (provider?.providerId === undefined) return [];
  return [(await providerKey(world, provider.providerId)).publicPem];
}

function fits(
  world: World,
  connection: Connection,
  { requestId }: Departure,
  { issuer, audiences, notBefore, notOnOrAfter, confirmation, ...response }: SamlStatement,
): boolean {
  const now = world.now();
  const here = returnAddressOf(world, connection);
  return (
    issuer === connection.issuer &&
    audiences.length === 1 &&
    audiences[0] === entityIdOf(world, connection.connectionId) &&
    confirmation.recipient === here &&
    confirmation.inResponseTo === requestId &&
    response.inResponseTo === requestId &&
    (response.destination ?? here) === here &&
    now < (confirmation.notOnOrAfter ?? 0) + tolerance &&
    now < (notOnOrAfter ?? 0) + tolerance &&
    now >= (notBefore ?? 0) - tolerance
  );
}
