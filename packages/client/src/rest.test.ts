import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorCodes, travels } from '@tesserakit/domain';
import { TesseraError } from './errors.ts';
import { createClient, type ClientOptions } from './rest.ts';

const acme = { organizationId: 'org_acme' };

const member = {
  userId: 'user_1',
  organizationId: 'org_acme',
  email: 'ada@acme.example',
  name: 'Ada',
  status: 'active',
  organizationRoles: [{ roleId: 'organizationAdmin', name: 'Administrator' }],
  source: 'direct',
  access: [],
  version: 1,
  actions: { 'member.read': true },
};

const members = { items: [member], nextCursor: null, total: 1 };

const capabilities = {
  organizations: { search: true },
  members: { search: true, sorts: ['name'], filters: [], total: true, pageLimit: 100 },
};

/** A client whose server answers what the test says; every request is kept. */
function setup(
  answer: (request: Request) => Response | Promise<Response>,
  some: Partial<ClientOptions> = {},
) {
  const asked: Request[] = [];
  const client = createClient({
    baseUrl: 'https://api.example/api/v1/',
    getToken: async ({ organizationId }) => `token-of-${organizationId}`,
    identity: () => 'https://issuer.example user_1',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      asked.push(request);
      return answer(request);
    },
    ...some,
  });
  return { client, asked };
}

const never = () => new Promise<never>(() => {});

/** A promise and the hand that keeps it. */
function held<T = void>() {
  let release = (_: T): void => {};
  const promise = new Promise<T>((resolve) => (release = resolve));
  return { promise, release };
}

