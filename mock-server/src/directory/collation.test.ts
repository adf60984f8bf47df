import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { familyNames, givenNames } from '../seeds/plausible.ts';
import { compareTexts, sortKey } from './collation.ts';

const letters = [..." _-,.'@+0123456789abcdeklmnorstuzABEKNOZéÉüçÅñİ\u0301\u212A"];
const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 });

function signOfKeys(one: string, other: string): number {
  const [key, otherKey] = [sortKey(one) ?? '', sortKey(other) ?? ''];
  return key < otherKey ? -1 : key > otherKey ? 1 : 0;
}

describe('sortKey', () => {
  it('puts texts in the order in which the collator puts them', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        fc.pre(sortKey(one) !== undefined && sortKey(other) !== undefined);
        assert.equal(signOfKeys(one, other), Math.sign(compareTexts(one, other)));
      }),
      { numRuns: 5000 },
    );
  });

  it('takes numbers by their value', () => {
    assert.equal(signOfKeys('Desk 9', 'desk 10'), -1);
    assert.equal(signOfKeys('Desk 007', 'desk 7'), 0);
  });

  it('knows most names, and says of others that it does not', () => {
    const known = [...givenNames, ...familyNames].filter((name) => sortKey(name) !== undefined);
    assert.ok(known.length > 0.9 * (givenNames.length + familyNames.length));
    for (const name of ['Łukasz', 'Straße', '漢字', 'Yılmaz', '👩‍🚀']) {
      assert.equal(sortKey(name), undefined, name);
    }
  });
});
