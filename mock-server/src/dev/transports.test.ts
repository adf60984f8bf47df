import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { getResponse } from 'msw';
import { openHouse } from '../house.ts';
import { handlersOf } from '../msw.ts';
import { serve } from '../node.ts';
import type { Fault } from './faults.ts';

describe('a controlled server behind a port', async () => {
  const house = openHouse({ name: 'default' });
  const { port, close } = await serve(house, { port: 0, hosts: ['127.0.0.1'], control: true });
  const closed = await serve(house, { port: 0, hosts: ['127.0.0.1'] });
  after(() => Promise.all([close(), closed.close()]));
  const base = `http://127.0.0.1:${port}`;
  const control = (method: string, path: string, body?: unknown) =>
    fetch(`${base}/dev/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const meet = (fault: Omit<Fault, 'route'>) =>
    control('PUT', 'faults', [{ route: '/jwks', ...fault }]);

  it('is reached by the pages and tools of this machine only', async () => {
    const status = async (headers: HeadersInit) =>
      (await fetch(`${base}/dev/reset`, { method: 'POST', headers })).status;
    assert.equal(await status({}), 200);
    assert.equal(await status({ Origin: base }), 200);
    assert.equal(await status({ Origin: 'http://localhost:4400' }), 200);
    assert.equal(await status({ Origin: 'http://localhost:4300' }), 403);
    assert.equal(await status({ 'Sec-Fetch-Site': 'cross-site' }), 403);
    const others = serve(house, { port: 0, hosts: ['0.0.0.0'], control: true });
    await assert.rejects(others, /this machine alone/);
  });

  it('leads to its control from the first page, where it is open', async () => {
    const first = async (port: number) => (await fetch(`http://127.0.0.1:${port}/`)).text();
    assert.match(await first(port), /href="\/dev\/"/);
    assert.doesNotMatch(await first(closed.port), /\/dev\//);
    assert.equal((await fetch(`http://127.0.0.1:${closed.port}/dev/`)).status, 404);
  });

  it('keeps its address while the world is replaced', async () => {
    const issuer = async () =>
      (await fetch(`${base}/.well-known/openid-configuration`)).json() as Promise<object>;
    const keys = async () => (await fetch(`${base}/jwks`)).text();
    const before = [await issuer(), await keys()];
    await control('POST', 'scenario', { name: 'empty' });
    assert.deepEqual(await issuer(), before[0]);
    assert.notEqual(await keys(), before[1]);
    await control('POST', 'scenario', { name: 'default' });
  });

  it('closes the socket where a connection is lost', async () => {
    await meet({ kind: 'dropped', times: 1 });
    await assert.rejects(fetch(`${base}/jwks`), TypeError);
    assert.equal((await fetch(`${base}/jwks`)).status, 200);
  });

  it('sends half an answer, a page of something else, or a refusal', async () => {
    await meet({ kind: 'truncated' });
    await assert.rejects((await fetch(`${base}/jwks`)).json(), SyntaxError);
    await meet({ kind: 'html', status: 504 });
    assert.equal((await fetch(`${base}/jwks`)).status, 504);
    await meet({ kind: 'status', retryAfter: 3 });
    assert.equal((await fetch(`${base}/jwks`)).headers.get('Retry-After'), '3');
    await control('DELETE', 'faults');
  });

  it('never answers where it is to be silent, until the caller leaves or the scenario ends', async () => {
    await meet({ kind: 'timeout' });
    const waiting = new AbortController();
    const left = fetch(`${base}/jwks`, { signal: waiting.signal });
    const stayed = fetch(`${base}/jwks`);
    assert.equal((await fetch(`${base}/userinfo`)).status, 401);
    waiting.abort();
    await assert.rejects(left, { name: 'AbortError' });
    await control('POST', 'reset');
    await assert.rejects(stayed, TypeError);
    assert.equal((await fetch(`${base}/jwks`)).status, 200);
  });
});

describe('a controlled server behind MSW', () => {
  it('looks to the page as if there were no connection where one is lost', async () => {
    const house = openHouse({ name: 'default' });
    const handlers = handlersOf(house, { control: true });
    const ask = (path: string, init?: RequestInit) =>
      getResponse(handlers, new Request(house.world.issuer + path, init));
    await ask('/dev/faults', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify([{ route: '/jwks', kind: 'dropped' }]),
    });
    assert.equal((await ask('/jwks'))?.type, 'error');
    await ask('/dev/reset', { method: 'POST' });
    assert.equal((await ask('/jwks'))?.status, 200);
  });
});
