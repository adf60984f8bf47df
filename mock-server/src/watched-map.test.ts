import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WatchedMap } from './watched-map.ts';

describe('WatchedMap', () => {
  it('is a Map that tells the key of every change, after it was made', () => {
    const map = new WatchedMap([['a', 1]]);
    const told: [string, number | undefined][] = [];
    map.watch((key) => told.push([key, map.get(key)]));
    map.set('b', 2).set('a', 3);
    assert.equal(map.delete('b'), true);
    assert.equal(map.delete('nothing'), false);
    map.clear();
    assert.deepEqual(told, [
      ['b', 2],
      ['a', 3],
      ['b', undefined],
      ['a', undefined],
    ]);
    assert.equal(map.size, 0);
  });
});
