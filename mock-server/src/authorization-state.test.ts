import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportWorld, importWorld } from './snapshot.ts';
import { seeds } from './seeds/index.ts';
import { createWorld } from './world.ts';

describe('what the authorization server remembers', () => {
  it('goes on in another life of the world, whatever it is', async () => {
    const world = createWorld(seeds.default);
    const names: string[] = [];
    for (const [name, kept] of Object.entries(world.authorization)) {
      if (!(kept instanceof Map)) continue;
      names.push(name);
      (kept as Map<string, unknown>).set('a key', { of: name });
    }
    assert.ok(names.length >= 9);
    const next = importWorld(await exportWorld(world));
    const found = names.map((name) => {
      const kept = next.authorization[name as 'codes'];
      return [...(kept as ReadonlyMap<string, unknown>)];
    });
    assert.deepEqual(
      found,
      names.map((name) => [['a key', { of: name }]]),
    );
  });
});
