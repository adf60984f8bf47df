import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problem, routes, type Operation } from '@tesserakit/contract';
import * as v from 'valibot';
import { issueAccessToken } from '../oidc/access-token.ts';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { directoryOf } from '../snapshot.ts';
import { asPerson, withToken } from '../trial/directory.ts';
import { held } from '../trial/held.ts';
import { prepareLegal } from '../trial/legal-requests.ts';
import { createWorld } from '../world.ts';

function setup() {
  const world = createWorld(seeds.default);
  const server = createServer(world);
  const as = (userId: string, organizationId?: string) =>
    asPerson(world, server, userId, organizationId);
  return { world, server, as };
}

const withoutRequestId = (text: string) => text.replace(/"requestId":"\w+"/, '');

describe('the reference protocol', () => {
  for (const operation of Object.keys(routes) as Operation[]) {
    it(`answers ${operation} as the contract says`, async () => {
      const { world, server } = setup();
      const { path, sent, token } = await prepareLegal(world, operation);
      const { status, body, text } = await withToken(world, server, token)(path, sent);
      assert.equal(status, 200, text);
      assert.deepEqual(v.safeParse(routes[operation].answer, body).issues, undefined);
    });
  }

  it('tells a person of an organization out of reach what it tells of one that does not exist', async () => {
    const ask = setup().as('user_both', 'org_acme');
    for (const path of ['', '/members', '/members/user_both', '/applications', '/capabilities']) {
      const foreign = await ask(`/organizations/org_borealis${path}`);
      const missing = await ask(`/organizations/org_nowhere${path}`);
      assert.equal(foreign.status, 404);
      assert.equal(withoutRequestId(foreign.text), withoutRequestId(missing.text));
      const names = (answer: { headers: Headers }) => [...answer.headers.keys()];
      assert.deepEqual(names(foreign), names(missing));
    }
  });

  it('lets a plain member read their own membership, and nobody else', async () => {
    const ask = setup().as('user_agent_acme', 'org_acme');
    assert.equal((await ask('/organizations/org_acme/members/user_agent_acme')).status, 200);
    for (const path of ['', '/user_admin_acme', '/user_nobody']) {
      const { status, body } = await ask(`/organizations/org_acme/members${path}`);
      assert.deepEqual([status, body['code']], [403, 'forbidden']);
    }
  });

  it('says with each entity what the caller may do to it', async () => {
    const { as } = setup();
    const own = await as('user_agent_acme', 'org_acme')('/organizations/org_acme');
    const actions = own.body['actions'] as Record<string, unknown>;
    const open = Object.keys(actions).filter((action) => actions[action] === true);
    assert.deepEqual(open, [
      'organization.read',
      'organizationRoles.list',
      'applications.list',
      'organization.leave',
    ]);
    assert.equal(actions['members.list'], 'forbidden');
  });

  it('judges the caller anew at each call', async () => {
    const { world, as } = setup();
    const ask = as('user_both', 'org_borealis');
    const code = async (path = '/organizations/org_borealis/members') =>
      (await ask(path)).body['code'];
    const members = world.members.get('org_borealis');
    const member = members?.get('user_both');
    const organization = world.organizations.get('org_borealis');
    const user = world.users.get('user_both');
    assert.ok(members && member && organization && user);
    assert.equal(await code(), undefined);

    members.set('user_both', { ...member, status: 'suspended' });
    assert.equal(await code(), 'member_suspended');
    assert.equal(await code('/me'), 'member_suspended');
    assert.equal(await code('/organizations'), undefined);
    assert.equal(await code('/organizations/org_acme/members'), 'not_found');
    members.set('user_both', { ...member, organizationRoleIds: ['organizationMember'] });
    assert.equal(await code(), 'forbidden');
    members.delete('user_both');
    assert.equal(await code(), 'unauthenticated');
    members.set('user_both', member);

    world.organizations.set('org_borealis', { ...organization, status: 'suspended' });
    assert.equal(await code(), 'organization_suspended');
    world.organizations.set('org_borealis', organization);

    world.users.set('user_both', { ...user, status: 'disabled' });
    assert.equal(await code(), 'unauthenticated');
    world.users.set('user_both', user);
    world.moveClock(301_000);
    assert.equal(await code(), 'unauthenticated');
  });

  it('P26: judges who sends slowly as they stand when all of it is there', async () => {
    const narrowed = { status: 'active', organizationRoleIds: ['organizationMember'] } as const;
    const suspended = { status: 'suspended', organizationRoleIds: ['organizationAdmin'] } as const;
    const wanted = JSON.stringify({ organizationRoleIds: ['organizationAdmin'] });
    const agent = '/organizations/org_acme/members/user_agent_acme';
    const tries = [
      { method: 'PUT', path: `${agent}/organization-roles`, text: wanted },
      { method: 'DELETE', path: agent, text: '' },
    ];
    for (const [fallen, code] of [
      [narrowed, 'forbidden'],
      [suspended, 'member_suspended'],
      [undefined, 'unauthenticated'],
    ] as const) {
      for (const { method, path, text } of tries) {
        const { world, server } = setup();
        const before = world.members.get('org_acme')!.get('user_agent_acme');
        const asked = held<undefined>();
        const rest = held<undefined>();
        const body = new ReadableStream<Uint8Array>(
          {
            pull: async (controller) => {
              asked.release(undefined);
              await rest.promise;
              if (text !== '') controller.enqueue(new TextEncoder().encode(text));
              controller.close();
            },
          },
          { highWaterMark: 0 },
        );
        const token = await issueAccessToken(world, 'user_admin_acme', 'org_acme');
        const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
        const sent = { method, headers, body, duplex: 'half' } as RequestInit;
        const answer = server.fetch(new Request(`${world.issuer}/api/v1${path}`, sent));
        await asked.promise;
        const members = world.members.get('org_acme')!;
        if (fallen)
          members.set('user_admin_acme', { ...members.get('user_admin_acme')!, ...fallen });
        else members.delete('user_admin_acme');
        rest.release(undefined);
        const { code: told } = (await (await answer).json()) as { code: string };
        assert.deepEqual([method, told], [method, code]);
        assert.equal(members.get('user_agent_acme'), before);
      }
    }
  });

  const waiting: readonly Operation[] = [
    ...(['invitations.create', 'invitations.bulk', 'invitations.resend'] as const),
    ...(['apiKeys.create', 'directoryTokens.create', 'directoryTokens.rotate'] as const),
    ...(['domains.claim', 'domains.challenge', 'users.resetPassword'] as const),
  ];
  for (const operation of waiting) {
    it(`P26: ${operation} is judged after the wait for its secret`, async (test) => {
      const { world, server } = setup();
      const { path, sent, token } = await prepareLegal(world, operation);
      const before = directoryOf(world);
      const digest = crypto.subtle.digest.bind(crypto.subtle);
      const people = ['user_admin_acme', 'user_platform'].map((id) => world.users.get(id)!);
      test.mock.method(crypto.subtle, 'digest', async (...sent: Parameters<typeof digest>) => {
        for (const user of people) world.users.set(user.userId, { ...user, status: 'disabled' });
        return digest(...sent);
      });
      const { body } = await withToken(world, server, token)(path, sent);
      assert.equal(body['code'], 'unauthenticated');
      for (const user of people) world.users.set(user.userId, user);
      assert.deepEqual(directoryOf(world), before);
    });
  }

  it('lists the organizations of a person, last used first, each with what it gives', async () => {
    const { world, as } = setup();
    const list = async (userId: string, organizationId: string, query = '') => {
      const { body } = await as(userId, organizationId)(`/organizations${query}`);
      const items = body['items'] as { organizationId: string; entry: unknown }[];
      return items.map(({ organizationId, entry }) => `${organizationId} ${String(entry)}`);
    };
    assert.deepEqual(await list('user_both', 'org_acme'), ['org_borealis true', 'org_acme true']);
    assert.deepEqual(await list('user_both', 'org_acme', '?search=TRAVEL'), ['org_acme true']);
    assert.deepEqual(await list('user_dormant', 'org_dormant'), [
      'org_dormant organization_suspended',
    ]);
    assert.deepEqual(await list('user_suspended_acme', 'org_acme'), ['org_acme member_suspended']);
    assert.deepEqual(await list('user_invited', 'org_acme'), []);
    world.members.get('org_acme')?.set('user_both', {
      userId: 'user_both',
      organizationId: 'org_acme',
      status: 'active',
      organizationRoleIds: [],
      lastSignInAt: world.now(),
      source: 'direct',
      version: 2,
    });
    assert.deepEqual(await list('user_both', 'org_acme'), ['org_acme true', 'org_borealis true']);
  });

  it('refuses queries that the contract does not know, and names the fields', async () => {
    const ask = setup().as('user_admin_acme', 'org_acme');
    const fields = async (path: string) => {
      const { status, body } = await ask(path);
      assert.equal(status, 422);
      const { code, errors } = v.parse(problem, body);
      assert.equal(code, 'validation_failed');
      return errors?.map((error) => error.field);
    };
    const members = '/organizations/org_acme/members';
    assert.deepEqual(await fields(`${members}?sort=shoeSize`), ['sort']);
    assert.deepEqual(await fields(`${members}?limit=101&status=gone`), ['limit', 'status']);
    assert.deepEqual(await fields(`${members}?limit=-1`), ['limit']);
    assert.deepEqual(await fields(`${members}?search=a&search=b`), ['search']);
    assert.deepEqual(await fields(`${members}?sarch=a`), ['sarch']);
    assert.deepEqual(await fields(`/me?x=1`), ['x']);
  });

  it('refuses callers without a good token', async () => {
    const { world, server } = setup();
    const foreign = await issueAccessToken(
      createWorld(seeds.default),
      'user_admin_acme',
      'org_acme',
    );
    const own = await issueAccessToken(world, 'user_both', 'org_acme');
    const [header, , signature] = own.split('.');
    const forged = [header, foreign.split('.')[1], signature].join('.');
    const unsigned = `${btoa('{"alg":"none","typ":"at+jwt"}')}.${own.split('.')[1]}.`;
    const refused = ['', 'Bearer', 'Bearer x', `Basic ${own}`].concat(
      [foreign, forged, unsigned].map((token) => `Bearer ${token}`),
    );
    for (const authorization of refused) {
      const headers: HeadersInit = authorization ? { Authorization: authorization } : {};
      const response = await server.fetch(new Request(`${world.issuer}/api/v1/me`, { headers }));
      assert.equal(response.status, 401, authorization);
      assert.equal(response.headers.get('WWW-Authenticate'), 'Bearer');
    }
  });
});

