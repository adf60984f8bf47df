import { SignJWT } from 'jose';
import { forgetOldest } from '../forget-oldest.ts';
import type { ListedProvider } from '../identity-providers.ts';
import { formOf, parametersOf } from '../oidc/parameters.ts';
import { challengeOf } from '../oidc/pkce.ts';
import { newSecret } from '../random.ts';
import type { World } from '../world.ts';
import { isReturnAddress, providerAddress } from './addresses.ts';
import { peoplePage, providerProblem } from './people-page.ts';
import { providerKey } from './provider-keys.ts';

/** What a provider has promised to whoever brings the code. */
interface Promised {
  readonly issuer: string;
  readonly subject: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string | undefined;
  readonly expiresAt: number;
}

const codes = new WeakMap<World, Map<string, Promised>>();
const life = 60_000;

/** The page to sign in at, for a request that the provider's one client sent. */
export function showPeople(provider: ListedProvider, world: World, request: Request): Response {
  const { values, repeated } = parametersOf(new URL(request.url).searchParams);
  const problem = repeated.size > 0 ? 'A parameter is repeated.' : wrongIn(provider, world, values);
  if (problem) return providerProblem(problem);
  return peoplePage(provider, new URL(request.url).pathname, Object.fromEntries(values));
}

/** Sends the browser back with a code for the person who was chosen, or with a refusal. */
export async function letPersonGo(
  provider: ListedProvider,
  world: World,
  request: Request,
): Promise<Response> {
  const values = (await formOf(request))?.values ?? new Map<string, string>();
  const problem = wrongIn(provider, world, values);
  if (problem) return providerProblem(problem);
  const back = new URL(values.get('redirect_uri') ?? '');
  const answer = (name: string, value: string | undefined) => {
    if (value !== undefined) back.searchParams.set(name, value);
  };
  const person = provider.people?.find(({ subject }) => subject === values.get('subject'));
  if (person) answer('code', promise(world, provider, person.subject, values));
  else answer('error', 'access_denied');
  answer('state', values.get('state'));
  answer('iss', provider.issuer);
  return new Response(null, { status: 303, headers: { Location: back.href } });
}

function wrongIn(
  { clientId }: ListedProvider,
  world: World,
  values: ReadonlyMap<string, string>,
): string | undefined {
  if (values.get('client_id') !== clientId) return 'The client is not known here.';
  if (!isReturnAddress(world, values.get('redirect_uri') ?? '')) {
    return 'The address to return to is not registered.';
  }
  const withCode = values.get('response_type') === 'code' && values.has('state');
  const challenged = values.get('code_challenge_method') === 'S256' && values.has('code_challenge');
  return withCode && challenged ? undefined : 'The request is not one of this provider’s kind.';
}

function promise(
  world: World,
  { issuer, clientId = '' }: ListedProvider,
  subject: string,
  values: ReadonlyMap<string, string>,
): string {
  const own = codes.get(world) ?? new Map<string, Promised>();
  codes.set(world, own);
  forgetOldest(own, 100);
  const code = newSecret();
  own.set(code, {
    issuer,
    subject,
    clientId,
    redirectUri: values.get('redirect_uri') ?? '',
    challenge: values.get('code_challenge') ?? '',
    nonce: values.get('nonce'),
    expiresAt: world.now() + life,
  });
  return code;
}

/** The token endpoint: an ID token for a code, once. */
export async function giveIdToken(
  provider: ListedProvider,
  world: World,
  request: Request,
): Promise<Response> {
  const values = (await formOf(request))?.values ?? new Map<string, string>();
  const challenge = await challengeOf(values.get('code_verifier') ?? '');
  const own = codes.get(world);
  const code = values.get('code') ?? '';
  const promised = own?.get(code);
  own?.delete(code);
  const good =
    promised?.issuer === provider.issuer &&
    world.now() < promised.expiresAt &&
    promised.redirectUri === values.get('redirect_uri') &&
    promised.challenge === challenge;
  if (!good) return Response.json({ error: 'invalid_grant' }, { status: 400 });
  const { providerId = '', people = [] } = provider;
  const { kid, privateKey } = await providerKey(world, providerId);
  const now = Math.floor(world.now() / 1000);
  const says = people.find(({ subject }) => subject === promised.subject)?.says;
  const idToken = await new SignJWT({
    ...says,
    ...(promised.nonce !== undefined && { nonce: promised.nonce }),
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
    .setIssuer(provider.issuer)
    .setSubject(promised.subject)
    .setAudience(promised.clientId)
    .setIssuedAt(now)
    .setExpirationTime(now + life / 1000)
    .sign(privateKey);
  const token = { access_token: newSecret(), token_type: 'Bearer', expires_in: life / 1000 };
  return Response.json({ ...token, id_token: idToken });
}

/** The keys that the provider signs with. */
export async function showKeys({ providerId = '' }: ListedProvider, world: World) {
  return Response.json({ keys: [(await providerKey(world, providerId)).jwk] });
}

/** Where the provider answers what (OpenID Connect Discovery). */
export function providerMetadata({ issuer, providerId = '' }: ListedProvider, world: World) {
  return {
    issuer,
    authorization_endpoint: providerAddress(world, providerId, 'authorize'),
    token_endpoint: providerAddress(world, providerId, 'token'),
    jwks_uri: providerAddress(world, providerId, 'jwks'),
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  };
}
