import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problem } from '@tesserakit/contract';
import * as v from 'valibot';
import { startDemo } from '../demo.ts';
import { trialControl } from '../trial/control.ts';
import type { Fault } from './faults.ts';
import type { LoggedRequest } from './request-log.ts';

const members = '/organizations/org_acme/members';

async function setup(...faults: Fault[]) {
  const trial = trialControl();
  const { status, body } = await trial.control('PUT', 'faults', faults);
  assert.deepEqual([status, body], [200, faults]);
  const statuses = async (path: string, count: number) => {
    const all: number[] = [];
    for (let done = 0; done < count; done += 1) all.push((await trial.ask(path)).status);
    return all;
  };
  return { ...trial, statuses };
}

describe('a fault', () => {
  it('refuses with a status, and says when to come again', async () => {
    const { ask } = await setup({ route: 'me.get', kind: 'status', status: 429, retryAfter: 7 });
    const answer = await ask('/me');
    assert.equal(answer.status, 429);
    assert.equal(answer.headers.get('Retry-After'), '7');
    const body = v.parse(problem, await answer.json());
    assert.deepEqual([body.code, body.status], ['rate_limited', 429]);
    assert.equal(answer.headers.get('X-Request-Id'), body.requestId);
    assert.equal((await ask(members)).status, 200);
  });

  it('can be read by scripts of registered origins, as a real refusal can', async () => {
    const { ask } = await setup({ route: '/api/**', kind: 'status' });
    const origin = 'http://localhost:4300';
    const answer = await ask('/me', { headers: { Origin: origin } });
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), origin);
  });

  it('meets the operation or path it names, and the method', async () => {
    const status = async (route: string, method?: Fault['method']) => {
      const { statuses } = await setup({ route, kind: 'status', ...(method && { method }) });
      return (await statuses(members, 1))[0];
    };
    assert.equal(await status('members.list'), 503);
    assert.equal(await status('members.get'), 200);
    assert.equal(await status('members.list', 'POST'), 200);
    assert.equal(await status('/api/v1/organizations/*/members'), 503);
    assert.equal(await status('/api/*/members'), 200);
    assert.equal(await status('/api/**/members', 'GET'), 503);
    assert.equal(await status('**'), 503);
    assert.equal(await status('/api/v1/organizations/org_acme/member.'), 200);
  });

  it('ends after so many times', async () => {
    const { statuses } = await setup({ route: 'me.get', kind: 'status', times: 2 });
    assert.deepEqual(await statuses('/me', 4), [503, 503, 200, 200]);
  });

  it('meets a share of the requests, the same ones for the same random seed', async () => {
    const { statuses, control } = await setup({ route: 'me.get', kind: 'status', rate: 0.4 });
    const first = await statuses('/me', 50);
    const refused = first.filter((status) => status === 503).length;
    assert.ok(refused > 8 && refused < 32, String(refused));
    await control('POST', 'reset');
    await control('PUT', 'faults', [{ route: 'me.get', kind: 'status', rate: 0.4 }]);
    assert.deepEqual(await statuses('/me', 50), first);
  });

  it('shows the page of something in between', async () => {
    const { ask } = await setup({ route: 'me.get', kind: 'html' });
    const answer = await ask('/me');
    assert.equal(answer.status, 502);
    assert.match(answer.headers.get('Content-Type') ?? '', /html/);
    await assert.rejects(answer.json(), SyntaxError);
  });

  it('cuts an answer in half', async () => {
    const { ask } = await setup({ route: 'me.get', kind: 'truncated' });
    const answer = await ask('/me');
    assert.equal(answer.status, 200);
    await assert.rejects(answer.json(), SyntaxError);
  });

  it('loses the answer to what was done', async () => {
    const { ask, send, house, control } = await setup({ route: '/authorize', kind: 'dropped' });
    await assert.rejects(send('/authorize'), TypeError);
    assert.equal(house.world.authorization.transactions.size, 1);
    assert.equal((await ask('/me')).status, 200);
    const [first] = (await control('GET', 'requests')).body as LoggedRequest[];
    assert.deepEqual([first?.path, first?.status], ['/authorize', undefined]);
  });

  it('lets a caller wait until they give up', async () => {
    const { ask } = await setup({ route: 'me.get', kind: 'timeout' });
    const waiting = new AbortController();
    const call = ask('/me', { signal: waiting.signal });
    assert.equal((await ask(members)).status, 200);
    waiting.abort();
    await assert.rejects(call, { name: 'AbortError' });
  });

  it('lets go whom it kept waiting when it ends', async () => {
    const ends: [string, string, unknown?][] = [
      ['DELETE', 'faults'],
      ['PUT', 'faults', []],
      ['POST', 'reset'],
      ['POST', 'scenario', { name: 'empty' }],
    ];
    for (const end of ends) {
      const { ask, control } = await setup({ route: 'me.get', kind: 'timeout' });
      const lost = assert.rejects(ask('/me'), TypeError);
      await ask(members);
      await control(...end);
      await lost;
    }
  });

  it('lets every second answer be overtaken by the next', async () => {
    const { ask } = await setup({ route: 'members.list', kind: 'out-of-order' });
    const order: number[] = [];
    const send = async (number: number) => {
      await ask(members);
      order.push(number);
    };
    await send(1);
    const second = send(2);
    await ask('/me');
    await Promise.all([second, send(3)]);
    const fourth = send(4);
    await ask('/me');
    await Promise.all([fourth, send(5)]);
    assert.deepEqual(order, [1, 3, 2, 5, 4]);
  });

  it('gives way to no other fault once it has met', async () => {
    const { statuses } = await setup(
      { route: 'me.get', kind: 'status', status: 500, times: 1 },
      { route: '**', kind: 'status', status: 502 },
    );
    assert.deepEqual(await statuses('/me', 2), [500, 502]);
  });

  it('never meets the control API', async () => {
    const { control } = await setup({ route: '**', kind: 'dropped' });
    assert.equal((await control('GET', 'clock')).status, 200);
    assert.equal((await control('GET', 'nothing')).status, 404);
    assert.deepEqual((await control('DELETE', 'faults')).body, []);
  });

  it('is refused when it could never be what was meant', async () => {
    const { control } = await setup();
    const wrong: object[] = [
      { route: 'members.lst', kind: 'status' },
      { route: 'toString', kind: 'status' },
      { route: '/x', kind: 'explode' },
      { route: '/x', kind: 'status', status: 200 },
      { route: '/x', kind: 'status', rate: 2 },
      { route: '/x', kind: 'status', times: 0 },
      { route: '/x', kind: 'status', often: true },
      { kind: 'status' },
    ];
    for (const fault of wrong) {
      const { status } = await control('PUT', 'faults', [fault]);
      assert.equal(status, 422, JSON.stringify(fault));
    }
    assert.equal((await control('PUT', 'faults', {})).status, 422);
  });
});

describe('a fault in the page', () => {
  it('looks to a script as the real thing does', async () => {
    const { fetch, baseUrl } = startDemo({ control: true });
    const put = (fault: Fault) =>
      fetch(baseUrl.replace('/api/v1', '/dev/faults'), {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify([fault]),
      });
    await put({ route: 'me.get', kind: 'dropped' });
    await assert.rejects(fetch(`${baseUrl}/me`), TypeError);
    await put({ route: 'me.get', kind: 'timeout' });
    const waiting = new AbortController();
    const call = fetch(`${baseUrl}/me`, { signal: waiting.signal });
    waiting.abort();
    await assert.rejects(call, { name: 'AbortError' });
  });
});
