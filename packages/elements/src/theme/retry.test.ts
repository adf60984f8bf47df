import { expect } from '@open-wc/testing';
import { TesseraError } from '@tesserakit/client';
import { html, nothing, render } from 'lit';
import { takeClock } from '../../trial/clock.js';
import { textOf } from '../../trial/page.js';
import { ar } from '../text/ar.js';
import type { Catalogue } from '../text/catalogue.js';
import { en } from '../text/en.js';
import { retryButton } from './retry.js';

function setup(retryAfter?: number, words: Catalogue = en) {
  const clock = takeClock();
  const place = document.createElement('div');
  document.body.append(place);
  const error = new TesseraError('rate_limited', { retryAfter });
  let runs = 0;
  const draw = () => render(html`${retryButton(words, { error, run: () => (runs += 1) })}`, place);
  draw();
  const button = () => place.querySelector('button')!;
  return {
    ...clock,
    draw,
    press: () => button().click(),
    says: () => textOf(button()),
    isOff: () => button().getAttribute('aria-disabled') === 'true',
    runs: () => runs,
    leave: () => render(nothing, place),
    end: () => {
      place.remove();
      clock.end();
    },
  };
}

describe('the button that tries again', () => {
  it('tries again at once where the server asked for no patience', () => {
    const { says, isOff, press, runs, end } = setup();
    expect([says(), isOff()]).to.deep.equal(['Try again', false]);
    press();
    expect(runs()).to.equal(1);
    end();
  });

  it('counts down to the moment when it may, and does nothing before', () => {
    const { says, isOff, press, runs, pass, draw, end } = setup(3);
    expect([says(), isOff()]).to.deep.equal(['Try again in 3 seconds', true]);
    press();
    pass(1);
    expect(says()).to.equal('Try again in 2 seconds');
    draw();
    expect(says()).to.equal('Try again in 2 seconds');
    pass(1);
    expect(says()).to.equal('Try again in 1 second');
    expect(runs()).to.equal(0);
    pass(1);
    expect([says(), isOff()]).to.deep.equal(['Try again', false]);
    press();
    expect(runs()).to.equal(1);
    end();
  });

  it('goes on from where it was when it comes back', () => {
    const { says, pass, leave, draw, end } = setup(90);
    leave();
    pass(60);
    draw();
    expect(says()).to.equal('Try again in 30 seconds');
    end();
  });

  it('says so in the language around it', () => {
    const { says, end } = setup(5, ar);
    expect(says()).to.equal('حاول مجددًا خلال 5 ثوانٍ');
    end();
  });
});