/** The error that a call ended with; a call that did not fail, or with something else, fails the test. */
async function failure(call: Promise<unknown>): Promise<TesseraError> {
  const error: unknown = await call.then(
    () => assert.fail('The call did not fail.'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof TesseraError, String(error));
  return error;
}

describe('createClient', () => {
  it('asks for the organization with its token, without cookies, and leaves out what is not wanted', async () => {
    const { client, asked } = setup(() => Response.json(members));
    await client.members.list({
      ...acme,
      search: 'a&b',
      sort: '-name',
      cursor: undefined,
      limit: 50,
    });
    const [request] = asked;
    assert.equal(
      request?.url,
      'https://api.example/api/v1/organizations/org_acme/members?search=a%26b&sort=-name&limit=50',
    );
    assert.equal(request.headers.get('Authorization'), 'Bearer token-of-org_acme');
    assert.equal(request.credentials, 'omit');
  });

  it('reaches every operation at its path', async () => {
    const { client, asked } = setup(() => new Response(null, { status: 500 }));
    const calls = [
      client.me.get(acme),
      client.capabilities(acme),
      client.organizations.list({ ...acme, search: '' }),
      client.organizations.get(acme),
      client.members.list(acme),
      client.members.get({ ...acme, userId: 'a/b' }),
      client.applications.list(acme),
    ];
    for (const call of calls) assert.equal((await failure(call)).code, 'server_error');
    assert.deepEqual(asked.map(({ url }) => url.replace('https://api.example/api/v1', '')).sort(), [
      '/me',
      '/organizations',
      '/organizations/org_acme',
      '/organizations/org_acme/applications',
      '/organizations/org_acme/capabilities',
      '/organizations/org_acme/members',
      '/organizations/org_acme/members/a%2Fb',
    ]);
  });

  it('never lets an id climb out of its path', async () => {
    const { client, asked } = setup(() => Response.json(members));
    for (const organizationId of ['.', '..']) {
      assert.equal((await failure(client.members.list({ organizationId }))).code, 'not_found');
    }
    assert.equal(asked.length, 0);
  });

  it('keeps words of a newer server as they are, and drops fields it does not know', async () => {
    const newer = { ...member, status: 'hibernating', shoeSize: 44, source: 'telepathy' };
    const { client } = setup(() => Response.json({ ...members, items: [newer], more: true }));
    const page = await client.members.list(acme);
    assert.deepEqual(page, {
      ...members,
      items: [{ ...member, status: 'hibernating', source: 'telepathy' }],
    });
  });

  it('reads an answer that begins with a byte order mark', async () => {
    const { client } = setup(() => new Response(`\uFEFF${JSON.stringify(members)}`));
    assert.equal((await client.members.list(acme)).items.length, 1);
  });
});

describe('a write', () => {
  const suspended = { ...acme, userId: 'user_1' };

  it('carries the key under which the caller repeats it, and none of its own', async () => {
    const { client, asked } = setup(() => Response.json(member));
    for (let times = 0; times < 2; times += 1) {
      await client.members.suspend(suspended, { idempotencyKey: 'suspend-ada' });
    }
    await client.members.suspend(suspended);
    assert.deepEqual(
      asked.map(({ headers }) => headers.get('Idempotency-Key')),
      ['suspend-ada', 'suspend-ada', null],
    );
  });
});

describe('an answer of 200 that cannot be read', () => {
  const json = JSON.stringify(members);
  const changed = (change: object) =>
    JSON.stringify({ ...members, items: [{ ...member, ...change }] });
  const bodies: Record<string, BodyInit | null> = {
    'is empty': '',
    'has no body': null,
    'is a page': '<!doctype html><title>Sign in</title>',
    'breaks off': json.slice(0, -9),
    'goes on after its end': `${json}{}`,
    'is in UTF-16': new Uint8Array(Buffer.from(json, 'utf16le')),
    'is in Latin 1': new Uint8Array(Buffer.from(changed({ name: 'Zoë' }), 'latin1')),
    'is null': 'null',
    'is a text': '"members"',
    'is a number': '7',
    'is a list': JSON.stringify(members.items),
    'lacks the items': JSON.stringify({ nextCursor: null, total: 1 }),
    'has items of null': JSON.stringify({ ...members, items: null }),
    'has null for an item': JSON.stringify({ ...members, items: [null] }),
    'has no cursor at all': JSON.stringify({ items: [], total: 0 }),
    'has a number for the cursor': JSON.stringify({ ...members, nextCursor: 2 }),
    'has a text for the total': JSON.stringify({ ...members, total: '1' }),
    'has a number for an id': changed({ userId: 1 }),
    'has an empty id': changed({ userId: '' }),
    'has null for a status': changed({ status: null }),
    'has a text for roles': changed({ organizationRoles: 'admin' }),
    'has a text for a version': changed({ version: '1' }),
    'has false for an action': changed({ actions: { 'member.read': false } }),
    'lacks the email': changed({ email: undefined }),
    'lacks the actions': changed({ actions: undefined }),
  };
  for (const [what, body] of Object.entries(bodies)) {
    it(`is invalid when it ${what}`, async () => {
      const { client } = setup(() => new Response(body));
      assert.equal((await failure(client.members.list(acme))).code, 'invalid_response');
    });
  }

  it('is a matter of the network when the connection breaks in the middle', async () => {
    const broken = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(json.slice(0, 20)));
        controller.error(new TypeError('terminated'));
      },
    });
    const { client } = setup(() => new Response(broken));
    assert.equal((await failure(client.members.list(acme))).code, 'network');
  });
});

