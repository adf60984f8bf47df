import { expect } from '@open-wc/testing';
import { orderOfTexts } from './text-order.js';

const sorted = (texts: readonly string[]) => [...orderOfTexts(texts)].map((row) => texts[row]);

describe('orderOfTexts', () => {
  it('puts names where people look for them, in any case and with any accent', () => {
    const wanted = ['Adler', 'Ámos', 'Åsa', 'bauer', 'Élise', 'emil', "O'Neill", 'Onur', 'zoë'];
    expect(sorted(wanted.toReversed())).to.deep.equal(wanted);
  });

  it('agrees with the collation of the language, whatever the names are made of', () => {
    const { compare } = new Intl.Collator('en', { sensitivity: 'base' });
    const letters = [..."aAbz019 -.'éÅıøßñж名_@/,"];
    let state = 7;
    const upTo = (limit: number) => (state = (state * 48271) % 2147483647) % limit;
    for (const [count, longest, kinds] of [
      [2000, 5, letters.length],
      [2000, 30, 3],
      [500, 12, 14],
    ] as const) {
      const text = () => Array.from({ length: upTo(longest) }, () => letters[upTo(kinds)]).join('');
      const texts = Array.from({ length: count }, text);
      const wanted = [...texts.keys()].sort((a, b) => compare(texts[a]!, texts[b]!));
      expect([...orderOfTexts(texts)]).to.deep.equal(wanted);
    }
  });

  it('has nothing to do for one text or none', () => {
    expect(sorted([])).to.deep.equal([]);
    expect(sorted(['名'])).to.deep.equal(['名']);
  });
});
