import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stretchOf } from './positions.ts';

describe('stretchOf', () => {
  const cursor = stretchOf({ limit: 2 }, ['members', 'ö']).next(5) ?? undefined;

  it('goes on where the page before ended, with another length too', () => {
    assert.equal(stretchOf({ cursor, limit: 50 }, ['members', 'ö']).offset, 2);
  });

  it('ends with the last item', () => {
    const { next } = stretchOf({ cursor, limit: 2 }, ['members', 'ö']);
    assert.equal(next(4), null);
    assert.equal(typeof next(5), 'string');
  });

  it('refuses the cursor of another list, and one that somebody made up', () => {
    const made = [-1, 0, 1.5, '2', null].map((at) => btoa(JSON.stringify([at, 'members'])));
    for (const text of [cursor, ...made, btoa('[]'), btoa('7'), btoa('null'), '?']) {
      assert.throws(() => stretchOf({ cursor: text }, ['members']), { code: 'cursor_invalid' });
    }
  });

  it('gives a hundred at most', () => {
    assert.equal(stretchOf({ limit: 1_000_000 }, []).limit, 100);
  });
});