describe('a refusal', () => {
  const refused = (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
    setup(() => Response.json(body, { status, headers })).client.members.list(acme);

  it('keeps every code that a server may send', async () => {
    for (const code of errorCodes.filter(travels)) {
      assert.equal((await failure(refused(400, { code }))).code, code);
    }
  });

  it('takes no word from a server that only a client can say', async () => {
    for (const code of errorCodes.filter((code) => !travels(code))) {
      assert.equal((await failure(refused(403, { code }))).code, 'forbidden');
    }
  });

  const byStatus = {
    400: 'validation_failed',
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not_found',
    409: 'version_conflict',
    412: 'version_conflict',
    418: 'invalid_response',
    422: 'validation_failed',
    429: 'rate_limited',
    500: 'server_error',
    501: 'unsupported',
    502: 'server_error',
    503: 'server_error',
  };
  for (const [status, code] of Object.entries(byStatus)) {
    it(`of ${status} without a known code is ${code}`, async () => {
      for (const body of [{ code: 'from_the_future' }, { code: 7 }, null, [], 'no']) {
        assert.equal((await failure(refused(Number(status), body))).code, code);
      }
    });
  }

  it('of a proxy, in HTML, goes by its status', async () => {
    const { client } = setup(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    assert.equal((await failure(client.me.get(acme))).code, 'server_error');
  });

  it('carries the request id, from the document or else from the header', async () => {
    const header = { 'X-Request-Id': 'request_8' };
    const body = { code: 'forbidden', requestId: 'request_7' };
    assert.equal((await failure(refused(403, body, header))).requestId, 'request_7');
    assert.equal((await failure(refused(403, {}, header))).requestId, 'request_8');
    assert.equal((await failure(refused(403, { requestId: 8 }))).requestId, undefined);
  });

  it('names the fields at fault, and only those that are well formed', async () => {
    const field = { field: 'email', message: 'Too long.' };
    const errors = [field, null, { field: 7, message: 'x' }, { field: 'name' }, 'name'];
    assert.deepEqual((await failure(refused(422, { errors }))).fields, [field]);
    assert.deepEqual((await failure(refused(422, { errors: 'all' }))).fields, []);
  });

  it('says in seconds when to try again, in whatever form it was told', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-01-01T00:00:00Z') });
    const forms: Record<string, number | undefined> = {
      '7': 7,
      '0': 0,
      'Thu, 01 Jan 2026 00:00:30 GMT': 30,
      'Wed, 31 Dec 2025 23:00:00 GMT': 0,
      '-5': undefined,
      '1.5': undefined,
      soon: undefined,
      '99999999999999999999': undefined,
    };
    for (const [form, seconds] of Object.entries(forms)) {
      const error = await failure(refused(429, {}, { 'Retry-After': form }));
      assert.equal(error.code, 'rate_limited');
      assert.equal(error.retryAfter, seconds, form);
    }
    assert.equal((await failure(refused(429))).retryAfter, undefined);
  });
});

describe('a call that gets no answer', () => {
  it('is a matter of the network when the server cannot be reached', async () => {
    const cause = new TypeError('Failed to fetch');
    const { client } = setup(() => Promise.reject(cause));
    const error = await failure(client.me.get(acme));
    assert.equal(error.code, 'network');
    assert.equal(error.cause, cause);
  });

  it('ends after the time-out, though the transport listens to nothing', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const sent = held();
    const { client, asked } = setup(() => (sent.release(), never()));
    const call = failure(client.me.get(acme));
    await sent.promise;
    t.mock.timers.tick(15_000);
    assert.equal((await call).code, 'timeout');
    assert.equal(asked[0]?.signal.aborted, true);
  });

  it('ends after the time-out when the body never ends', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const read = held();
    const body = new ReadableStream({ pull: () => (read.release(), never()) });
    const { client } = setup(() => new Response(body), { timeout: 200 });
    const call = failure(client.me.get(acme));
    await read.promise;
    t.mock.timers.tick(200);
    assert.equal((await call).code, 'timeout');
  });

  it('ends after the time-out when the token never comes', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { client, asked } = setup(() => Response.json(members), { getToken: never });
    const call = failure(client.me.get(acme));
    t.mock.timers.tick(15_000);
    assert.equal((await call).code, 'timeout');
    assert.equal(asked.length, 0);
  });

  it('ends at once when the caller turns away, and tells the transport', async () => {
    const sent = held();
    const { client, asked } = setup(() => (sent.release(), never()));
    const caller = new AbortController();
    const call = failure(client.me.get(acme, { signal: caller.signal }));
    await sent.promise;
    caller.abort();
    assert.equal((await call).code, 'aborted');
    assert.equal(asked[0]?.signal.aborted, true);
  });

  it('never begins for a caller who is gone already', async () => {
    const { client, asked } = setup(() => Response.json(members), {
      getToken: () => assert.fail('No token is needed.'),
    });
    const error = await failure(client.me.get(acme, { signal: AbortSignal.abort() }));
    assert.equal(error.code, 'aborted');
    assert.equal(asked.length, 0);
  });

  it('leaves no timer and no listener behind when it is over', async (t) => {
    const cleared = t.mock.method(globalThis, 'clearTimeout');
    const { client } = setup(() => Response.json(members));
    const { signal } = new AbortController();
    const removed = t.mock.method(signal, 'removeEventListener');
    await client.members.list(acme, { signal });
    assert.notEqual(cleared.mock.calls[0]?.arguments[0], undefined);
    assert.equal(removed.mock.callCount(), 1);
  });
});

