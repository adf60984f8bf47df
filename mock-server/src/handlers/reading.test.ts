import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { routes, type Operation } from '@tesserakit/contract';
import { createServer } from '../server.ts';
import { seeds } from '../seeds/index.ts';
import { directoryOf } from '../snapshot.ts';
import { prepareLegal } from '../trial/legal-requests.ts';
import { createWorld } from '../world.ts';

const reads = (Object.keys(routes) as Operation[]).filter(
  (operation) => routes[operation].method === 'GET',
);

describe('an address that is only read', () => {
  it('S03: changes nothing, ends nothing and sends nothing', async () => {
    assert.ok(reads.length > 20);
    for (const operation of reads) {
      const world = createWorld(seeds.default);
      const server = createServer(world);
      const { path, token } = await prepareLegal(world, operation);
      const seen = () =>
        structuredClone({
          directory: directoryOf(world),
          mailbox: world.mailbox,
          families: [...world.authorization.families],
          sessions: [...world.authorization.sessions],
        });
      const before = seen();
      for (const method of ['GET', 'HEAD']) {
        const headers = { Authorization: `Bearer ${token}` };
        const url = `${world.issuer}/api/v1${path}`;
        const answer = await server.fetch(new Request(url, { method, headers }));
        assert.ok(answer.status === 200 || method === 'HEAD', `${operation} ${answer.status}`);
      }
      assert.deepEqual(seen(), before, operation);
    }
  });

  it('S03: of the authorization server, begins at most a sign-in', async () => {
    const world = createWorld(seeds.default);
    const server = createServer(world);
    const paths = ['/authorize', '/device', '/logout', '/token', '/par', '/revoke', '/introspect'];
    for (const path of [...paths, '/device_authorization', '/userinfo', '/jwks', '/login/api/x']) {
      for (const method of ['GET', 'HEAD']) {
        await server.fetch(new Request(world.issuer + path, { method }));
      }
    }
    const { transactions, ...rest } = world.authorization;
    for (const transaction of transactions.values()) assert.equal(transaction.request, undefined);
    for (const kept of Object.values(rest)) if (kept instanceof Map) assert.equal(kept.size, 0);
  });
});
