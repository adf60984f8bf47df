import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quantile, searchesOf } from './figures.ts';
import { lengthOf } from './load.ts';

describe('figures of a bench', () => {
  it('name the value below which a share of the values lies', () => {
    const values = [10, 2, 30, 4, 50];
    assert.equal(quantile(values, 0.5), 10);
    assert.equal(quantile(values, 0.99), 50);
    assert.deepEqual(values, [10, 2, 30, 4, 50]);
  });

  it('search for parts of names, for nothing twice', () => {
    const names = ['Adaeze Bergström-Quinn', 'Mei Tran', 'Oskar Fontaine', 'Priya Nakamura'];
    const searches = searchesOf(names, 30);
    assert.equal(new Set(searches).size, 30);
    const parts = names.flatMap((name) => name.split(/[ -]/));
    for (const word of searches.flatMap((search) => search.split(' '))) {
      assert.ok(
        parts.some((part) => part.startsWith(word)),
        word,
      );
    }
  });

  it('count only good answers', () => {
    assert.equal(lengthOf('HTTP/1.1 200 OK\r\nContent-Length: 12\r\nDate: now'), 12);
    assert.equal(lengthOf('HTTP/1.1 401 Unauthorized\r\nContent-Length: 12'), undefined);
    assert.equal(lengthOf('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked'), undefined);
  });
});