describe('a call without a token', () => {
  it('fails as whoever gives the tokens says', async () => {
    const refusal = new TesseraError('no_access');
    const { client } = setup(() => Response.json(members), {
      getToken: () => Promise.reject(refusal),
    });
    assert.equal(await failure(client.me.get(acme)), refusal);
  });

  const tokens: Record<string, () => Promise<string>> = {
    'the giver fails in its own way': () => Promise.reject(new Error('boom')),
    'the giver rejects with nothing': () => Promise.reject(undefined as unknown as Error),
    'the giver throws at once': () => {
      throw new Error('boom');
    },
    'the token is empty': async () => '',
    'the token cannot stand in a header': async () => 'a\r\nb',
    'there is undefined instead': async () => undefined as unknown as string,
  };
  for (const [what, getToken] of Object.entries(tokens)) {
    it(`is unauthenticated when ${what}`, async () => {
      const { client, asked } = setup(() => Response.json(members), { getToken });
      assert.equal((await failure(client.me.get(acme))).code, 'unauthenticated');
      assert.equal(asked.length, 0);
    });
  }
});

describe('calls at the same time', () => {
  it('each get their own answer, in whatever order the answers come', async () => {
    const waiting = new Map<string, (response: Response) => void>();
    const { client, asked } = setup(
      ({ url }) =>
        new Promise((resolve) =>
          waiting.set(new URL(url).searchParams.get('search') ?? '', resolve),
        ),
    );
    const calls = ['a', 'ad', 'ada'].map(async (search) => {
      const { items } = await client.members.list({ organizationId: `org_${search}`, search });
      return items[0]?.name;
    });
    while (waiting.size < 3) await Promise.resolve();
    for (const search of ['ada', 'a', 'ad']) {
      waiting.get(search)?.(Response.json({ ...members, items: [{ ...member, name: search }] }));
    }
    assert.deepEqual(await Promise.all(calls), ['a', 'ad', 'ada']);
    for (const { url, headers } of asked) {
      const organizationId = new URL(url).pathname.split('/')[4];
      assert.equal(headers.get('Authorization'), `Bearer token-of-${organizationId}`);
    }
  });
});

describe('capabilities', () => {
  it('are asked for once per organization', async () => {
    const { client, asked } = setup(() => Response.json(capabilities));
    assert.deepEqual(await Promise.all([client.capabilities(acme), client.capabilities(acme)]), [
      capabilities,
      capabilities,
    ]);
    await client.capabilities(acme);
    assert.equal(asked.length, 1);
    await client.capabilities({ organizationId: 'org_borealis' });
    assert.equal(asked.length, 2);
  });

  it('of one person are not taken for those of another', async () => {
    let person = 'user_1';
    const { client, asked } = setup(() => Response.json(capabilities), { identity: () => person });
    await client.capabilities(acme);
    person = 'user_2';
    await client.capabilities(acme);
    assert.equal(asked.length, 2);
  });

  it('are asked for again after a failure', async () => {
    let down = true;
    const { client } = setup(() =>
      down ? new Response(null, { status: 500 }) : Response.json(capabilities),
    );
    assert.equal((await failure(client.capabilities(acme))).code, 'server_error');
    down = false;
    assert.deepEqual(await client.capabilities(acme), capabilities);
  });

  it('still come to the others when one who waits turns away', async () => {
    const sent = held();
    const answer = held<Response>();
    const { client, asked } = setup(() => (sent.release(), answer.promise));
    const first = new AbortController();
    const impatient = failure(client.capabilities(acme, { signal: first.signal }));
    const patient = client.capabilities(acme);
    await sent.promise;
    first.abort();
    assert.equal((await impatient).code, 'aborted');
    answer.release(Response.json(capabilities));
    assert.deepEqual(await patient, capabilities);
    assert.equal(asked.length, 1);
  });
});
