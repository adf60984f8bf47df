import { expect } from '@open-wc/testing';
import { optionAfter, TypeAhead } from './option-navigation.js';

describe('optionAfter', () => {
  it('goes step by step and stops at the ends', () => {
    expect(optionAfter('ArrowDown', -1, 3)).to.equal(0);
    expect(optionAfter('ArrowDown', 2, 3)).to.equal(2);
    expect(optionAfter('ArrowUp', 0, 3)).to.equal(0);
  });

  it('goes ten at a time, and to both ends', () => {
    expect(optionAfter('PageDown', 3, 30)).to.equal(13);
    expect(optionAfter('PageUp', 3, 30)).to.equal(0);
    expect(optionAfter('Home', 20, 30)).to.equal(0);
    expect(optionAfter('End', 0, 30)).to.equal(29);
  });

  it('leaves other keys, and every key of an empty list, to the browser', () => {
    expect(optionAfter('Tab', 0, 3)).to.equal(undefined);
    expect(optionAfter('ArrowDown', -1, 0)).to.equal(undefined);
  });
});

describe('TypeAhead', () => {
  const names = ['Acme Travel', 'Ådal', 'Borealis', 'Bolt', 'Cirrus Group'];

  it('finds what begins with the letters typed in one go', () => {
    const typing = new TypeAhead();
    expect(typing.find('b', names, 0, 1000)).to.equal(2);
    expect(typing.find('o', names, 2, 1100)).to.equal(2);
    expect(typing.find('l', names, 2, 1200)).to.equal(3);
  });

  it('goes on to the next one when the same letter is typed again', () => {
    const typing = new TypeAhead();
    expect(typing.find('b', names, 0, 1000)).to.equal(2);
    expect(typing.find('b', names, 2, 1100)).to.equal(3);
    expect(typing.find('b', names, 3, 1200)).to.equal(2);
  });

  it('forgets what was typed after a rest', () => {
    const typing = new TypeAhead();
    typing.find('b', names, 0, 1000);
    expect(typing.find('c', names, 2, 1600)).to.equal(4);
  });

  it('finds nothing where no name begins so', () => {
    expect(new TypeAhead().find('x', names, 0, 1000)).to.equal(undefined);
    expect(new TypeAhead().find('x', [], -1, 1000)).to.equal(undefined);
  });
});