describe('every answer', () => {
  it('is a problem document where there is no such route', async () => {
    const { world, server } = setup();
    for (const path of ['/nothing', '/api/v1/nothing', '/api/v1', '/token']) {
      const response = await server.fetch(new Request(world.issuer + path));
      assert.equal(response.status, 404);
      assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
      const { code, requestId } = v.parse(problem, await response.json());
      assert.equal(code, 'not_found');
      assert.equal(response.headers.get('X-Request-Id'), requestId);
    }
  });

  it('comes from the very address, so that dots in a path reach nothing above it', async () => {
    const { world, as } = setup();
    const ask = as('user_admin_acme', 'org_acme');
    for (const path of ['/organizations/org_acme/', '/organizations/org_acme/members/..']) {
      const { status, body } = await ask(path, { method: 'DELETE' });
      assert.deepEqual([status, body['code']], [404, 'not_found'], path);
    }
    assert.equal((await ask('/organizations/org_acme/members/')).status, 404);
    assert.ok(world.organizations.has('org_acme'));
  });

  it('says nothing about what went wrong inside', async (test) => {
    const { world, as } = setup();
    const logged = test.mock.method(console, 'error', () => undefined);
    const ask = as('user_admin_acme', 'org_acme');
    await ask('/me');
    test.mock.method(world.organizations, 'get', () => {
      throw new Error('secret detail');
    });
    const { status, text, body } = await ask('/me');
    assert.deepEqual([status, body['code']], [500, 'server_error']);
    assert.doesNotMatch(text, /secret|stack|\.ts/);
    assert.equal(logged.mock.callCount(), 1);
  });

  it('is marked as made up, and not to be kept', async () => {
    const { headers } = await setup().as('user_both', 'org_acme')('/me');
    assert.equal(headers.get('X-Tessera-Mock'), '1');
    assert.equal(headers.get('Cache-Control'), 'no-store');
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
  });

  it('W30: can be read by scripts of registered applications only, and never with cookies', async () => {
    const { world, server } = setup();
    const alike = ['http://localhost:43001', 'http://localhost:4300.evil.example'];
    const begun = ['http://localhost', 'https://localhost:4300'];
    const others = [...alike, ...begun, 'http://evil.example', 'null', undefined];
    const origins = ['http://localhost:4300', ...others];
    const paths = ['/api/v1/me', '/token', '/jwks', '/userinfo', '/login/api/x', '/authorize'];
    for (const path of paths) {
      for (const method of ['GET', 'OPTIONS']) {
        for (const origin of origins) {
          const headers: HeadersInit = origin === undefined ? {} : { Origin: origin };
          const url = world.issuer + path;
          const answer = await server.fetch(new Request(url, { method, headers }));
          const open = origin === 'http://localhost:4300' && !/login|authorize/.test(path);
          const allowed = answer.headers.get('Access-Control-Allow-Origin');
          assert.equal(allowed, open ? origin : null, `${method} ${path} ${origin}`);
          assert.equal(answer.headers.get('Access-Control-Allow-Credentials'), null);
        }
      }
    }
  });
});
