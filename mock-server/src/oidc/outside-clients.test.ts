import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createSessions } from '@tesserakit/client/oidc';
import * as oauth from 'oauth4webapi';
import { InMemoryWebStorage } from 'oidc-client-ts';
import * as openid from 'openid-client';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { redirectUri, trialBrowser } from '../trial/browser.ts';
import { createWorld } from '../world.ts';

const clientId = 'client_flights';

function setup() {
  const world = createWorld(seeds.default);
  const server = createServer(world);
  const browser = trialBrowser(world, server);
  return {
    issuer: world.issuer,
    fetch: (input: string | URL | Request, init?: object) => server.fetch(new Request(input, init)),
    /** What the person comes back to the application with, after address and password. */
    signIn: async (address: string, email: string): Promise<URL> => {
      const { pathname, search } = new URL(address);
      const location = (await browser.send(pathname + search)).headers.get('Location') ?? '';
      const transactionId = new URL(location).searchParams.get('tx') ?? '';
      const step = await browser.prove(transactionId, email);
      assert.ok(step.step === 'done', step.step);
      return new URL(step.redirectTo);
    },
  };
}

describe('an application with a certified client', () => {
  it('signs a person in and renews their tokens with oauth4webapi', async () => {
    const { issuer, fetch, signIn } = setup();
    const options = { [oauth.customFetch]: fetch, [oauth.allowInsecureRequests]: true };
    const found = await oauth.discoveryRequest(new URL(issuer), options);
    const as = await oauth.processDiscoveryResponse(new URL(issuer), found);
    const client: oauth.Client = { client_id: clientId, require_auth_time: true };
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const nonce = oauth.generateRandomNonce();
    const address = new URL(as.authorization_endpoint ?? '');
    address.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid profile email',
      org_id: 'org_acme',
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).toString();

    const back = await signIn(address.href, 'both@acme.example');
    const answer = oauth.validateAuthResponse(as, client, back, state);
    const given = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      oauth.None(),
      answer,
      redirectUri,
      verifier,
      options,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(as, client, given, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(as, given, options);
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    assert.equal(claims?.sub, 'user_both');
    assert.equal(claims['org_id'], 'org_acme');

    const renewed = await oauth.refreshTokenGrantRequest(
      as,
      client,
      oauth.None(),
      tokens.refresh_token ?? '',
      options,
    );
    const again = await oauth.processRefreshTokenResponse(as, client, renewed);
    await oauth.validateApplicationLevelSignature(as, renewed, options);
    assert.equal(oauth.getValidatedIdTokenClaims(again)?.['org_id'], 'org_acme');
    assert.notEqual(again.refresh_token, tokens.refresh_token);

    const told = await oauth.userInfoRequest(as, client, again.access_token, options);
    const person = await oauth.processUserInfoResponse(as, client, claims.sub, told);
    assert.equal(person.email, 'both@acme.example');
  });

  it('signs a person in, switches the organization and renews with openid-client', async () => {
    const { issuer, fetch, signIn } = setup();
    const config = await openid.discovery(new URL(issuer), clientId, undefined, openid.None(), {
      [openid.customFetch]: fetch,
      execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks],
    });
    const verifier = openid.randomPKCECodeVerifier();
    const state = openid.randomState();
    const nonce = openid.randomNonce();
    const address = openid.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      org_id: 'org_acme',
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      max_age: '600',
    });

    const tokens = await openid.authorizationCodeGrant(
      config,
      await signIn(address.href, 'both@acme.example'),
      {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        maxAge: 600,
        idTokenExpected: true,
      },
    );
    assert.equal(tokens.claims()?.['org_id'], 'org_acme');

    const refreshToken = tokens.refresh_token ?? '';
    const switched = await openid.refreshTokenGrant(config, refreshToken, {
      org_id: 'org_borealis',
    });
    assert.equal(switched.claims()?.['org_id'], 'org_borealis');
    assert.equal(switched.claims()?.sub, 'user_both');

    // The presented token was not used up by the switch.
    const renewed = await openid.refreshTokenGrant(config, refreshToken);
    assert.equal(renewed.claims()?.['org_id'], 'org_acme');
    await assert.rejects(
      openid.refreshTokenGrant(config, refreshToken),
      (error) => error instanceof openid.ResponseBodyError && error.error === 'invalid_grant',
    );
  });
});

describe("an application with this product's own sessions", () => {
  function open(t: TestContext) {
    const { issuer, fetch, signIn } = setup();
    let now = Date.now();
    const visited: string[] = [];
    const sessions = createSessions({
      issuer,
      fetch,
      clientId,
      redirectUri,
      storage: new InMemoryWebStorage(),
      clock: () => now,
      navigate: (url) => visited.push(url),
    });
    t.after(() => sessions.close());
    return {
      sessions,
      wait: (milliseconds: number) => (now += milliseconds),
      signIn: async (organizationId: string) => {
        await sessions.signIn({ organizationId });
        const back = await signIn(visited.at(-1) ?? '', 'both@acme.example');
        return sessions.completeSignIn(back.href);
      },
    };
  }

  it('signs a person in, switches the organization and renews both', async (t) => {
    const { sessions, signIn, wait } = open(t);
    assert.equal((await signIn('org_acme')).claims.sub, 'user_both');
    assert.equal((await sessions.switchTo('org_borealis')).org_id, 'org_borealis');
    const former = await sessions.getToken({ organizationId: 'org_acme' });
    wait(275_000);
    assert.notEqual(await sessions.getToken({ organizationId: 'org_acme' }), former);
    assert.ok(await sessions.getToken({ organizationId: 'org_borealis' }));
    assert.equal(sessions.claims('org_acme')?.org_id, 'org_acme');
  });

  it('stays where it is when an organization gives no entry', async (t) => {
    const { sessions, signIn } = open(t);
    await signIn('org_acme');
    await assert.rejects(sessions.switchTo('org_nowhere'), { code: 'no_access' });
    assert.ok(await sessions.getToken({ organizationId: 'org_acme' }));
  });
});
