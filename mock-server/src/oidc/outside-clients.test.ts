import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createSessions } from '@tesserakit/client/oidc';
import { exportJWK, generateKeyPair } from 'jose';
import * as oauth from 'oauth4webapi';
import { InMemoryWebStorage } from 'oidc-client-ts';
import * as openid from 'openid-client';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { redirectUri, trialBrowser } from '../trial/browser.ts';
import { createWorld } from '../world.ts';

const clientId = 'client_flights';

/** Another company's client, which proves itself by a secret. */
const partner = { clientId: 'client_trip_reports', secret: 'Tessera-demo-client-1!' };

function setup() {
  const world = createWorld(seeds.default);
  const server = createServer(world);
  const browser = trialBrowser(world, server);
  return {
    world,
    browser,
    issuer: world.issuer,
    fetch: (input: string | URL | Request, init?: object) => server.fetch(new Request(input, init)),
    /** What the person comes back to the application with, after address and password. */
    signIn: async (address: string, email: string): Promise<URL> => {
      const { pathname, search } = new URL(address);
      const location = (await browser.send(pathname + search)).headers.get('Location') ?? '';
      const transactionId = new URL(location).searchParams.get('tx') ?? '';
      let step = await browser.prove(transactionId, email);
      if (step.step === 'consent') step = await browser.act(transactionId, { action: 'allow' });
      assert.ok(step.step === 'done', step.step);
      return new URL(step.redirectTo);
    },
    /** Lets in the device that shows the code. */
    letIn: async (userCode: string, email: string): Promise<void> => {
      const location = (await browser.send('/device')).headers.get('Location') ?? '';
      const transactionId = new URL(location).searchParams.get('tx') ?? '';
      await browser.act(transactionId, { action: 'enter_user_code', userCode });
      assert.equal((await browser.prove(transactionId, email)).step, 'consent');
      const step = await browser.act(transactionId, { action: 'allow' });
      assert.ok(step.step === 'device' && step.outcome === 'approved');
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

describe('a confidential application with a certified client', () => {
  const claims = JSON.stringify({
    id_token: { auth_time: { essential: true }, email: null },
    userinfo: { name: null },
  });

  it('sends its request ahead, asks about tokens and ends them with oauth4webapi', async () => {
    const { issuer, fetch, signIn } = setup();
    const options = { [oauth.customFetch]: fetch, [oauth.allowInsecureRequests]: true };
    const found = await oauth.discoveryRequest(new URL(issuer), options);
    const as = await oauth.processDiscoveryResponse(new URL(issuer), found);
    const client: oauth.Client = { client_id: partner.clientId };
    const proof = oauth.ClientSecretBasic(partner.secret);
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const pushed = await oauth.pushedAuthorizationRequest(
      as,
      client,
      proof,
      new URLSearchParams({
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid',
        org_id: 'org_acme',
        acr_values: '1',
        prompt: 'login',
        claims,
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }),
      options,
    );
    const { request_uri } = await oauth.processPushedAuthorizationResponse(as, client, pushed);
    const address = new URL(as.authorization_endpoint ?? '');
    address.search = new URLSearchParams({ client_id: partner.clientId, request_uri }).toString();
    const back = await signIn(address.href, 'both@acme.example');
    const answer = oauth.validateAuthResponse(as, client, back, state);
    const given = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      proof,
      answer,
      redirectUri,
      verifier,
      options,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(as, client, given, {
      maxAge: 60,
      requireIdToken: true,
    });
    const said = oauth.getValidatedIdTokenClaims(tokens);
    assert.deepEqual(
      [said?.['email'], said?.['name'], said?.['acr']],
      ['both@acme.example', undefined, '1'],
    );
    const told = await oauth.userInfoRequest(as, client, tokens.access_token, options);
    const person = await oauth.processUserInfoResponse(as, client, said?.sub ?? '', told);
    assert.deepEqual([person.name, person.email], ['Noor Haddad', undefined]);

    const isActive = async (token: string) => {
      const asked = await oauth.introspectionRequest(as, client, proof, token, options);
      return (await oauth.processIntrospectionResponse(as, client, asked)).active;
    };
    const refreshToken = tokens.refresh_token ?? '';
    assert.deepEqual(
      [await isActive(tokens.access_token), await isActive(refreshToken), await isActive('x')],
      [true, true, false],
    );
    const ended = await oauth.revocationRequest(as, client, proof, refreshToken, options);
    await oauth.processRevocationResponse(ended);
    assert.equal(await isActive(refreshToken), false);
    const late = await oauth.refreshTokenGrantRequest(as, client, proof, refreshToken, options);
    await assert.rejects(
      oauth.processRefreshTokenResponse(as, client, late),
      (error) => error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant',
    );
  });

  it('proves itself by a signature with oauth4webapi', async () => {
    const { world, issuer, fetch } = setup();
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const { secretDigest: _, ...other } = world.clients.get(partner.clientId)!;
    world.clients.set(partner.clientId, { ...other, keys: [await exportJWK(publicKey)] });
    const options = { [oauth.customFetch]: fetch, [oauth.allowInsecureRequests]: true };
    const found = await oauth.discoveryRequest(new URL(issuer), options);
    const as = await oauth.processDiscoveryResponse(new URL(issuer), found);
    const client: oauth.Client = { client_id: partner.clientId };
    const proof = oauth.PrivateKeyJwt(privateKey);
    for (const token of ['a first one', 'a second one']) {
      const asked = await oauth.introspectionRequest(as, client, proof, token, options);
      const { active } = await oauth.processIntrospectionResponse(as, client, asked);
      assert.equal(active, false);
    }
  });

  it('sends its request ahead, asks about tokens, ends them and signs out with openid-client', async () => {
    const { issuer, fetch, browser, signIn } = setup();
    const config = await openid.discovery(
      new URL(issuer),
      partner.clientId,
      undefined,
      openid.ClientSecretPost(partner.secret),
      {
        [openid.customFetch]: fetch,
        execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks],
      },
    );
    const verifier = openid.randomPKCECodeVerifier();
    const state = openid.randomState();
    const address = await openid.buildAuthorizationUrlWithPAR(config, {
      redirect_uri: redirectUri,
      scope: 'openid profile offline_access',
      prompt: 'consent',
      org_id: 'org_borealis',
      claims,
      state,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    assert.deepEqual([...address.searchParams.keys()].sort(), ['client_id', 'request_uri']);
    const back = await signIn(address.href, 'both@acme.example');
    const tokens = await openid.authorizationCodeGrant(config, back, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      idTokenExpected: true,
    });
    assert.equal(tokens.claims()?.['org_id'], 'org_borealis');
    const renewed = await openid.refreshTokenGrant(config, tokens.refresh_token ?? '');
    const isActive = async (token: string | undefined) =>
      (await openid.tokenIntrospection(config, token ?? '')).active;
    assert.equal(await isActive(renewed.refresh_token), true);
    await openid.tokenRevocation(config, renewed.refresh_token ?? '');
    assert.equal(await isActive(renewed.refresh_token), false);

    const leave = openid.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: 'http://localhost:4300/',
      state,
    });
    const left = await browser.send(leave.pathname + leave.search);
    assert.equal(left.headers.get('Location'), `http://localhost:4300/?state=${state}`);
  });
});

describe('a device with a certified client', () => {
  const clientId = 'client_kiosk';

  it('is let in with oauth4webapi, and waits until then', async () => {
    const { issuer, fetch, letIn } = setup();
    const options = { [oauth.customFetch]: fetch, [oauth.allowInsecureRequests]: true };
    const found = await oauth.discoveryRequest(new URL(issuer), options);
    const as = await oauth.processDiscoveryResponse(new URL(issuer), found);
    const client: oauth.Client = { client_id: clientId };
    const asked = await oauth.deviceAuthorizationRequest(
      as,
      client,
      oauth.None(),
      new URLSearchParams({ scope: 'openid email' }),
      options,
    );
    const { device_code, user_code } = await oauth.processDeviceAuthorizationResponse(
      as,
      client,
      asked,
    );
    const poll = async () =>
      oauth.processDeviceCodeResponse(
        as,
        client,
        await oauth.deviceCodeGrantRequest(as, client, oauth.None(), device_code, options),
      );
    const pending = (name: string) => (error: unknown) =>
      error instanceof oauth.ResponseBodyError && error.error === name;
    await assert.rejects(poll(), pending('authorization_pending'));
    await assert.rejects(poll(), pending('slow_down'));
    await letIn(user_code, 'agent@acme.example');
    const tokens = await poll();
    assert.equal(oauth.getValidatedIdTokenClaims(tokens)?.['org_id'], 'org_acme');
  });

  it('is let in with openid-client, and renews its tokens', async () => {
    const { issuer, fetch, letIn } = setup();
    const config = await openid.discovery(new URL(issuer), clientId, undefined, openid.None(), {
      [openid.customFetch]: fetch,
      execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks],
    });
    const asked = await openid.initiateDeviceAuthorization(config, { scope: 'openid' });
    await letIn(asked.user_code, 'agent@acme.example');
    const tokens = await openid.pollDeviceAuthorizationGrant(config, { ...asked, interval: 0 });
    assert.equal(tokens.claims()?.sub, 'user_agent_acme');
    const renewed = await openid.refreshTokenGrant(config, tokens.refresh_token ?? '');
    assert.ok(renewed.refresh_token);
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
