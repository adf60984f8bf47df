import type { Connection } from '@tesserakit/domain';
import type { ListedProvider, ProviderPerson } from '../identity-providers.ts';
import { seeds } from '../seeds/index.ts';
import { nodeSaml } from '../saml/node.ts';
import { createServer } from '../server.ts';
import { createWorld, tableOf, type World } from '../world.ts';
import { trialBrowser, type TrialBrowser } from './browser.ts';

const begin = Date.parse('2026-03-01T09:00:00Z');

/** A person whom a trial's provider knows. */
export const ada: ProviderPerson = {
  subject: 'ada',
  says: { email: 'ada@acme.example', email_verified: true, name: 'Ada', groups: ['chiefs'] },
};

export const providers: Readonly<Record<'oidc' | 'saml', ListedProvider>> = {
  oidc: {
    protocol: 'oidc',
    issuer: 'https://openid.acme.example',
    clientId: 'tessera',
    providerId: 'openid',
    people: [ada],
  },
  saml: {
    protocol: 'saml',
    issuer: 'https://saml.acme.example/metadata',
    singleSignOnUrl: 'https://saml.acme.example/sso',
    providerId: 'saml',
    people: [ada],
  },
};

/** Acme's own way in to all of its applications, by one protocol or the other. */
export function connectionBy(
  protocol: 'oidc' | 'saml',
  some: Partial<Connection> = {},
): Connection {
  const { issuer, clientId, singleSignOnUrl } = providers[protocol];
  return {
    connectionId: `connection_${protocol}`,
    organizationId: 'org_acme',
    name: 'Acme sign-in',
    protocol,
    status: 'active',
    issuer,
    ...(clientId !== undefined && { clientId }),
    ...(singleSignOnUrl !== undefined && { singleSignOnUrl }),
    jit: true,
    defaultRoleIds: ['role_flights_viewer'],
    attributes: {},
    groupRoles: [{ group: 'chiefs', roleId: 'role_flights_approver' }],
    testedAt: begin,
    ...some,
  };
}

/** A server where Acme's people sign in through Acme's own provider, and a browser at it. */
export function federatedServer(
  protocol: 'oidc' | 'saml',
  some: Partial<Connection> = {},
  people: readonly ProviderPerson[] = [ada],
) {
  let now = begin;
  const world = createWorld({ ...seeds.default, identities: [] }, { now: () => now });
  const provider = { ...providers[protocol], people };
  world.providers.set(provider.issuer, provider);
  const connection = connectionBy(protocol, some);
  tableOf(world, 'connections', 'org_acme').set(connection.connectionId, connection);
  const server = createServer(world, { saml: nodeSaml });
  const browser = trialBrowser(world, server);
  return { world, server, browser, connection, later: (by: number) => (now += by) };
}

/** The address that an answer sends the browser to. */
export function locationOf(response: Response): URL {
  const location = response.headers.get('Location');
  if (location === null) throw new Error(`${response.status} leads nowhere`);
  return new URL(location);
}

export const pathOf = ({ pathname, search }: URL): string => `${pathname}${search}`;

/** From the application to the page of the provider, by an address of the organization. */
export async function setOut(browser: TrialBrowser, some: Record<string, string> = {}) {
  const transactionId = await browser.begin(some);
  const step = await browser.act(transactionId, {
    action: 'identify',
    identifier: 'ada@acme.example',
  });
  if (step.step !== 'federated') throw new Error(`at ${step.step}`);
  const away = locationOf(await browser.send(pathOf(new URL(step.redirectTo))));
  return { transactionId, away };
}

/** Chooses a person on the page of a provider. */
export async function choose(browser: TrialBrowser, away: URL, subject: string): Promise<Response> {
  const { pathname, searchParams } = away;
  return browser.send(pathname, {
    method: 'POST',
    body: new URLSearchParams({ ...Object.fromEntries(searchParams), subject }),
  });
}

/** The field of a form in a page. */
export function fieldIn(html: string, name: string): string {
  const [, value = ''] = new RegExp(`name="${name}" value="([^"]*)"`).exec(html) ?? [];
  return value.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** Events that somebody came, or was refused, through a connection. */
export function arrivals(world: World) {
  return world.audit
    .filter(({ action }) => action === 'connection.signIn')
    .map(({ outcome, code }) => code ?? outcome);
}

/** The step of the sign-in whose page somebody is sent to. */
export function stepAt(browser: TrialBrowser, response: Response) {
  return browser.step(locationOf(response).searchParams.get('tx') ?? '');
}
