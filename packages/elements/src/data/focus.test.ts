import { expect, fixture, html } from '@open-wc/testing';
import { isFocusElsewhere, isFocusNowhere } from './focus.js';

describe('the focus', () => {
  async function setup() {
    const page = await fixture(
      html`<div>
        <button>Outside</button>
        <div></div>
      </div>`,
    );
    const [outside, host] = page.children as unknown as [HTMLElement, HTMLElement];
    const root = host.attachShadow({ mode: 'open' });
    root.append(document.createElement('p'), document.createElement('button'));
    const [element, other] = root.children as unknown as [HTMLElement, HTMLElement];
    const inside = element.attachShadow({ mode: 'open' });
    inside.append(document.createElement('button'));
    return { outside, element, other, inside: inside.querySelector('button')! };
  }

  it('is nowhere until somebody has put it somewhere', async () => {
    const { outside, element } = await setup();
    expect([isFocusNowhere(), isFocusElsewhere(element)]).to.deep.equal([true, false]);
    outside.focus();
    expect(isFocusNowhere()).to.equal(false);
    outside.remove();
    expect(isFocusNowhere()).to.equal(true);
  });

  it('is elsewhere than in an element of a shadow root, within that root or without', async () => {
    const { outside, element, other, inside } = await setup();
    for (const place of [outside, other]) {
      place.focus();
      expect(isFocusElsewhere(element), place.textContent).to.equal(true);
    }
    inside.focus();
    expect([isFocusNowhere(), isFocusElsewhere(element)]).to.deep.equal([false, false]);
  });
});
