import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { routes, type Operation } from '@tesserakit/contract';
import { getResponse } from 'msw';
import { handlersOf } from './msw.ts';
import { serve } from './node.ts';
import { issueAccessToken } from './oidc/access-token.ts';
import { seeds } from './seeds/index.ts';
import { createServer } from './server.ts';
import { legalAnswer, type Way } from './trial/legal-answer.ts';
import { overPort } from './trial/over-port.ts';
import { createWorld } from './world.ts';

const ways: readonly Way[] = [
  (world, request) => createServer(world).fetch(request),
  (world, request) => getResponse(handlersOf(world), request),
  overPort,
];

describe('every route', () => {
  for (const operation of Object.keys(routes) as Operation[]) {
    it(`answers ${operation} alike in the page, in a worker and behind a port`, async () => {
      const answers = await Promise.all(ways.map((way) => legalAnswer(operation, way)));
      assert.equal(answers[0]?.status, 200);
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
    });
  }
});

describe('one world', async () => {
  const world = createWorld(seeds.default);
  const server = createServer(world);
  const elsewhere = 'https://app.example/identity';
  const handlers = [handlersOf(world), handlersOf(world, { baseUrl: elsewhere })];
  const listening = await serve(world, { port: 0, hosts: ['127.0.0.1'] });
  after(() => listening.close());
  const token = await issueAccessToken(world, 'user_admin_acme', 'org_acme');

  const ways: Record<string, (path: string, init: RequestInit) => Promise<Response | undefined>> = {
    page: (path, init) => server.fetch(new Request(world.issuer + path, init)),
    worker: (path, init) => getResponse(handlers[0] ?? [], new Request(world.issuer + path, init)),
    'worker elsewhere': (path, init) =>
      getResponse(handlers[1] ?? [], new Request(elsewhere + path, init)),
    port: (path, init) => fetch(`http://127.0.0.1:${listening.port}${path}`, init),
  };

  const paths = [
    '/api/v1/organizations/org_acme/members?limit=2&sort=-joinedAt',
    '/api/v1/organizations/org_acme/members?limit=none',
    '/api/v1/organizations/org_borealis',
    '/api/v1/nothing',
    '/.well-known/openid-configuration',
    '/jwks',
    '/userinfo',
    '/login/api/nothing',
  ];
  for (const path of paths) {
    it(`answers ${path} alike in the page, in a worker and behind a port`, async () => {
      const init = { headers: { Authorization: `Bearer ${token}` } };
      const answers = await Promise.all(
        Object.values(ways).map(async (ask) => {
          const response = await ask(path, init);
          assert.ok(response);
          const type = response.headers.get('Content-Type');
          const text = (await response.text()).replace(/"requestId":"\w+"/, '');
          return { status: response.status, type, text };
        }),
      );
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
    });
  }

  it('takes a body alike in the page, in a worker and behind a port', async () => {
    for (const ask of Object.values(ways)) {
      const response = await ask('/token', {
        method: 'POST',
        body: new URLSearchParams({ client_id: 'client_flights', grant_type: 'password' }),
      });
      assert.equal(response?.status, 400);
      const { error } = (await response.json()) as { error: string };
      assert.equal(error, 'unsupported_grant_type');
    }
  });
});
