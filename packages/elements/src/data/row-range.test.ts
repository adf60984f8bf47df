import { expect } from '@open-wc/testing';
import { greatestHeight, moved, rangeAt, scrolledHeight, type Place } from './row-range.js';

describe('moved', () => {
  const rowSize = 44;
  const short = { total: 100_000 * rowSize, shown: 640 };
  const long = { total: 1_000_000 * rowSize, shown: 640 };
  const start: Place = { top: 0, offset: 0 };
  const lastTop = scrolledHeight(long) - long.shown;
  const lastOffset = long.total - long.shown;

  it('goes with the scroll bar where the list is no higher than an element can be', () => {
    expect(moved(start, 1_234_567, short)).to.deep.equal({ top: 1_234_567, offset: 1_234_567 });
    expect(scrolledHeight(short)).to.equal(short.total);
  });

  it('keeps an element drawable, and reaches the last of a million rows', () => {
    expect(scrolledHeight(long)).to.equal(greatestHeight);
    expect(moved(start, lastTop, long).offset).to.equal(lastOffset);
    expect(moved({ top: lastTop, offset: lastOffset }, 0, long).offset).to.equal(0);
  });

  it('goes to the same share of a long list when the bar is dragged', () => {
    expect(moved(start, lastTop / 2, long).offset).to.be.closeTo(lastOffset / 2, 1);
  });

  it('moves the rows by as much as the wheel turns in the midst of a long list', () => {
    const middle = moved(start, lastTop / 2, long);
    expect(moved(middle, middle.top + 100, long).offset - middle.offset).to.be.closeTo(100, 0.001);
    expect(moved(middle, middle.top - 560, long).offset - middle.offset).to.be.closeTo(-560, 0.001);
  });

  it('passes over no row on the way to either end by the wheel', () => {
    for (const direction of [1, -1]) {
      let place = moved(start, lastTop / 2 + direction * (lastTop / 2 - 50_000), long);
      while (direction > 0 ? place.top < lastTop : place.top > 0) {
        const top = Math.min(lastTop, Math.max(0, place.top + direction * 100));
        const next = moved(place, top, long);
        expect(Math.abs(next.offset - place.offset)).to.be.lessThan(long.shown - rowSize);
        place = next;
      }
      expect(place.offset).to.be.closeTo(direction > 0 ? lastOffset : 0, 0.001);
    }
  });

  it('has nowhere to go in a list that is seen as a whole', () => {
    expect(moved(start, 0, { total: 88, shown: 640 })).to.deep.equal(start);
  });
});

describe('rangeAt', () => {
  it('has the rows in sight and the spare ones, as many at each place', () => {
    expect(rangeAt(0, 640, 44, 1000, 0)).to.deep.equal({ first: 0, end: 16 });
    expect(rangeAt(0, 640, 44, 1000, 3)).to.deep.equal({ first: 0, end: 22 });
    expect(rangeAt(4400, 640, 44, 1000, 3)).to.deep.equal({ first: 97, end: 119 });
    expect(rangeAt(44_000 - 640, 640, 44, 1000, 3)).to.deep.equal({ first: 978, end: 1000 });
  });

  it('has no more rows than there are', () => {
    expect(rangeAt(0, 640, 44, 5, 3)).to.deep.equal({ first: 0, end: 5 });
    expect(rangeAt(900, 640, 44, 0, 3)).to.deep.equal({ first: 0, end: 0 });
  });
});
