import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ErrorCode } from '@tesserakit/domain';
import { createBetterAuthClient } from './index.ts';

const acme = { organizationId: 'org_1' };

/** A client whose server answers every request like this. */
function clientOf(answer: () => Response | Promise<Response>) {
  return createBetterAuthClient({
    baseUrl: 'https://app.example/api/auth',
    identity: () => 'somebody',
    fetch: async () => answer(),
    timeout: 200,
  });
}

function refused(status: number, code?: string, headers = {}) {
  return () => Response.json({ message: 'No.', ...(code && { code }) }, { status, headers });
}

const failures: Record<string, readonly [() => Response | Promise<Response>, ErrorCode]> = {
  'a server that is down': [() => Promise.reject(new TypeError('fetch failed')), 'network'],
  'a server that never answers': [() => new Promise<never>(() => {}), 'timeout'],
  'a page in place of an answer': [
    () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }),
    'invalid_response',
  ],
  'a page of a proxy that is out of order': [
    () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
    'server_error',
  ],
  'JSON of another kind': [() => Response.json({ members: 'all of them' }), 'invalid_response'],
  'nothing at all': [() => new Response(''), 'invalid_response'],
  'a session that has ended': [() => Response.json(null), 'unauthenticated'],
  'no session': [refused(401, 'UNAUTHORIZED'), 'unauthenticated'],
  'a foreign origin': [refused(403, 'INVALID_ORIGIN'), 'forbidden'],
  'an organization of others': [
    refused(403, 'YOU_ARE_NOT_A_MEMBER_OF_THIS_ORGANIZATION'),
    'not_found',
  ],
  'an organization that is gone': [refused(400, 'ORGANIZATION_NOT_FOUND'), 'not_found'],
  'a removal that the role does not allow, though sent as if nobody were signed in': [
    refused(401, 'YOU_ARE_NOT_ALLOWED_TO_DELETE_THIS_MEMBER'),
    'forbidden',
  ],
  'the last owner': [
    refused(400, 'YOU_CANNOT_LEAVE_THE_ORGANIZATION_AS_THE_ONLY_OWNER'),
    'last_administrator',
  ],
  'a code that is a name of every object': [refused(404, 'constructor'), 'not_found'],
  'an error inside': [refused(500), 'server_error'],
};

describe('createBetterAuthClient, where something is wrong', () => {
  for (const [what, [answer, code]] of Object.entries(failures)) {
    it(`says ${code} for ${what}`, async () => {
      await assert.rejects(clientOf(answer).members.list(acme), { name: 'TesseraError', code });
    });
  }

  it('says how long to wait', async () => {
    const client = clientOf(refused(429, undefined, { 'X-Retry-After': '7' }));
    await assert.rejects(client.me.get(acme), { code: 'rate_limited', retryAfter: 7 });
  });

  it('is signed out where no headers can be had', async () => {
    const client = createBetterAuthClient({
      baseUrl: 'https://app.example/api/auth',
      identity: () => 'nobody',
      fetch: () => assert.fail('Nothing is sent.'),
      getHeaders: () => Promise.reject(new Error('There is no session.')),
    });
    await assert.rejects(client.organizations.list(acme), { code: 'unauthenticated' });
  });

  it('sends the cookie of the session where there are no headers, and asks for one organization', async () => {
    const sent: (readonly [string, RequestCredentials | undefined])[] = [];
    const client = createBetterAuthClient({
      baseUrl: 'https://app.example/api/auth/',
      identity: () => 'somebody',
      fetch: async (input, init) => {
        sent.push([String(input), init?.credentials]);
        return Response.json({ role: 'member' });
      },
    });
    await client.capabilities(acme);
    assert.deepEqual(sent, [
      [
        'https://app.example/api/auth/organization/get-active-member-role?organizationId=org_1',
        'include',
      ],
    ]);
  });
});
