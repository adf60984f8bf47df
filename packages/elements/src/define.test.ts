import { expect } from '@open-wc/testing';
import { define } from './define.js';

describe('define', () => {
  const { warn } = console;
  let warnings: string[] = [];

  beforeEach(() => {
    warnings = [];
    console.warn = (message: string) => warnings.push(message);
  });

  afterEach(() => {
    console.warn = warn;
  });

  it('registers a tag once, however often it is asked to', () => {
    const element = class extends HTMLElement {};
    define('trial-once', element);
    define('trial-once', element);
    expect(customElements.get('trial-once')).to.equal(element);
    expect(warnings).to.deep.equal([]);
  });

  it('keeps the copy that was first, and says which versions met', () => {
    const first = class extends HTMLElement {};
    define('trial-twice', first);
    define('trial-twice', class extends HTMLElement {});
    expect(customElements.get('trial-twice')).to.equal(first);
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.match(/<trial-twice> is registered already \(Tessera source\)/);
  });

  it('survives a stranger under its name', () => {
    customElements.define('trial-stranger', class extends HTMLElement {});
    define('trial-stranger', class extends HTMLElement {});
    expect(warnings[0]).to.contain('an unknown version');
  });
});
