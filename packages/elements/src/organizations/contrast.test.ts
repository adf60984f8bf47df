import { expect } from '@open-wc/testing';
import { contrastOf, isColour, pagesTooAlike, textOn } from './contrast.js';

describe('contrastOf', () => {
  it('is that of WCAG', () => {
    expect(contrastOf('#000000', '#ffffff')).to.be.closeTo(21, 0.001);
    expect(contrastOf('#777777', '#ffffff')).to.be.closeTo(4.48, 0.005);
    expect(contrastOf('#ffffff', '#767676')).to.be.closeTo(4.54, 0.005);
    expect(contrastOf('#0a7d5c', '#0A7D5C')).to.equal(1);
  });
});

describe('textOn', () => {
  it('can always be read', () => {
    for (let value = 0; value < 0xffffff; value += 4099) {
      const colour = `#${value.toString(16).padStart(6, '0')}`;
      expect(contrastOf(colour, textOn(colour))).to.be.above(4.5);
    }
    expect([textOn('#ffff00'), textOn('#0a7d5c')]).to.deep.equal(['#000000', '#ffffff']);
  });
});

describe('pagesTooAlike', () => {
  it('names the pages on which an accent is lost', () => {
    expect(pagesTooAlike('#ffff99')).to.deep.equal(['light']);
    expect(pagesTooAlike('#101010')).to.deep.equal(['dark']);
    expect(pagesTooAlike('#3b82f6')).to.deep.equal([]);
  });
});

describe('isColour', () => {
  it('knows six figures behind a hash, and nothing else', () => {
    expect(isColour('#0a7D5c')).to.equal(true);
    for (const text of ['#fff', 'red', '#0a7d5c ', '#0a7d5cf', 'url(#0a7d5c)']) {
      expect(isColour(text), text).to.equal(false);
    }
  });
});
