import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LoggedRequest } from './request-log.ts';
import { trialControl } from '../trial/control.ts';

function setup() {
  const trial = trialControl();
  const { control } = trial;
  const logged = async (query = '') =>
    (await control('GET', `requests${query}`)).body as LoggedRequest[];
  return { ...trial, logged };
}

describe('the request log', () => {
  it('shows each request with its answer, and what came since', async () => {
    const { ask, send, logged, control } = setup();
    const me = await ask('/me');
    await send('/api/v1/nothing', { method: 'POST' });
    const all = await logged();
    assert.deepEqual(
      all.map(({ number, method, path, status }) => [number, method, path, status]),
      [
        [1, 'GET', '/api/v1/me', 200],
        [2, 'POST', '/api/v1/nothing', 404],
      ],
    );
    assert.equal(all[0]?.requestId, me.headers.get('X-Request-Id'));
    assert.ok(all.every(({ ms }) => ms >= 0));
    assert.deepEqual(await logged('?since=1'), all.slice(1));
    assert.equal((await control('GET', 'requests?since=x')).status, 422);
  });

  it('W37: keeps nothing that lets somebody in', async () => {
    const { send, logged } = setup();
    const secrets = ['code', 'state', 'nonce', 'id_token_hint', 'access_token', 'code_verifier'];
    const query = secrets.map((name) => `${name}=hush-${name}`).join('&');
    await send(`/authorize?client_id=client_flights&${query}&state=hush-twice`);
    await send('/login/api/hush-transaction');
    await send('/login/api/hush-transaction/organizations?search=a');
    await send('/token', {
      method: 'POST',
      headers: { Authorization: 'Bearer hush-bearer', Cookie: 'tessera_session=hush-cookie' },
      body: new URLSearchParams({ refresh_token: 'hush-refresh' }),
    });
    const text = JSON.stringify(await logged());
    assert.doesNotMatch(text, /hush/);
    assert.match(text, /client_id=client_flights&code=redacted/);
    assert.match(text, /"\/login\/api\/redacted\/organizations\?search=a"/);
  });

  it('keeps the last thousand, and numbers go on when it is emptied', async () => {
    const { send, logged, control } = setup();
    for (let count = 1; count <= 1003; count += 1) await send('/nothing');
    const all = await logged();
    assert.deepEqual([all.length, all[0]?.number, all.at(-1)?.number], [1000, 4, 1003]);
    assert.deepEqual((await control('DELETE', 'requests')).body, []);
    assert.deepEqual(await logged(), []);
    await send('/nothing');
    assert.equal((await logged())[0]?.number, 1004);
  });
});
