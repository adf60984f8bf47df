import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { interactionPolicy } from 'oidc-provider';
import {
  callback,
  deviceClient,
  home,
  otherCallback,
  partner,
  person,
  publicClient,
  strangerClient,
} from './clients.ts';
import { cookieJar, isOfApplication, locationOf, sendTo, type Browser, type Side } from './side.ts';

/** The certified server, with the clients and the abilities of the mock, at the mock's paths. */
export async function openReference(): Promise<Side> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, await configuration());
  const answer = provider.callback();
  listener.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    return finish(provider, request, response).catch(() => response.writeHead(500).end());
  });
  return {
    issuer,
    browser: () => browserAt(issuer),
    close: async () => {
      listener.closeAllConnections();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}

function browserAt(issuer: string): Browser {
  const jar = cookieJar();
  const send: Browser['send'] = (sent) => sendTo(issuer, sent, jar);
  const signIn: Browser['signIn'] = async (address) => {
    let at = new URL(address, issuer);
    for (let steps = 0; steps < 12 && !isOfApplication(at); steps += 1) {
      const response = await send({ path: at.pathname + at.search });
      const next = locationOf(response, issuer);
      if (!next) return at;
      at = next;
    }
    return at;
  };
  return {
    send,
    signIn,
    isError: async (address) => !address.pathname.startsWith('/interaction/'),
    answerDevice: async (userCode, answer) => {
      const page = await (await send({ path: '/device' })).text();
      const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
      const decision = answer === 'allow' ? 'confirm' : 'abort';
      const parameters = [
        ['xsrf', xsrf],
        ['user_code', userCode],
        [decision, 'yes'],
      ] as const;
      const answered = await send({ path: '/device', method: 'POST', parameters });
      const next = locationOf(answered, issuer);
      if (next) await signIn(next.href);
    },
  };
}

/** The person signs in and allows whatever they are asked. */
async function finish(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    const result = { login: { accountId: person.userId } };
    await provider.interactionFinished(request, response, result, {
      mergeWithLastSubmission: false,
    });
    return;
  }
  const properties = {
    accountId: session?.accountId ?? '',
    clientId: String(params['client_id']),
  };
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant = known ?? new provider.Grant(properties);
  grant.addOIDCScope(prompt.details.missingOIDCScope?.join(' ') ?? '');
  grant.addOIDCClaims(prompt.details.missingOIDCClaims ?? []);
  const result = { consent: { grantId: await grant.save() } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

/** A page that the server is about to answer. */
interface Page {
  body: string;
}

async function configuration(): Promise<Record<string, unknown>> {
  const keys = await Promise.all(
    ['RS256', 'ES256'].map(async (alg) => {
      const { privateKey } = await generateKeyPair(alg, { extractable: true });
      return { ...(await exportJWK(privateKey)), alg, use: 'sig' };
    }),
  );
  const page = {
    redirect_uris: [callback, otherCallback],
    post_logout_redirect_uris: [home],
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
    application_type: 'web',
  };
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  return {
    jwks: { keys },
    cookies: { keys: ['a key for the cookies of a test'], long: { sameSite: 'none' } },
    enableHttpPostMethods: true,
    pkce: { required: () => true },
    scopes: ['openid', 'offline_access', 'profile', 'email'],
    claims: { profile: ['name', 'picture', 'locale'], email: ['email', 'email_verified'] },
    acrValues: ['1'],
    clients: [
      { client_id: publicClient, token_endpoint_auth_method: 'none', ...page },
      { client_id: strangerClient, token_endpoint_auth_method: 'none', ...page },
      { client_id: partner.clientId, client_secret: partner.secret, ...page },
      {
        client_id: deviceClient,
        token_endpoint_auth_method: 'none',
        redirect_uris: [],
        response_types: [],
        grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
      },
    ],
    routes: {
      authorization: '/authorize',
      token: '/token',
      end_session: '/logout',
      pushed_authorization_request: '/par',
      device_authorization: '/device_authorization',
      code_verification: '/device',
      revocation: '/revoke',
      introspection: '/introspect',
      userinfo: '/userinfo',
      jwks: '/jwks',
    },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
      deviceFlow: {
        enabled: true,
        userCodeInputSource: (context: Page, form: string) => (context.body = form),
        userCodeConfirmSource: (context: Page, form: string) => (context.body = form),
        successSource: (context: Page) => (context.body = 'Let in.'),
      },
      introspection: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context: Page, form: string) => (context.body = form),
        postLogoutSuccessSource: (context: Page) => (context.body = 'Signed out.'),
      },
      claimsParameter: { enabled: true },
    },
    interactions: {
      policy,
      url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}`,
    },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      DeviceCode: 600,
      Grant: 3600,
      IdToken: 300,
      Interaction: 600,
      RefreshToken: 3600,
      Session: 3600,
    },
    renderError: (context: Page, { error }: { error: string }) =>
      (context.body = `Error: ${error}`),
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, email: person.email, email_verified: true }),
    }),
  };
}
