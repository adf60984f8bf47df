import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problem } from '@tesserakit/contract';
import * as v from 'valibot';
import { startDemo } from '../demo.ts';
import { trialControl } from '../trial/control.ts';

const acme = '/organizations/org_acme';

describe('a reset', () => {
  it('begins the same scenario anew, with nothing of what was changed', async () => {
    const { house, control, ask } = trialControl({ name: 'default', random: 7 });
    const before = house.world;
    await control('PUT', 'faults', [{ route: 'me.get', kind: 'html' }]);
    await control('PUT', 'latency', { milliseconds: 1 });
    await control('POST', 'clock', { moveBy: 86_400_000 });
    before.members.get('org_acme')?.clear();
    const { status, body } = await control('POST', 'reset');
    assert.deepEqual([status, body], [200, { name: 'default', random: 7 }]);
    assert.notEqual(house.world, before);
    assert.equal(house.world.members.get('org_acme')?.size, 6);
    assert.ok(Math.abs(house.world.now() - Date.now()) < 60_000);
    assert.deepEqual((await control('GET', 'faults')).body, []);
    assert.deepEqual((await control('GET', 'latency')).body, { milliseconds: 0, jitter: 0 });
    assert.deepEqual((await control('GET', 'requests')).body, []);
    assert.equal((await ask(acme)).status, 200);
  });

  it('gives out the same ids again', async () => {
    const { control, ask } = trialControl();
    const id = async () => (await ask('/me')).headers.get('X-Request-Id');
    const first = [await id(), await id()];
    await control('POST', 'reset');
    assert.deepEqual([await id(), await id()], first);
  });

  it('ends the tokens of before', async () => {
    const { house, server, control } = trialControl();
    const { issuer } = house.world;
    const { getToken } = startDemo();
    await control('POST', 'reset');
    const headers = { Authorization: `Bearer ${await getToken({ organizationId: 'org_acme' })}` };
    const answer = await server.fetch(new Request(`${issuer}/api/v1/me`, { headers }));
    assert.equal(answer.status, 401);
  });
});

describe('a scenario', () => {
  it('replaces the world behind the same server', async () => {
    const { house, control, ask } = trialControl();
    assert.deepEqual((await control('GET', 'scenario')).body, { name: 'default', random: 1 });
    assert.equal(house.world.organizations.has('org_cirrus'), true);
    const { body } = await control('POST', 'scenario', { name: 'diagram', random: 3 });
    assert.deepEqual(body, { name: 'diagram', random: 3 });
    assert.deepEqual((await control('GET', 'scenario')).body, body);
    const { total } = (await (await ask(`${acme}/members`)).json()) as { total: number };
    assert.equal(total, 5);
  });

  it('that does not exist is refused with the names there are, and changes nothing', async () => {
    const { house, control } = trialControl();
    const { world } = house;
    for (const name of ['nothing', '__proto__', 'toString', 7, undefined]) {
      const { status, body } = await control('POST', 'scenario', { name });
      assert.equal(status, 422);
      const [error] = v.parse(problem, body).errors ?? [];
      assert.equal(error?.field, 'name');
      if (typeof name === 'string') assert.match(error.message, /default, empty, diagram, large/);
    }
    assert.equal(house.world, world);
  });

  it('of a demo in the page can be replaced, and its person goes on with a new token', async () => {
    const { fetch, baseUrl, getToken } = startDemo({ control: true });
    const dev = baseUrl.replace('/api/v1', '/dev');
    const scope = { organizationId: 'org_borealis' };
    const status = async () => {
      const headers = { Authorization: `Bearer ${await getToken(scope)}` };
      return (await fetch(`${baseUrl}/organizations/org_borealis`, { headers })).status;
    };
    const before = await getToken(scope);
    assert.equal(await status(), 200);
    assert.equal((await fetch(`${dev}/reset`, { method: 'POST' })).status, 200);
    assert.equal(await status(), 200);
    assert.notEqual(await getToken(scope), before);
  });
});
