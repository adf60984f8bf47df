import { expect } from '@open-wc/testing';
import { compareSortables, sortable } from './text-order.js';

const sorted = (texts: readonly string[]) =>
  texts
    .map(sortable)
    .sort(compareSortables)
    .map(({ text }) => text);

describe('compareSortables', () => {
  it('puts names where people look for them, in any case and with any accent', () => {
    const names = ['zoë', 'Åsa', 'Adler', 'Ámos', 'bauer', 'Élise', 'emil', "O'Neill", 'Onur'];
    expect(sorted(names)).to.deep.equal([
      'Adler',
      'Ámos',
      'Åsa',
      'bauer',
      'Élise',
      'emil',
      "O'Neill",
      'Onur',
      'zoë',
    ]);
  });

  it('agrees with the collation of the language, whatever the names are made of', () => {
    const { compare } = new Intl.Collator('en', { sensitivity: 'base' });
    const letters = [..."aAbz019 -.'éÅıøßñж名_@/,"];
    let state = 7;
    const upTo = (limit: number) => (state = (state * 48271) % 2147483647) % limit;
    const text = () =>
      Array.from({ length: upTo(5) }, () => letters[upTo(letters.length)]).join('');
    for (let trial = 0; trial < 5000; trial += 1) {
      const [one, other] = [text(), text()];
      const wanted = Math.sign(compare(one, other));
      const answer = compareSortables(sortable(one), sortable(other));
      expect(Math.sign(answer), `${one} | ${other}`).to.equal(wanted);
    }
  });
});
