import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TesseraError } from './errors.ts';
import { createLoginClient } from './login.ts';

const identifier = { step: 'identifier', application: { name: 'Flights' } };

function setup(answer: () => Response) {
  const asked: Request[] = [];
  const login = createLoginClient({
    baseUrl: 'https://login.example',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      asked.push(request);
      return answer();
    },
  });
  return { login, asked };
}

function codeIs(code: string) {
  return (error: unknown) => error instanceof TesseraError && error.code === code;
}

describe('createLoginClient', () => {
  it('opens a sign-in with the cookies of its own origin', async () => {
    const { login, asked } = setup(() => Response.json(identifier));
    assert.deepEqual(await login.open('tx/1'), identifier);
    assert.equal(asked[0]?.url, 'https://login.example/login/api/tx%2F1');
    assert.equal(asked[0].method, 'GET');
    assert.equal(asked[0].credentials, 'same-origin');
  });

  it('tells what the person did, in JSON', async () => {
    const { login, asked } = setup(() => Response.json(identifier));
    const action = { action: 'identify', identifier: 'ada@acme.example' } as const;
    await login.submit('tx_1', action);
    assert.equal(asked[0]?.method, 'POST');
    assert.equal(asked[0].headers.get('Content-Type'), 'application/json');
    assert.deepEqual(await asked[0].json(), action);
  });

  it('searches and pages the organizations of a sign-in', async () => {
    const page = { items: [], nextCursor: null, total: 0 };
    const { login, asked } = setup(() => Response.json(page));
    assert.deepEqual(
      await login.organizations('tx_1', { search: 'air', cursor: 'c', limit: 50 }),
      page,
    );
    const { pathname, search } = new URL(asked[0]?.url ?? '');
    assert.equal(pathname + search, '/login/api/tx_1/organizations?search=air&cursor=c&limit=50');
  });

  it('shows a sign-in that is gone as expired, whatever the person does', async () => {
    for (const status of [404, 410]) {
      const { login } = setup(() => new Response(null, { status }));
      assert.deepEqual(await login.open('tx_1'), { step: 'expired' });
      assert.deepEqual(await login.submit('tx_1', { action: 'restart' }), { step: 'expired' });
      await assert.rejects(login.organizations('tx_1', {}), codeIs('not_found'));
    }
  });

  it('refuses a step that it does not know', async () => {
    const { login } = setup(() => Response.json({ step: 'retina_scan' }));
    await assert.rejects(login.open('tx_1'), codeIs('invalid_response'));
  });

  it('refuses a known step that lacks what it shows', async () => {
    const { login } = setup(() => Response.json({ step: 'password' }));
    await assert.rejects(login.open('tx_1'), codeIs('invalid_response'));
  });

  it('passes on why the server refused', async () => {
    const { login } = setup(() => Response.json({ code: 'rate_limited' }, { status: 429 }));
    await assert.rejects(login.submit('tx_1', { action: 'cancel' }), codeIs('rate_limited'));
  });
});
