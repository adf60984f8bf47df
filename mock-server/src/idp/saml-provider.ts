import type { Saml } from '../federation/saml.ts';
import type { ListedProvider, ProviderPerson } from '../identity-providers.ts';
import { formOf, parametersOf, type Parameters } from '../oidc/parameters.ts';
import { isSameOrigin } from '../login/same-origin.ts';
import { escaped, page } from '../page.ts';
import { newSecret } from '../random.ts';
import type { World } from '../world.ts';
import { isReturnAddress } from './addresses.ts';
import { providerNamed } from './answer.ts';
import { peoplePage, providerProblem } from './people-page.ts';
import { providerKey } from './provider-keys.ts';

const life = 5 * 60_000;

/** What a listed SAML provider answers; `undefined` for what it has not. */
export async function samlAnswer(
  world: World,
  request: Request,
  saml: Saml,
): Promise<Response | undefined> {
  const { pathname, searchParams } = new URL(request.url);
  const [, providerId = ''] = /^\/idp\/([^/]+)\/sso$/.exec(pathname) ?? [];
  const provider = providerNamed(world, decodeURIComponent(providerId));
  if (provider?.protocol !== 'saml') return undefined;
  const sent = request.method === 'GET' ? parametersOf(searchParams) : await formOf(request);
  const asked = sent && (await readRequest(world, sent, saml));
  if (!sent || !asked) return providerProblem('The request is not one of this provider’s kind.');
  const relayState = sent.values.get('RelayState') ?? '';
  if (request.method === 'GET') {
    const SAMLRequest = sent.values.get('SAMLRequest') ?? '';
    return peoplePage(provider, pathname, { SAMLRequest, RelayState: relayState });
  }
  if (!isSameOrigin(world, request)) return providerProblem('The form is not of this page.');
  const subject = sent.values.get('subject');
  const person = provider.people?.find((one) => one.subject === subject);
  if (!person) return providerProblem('Nobody has signed in.');
  const { privatePem } = await providerKey(world, providerId);
  const response = await saml.respond(statementOf(world, provider, person, asked), privatePem);
  return formBack(asked.returnAddress, { SAMLResponse: response, RelayState: relayState });
}

async function readRequest(world: World, { values }: Parameters, saml: Saml) {
  try {
    const asked = await saml.readRequest(values.get('SAMLRequest') ?? '');
    return isReturnAddress(world, asked.returnAddress) ? asked : undefined;
  } catch {
    return undefined;
  }
}

function statementOf(
  world: World,
  { issuer }: ListedProvider,
  { subject, says }: ProviderPerson,
  { requestId, entityId, returnAddress }: Awaited<ReturnType<Saml['readRequest']>>,
) {
  const now = world.now();
  const end = now + life;
  return {
    assertionId: `_${newSecret()}`,
    issuer,
    subject,
    attributes: says,
    audiences: [entityId],
    notBefore: now,
    notOnOrAfter: end,
    confirmation: { recipient: returnAddress, inResponseTo: requestId, notOnOrAfter: end },
    destination: returnAddress,
    inResponseTo: requestId,
  };
}

/** A form that a press of its button brings to whoever asked: no script is needed for it. */
function formBack(action: string, fields: Readonly<Record<string, string>>): Response {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return page(
    'Identity provider',
    `<form method="post" action="${escaped(action)}">
      ${inputs.join('\n      ')}
      <p><button>Continue</button></p>
    </form>`,
  );
}
