import { expect } from '@open-wc/testing';
import { StepHistory } from './step-history.js';

/** As much of a browser's window as a history needs, with the entries of one tab. */
function tab() {
  const entries: unknown[] = [null];
  let at = 0;
  const left: string[] = [];
  const page = new EventTarget();
  const go = (index: number) => {
    at = index;
    page.dispatchEvent(new Event('popstate'));
  };
  const history = {
    get state() {
      return entries[at];
    },
    pushState: (state: unknown) => entries.splice(++at, Infinity, state),
    back: () => go(at - 1),
  };
  Object.assign(page, { history, location: { replace: (address: string) => left.push(address) } });
  let restarts = 0;
  const past = new StepHistory(() => (restarts += 1), page as unknown as Window);
  return { past, left, back: history.back, depth: () => at, restarts: () => restarts };
}

describe('StepHistory', () => {
  it('leads from the password back to the first step, and asks for that step only', () => {
    const { past, back, depth, restarts } = tab();
    past.reached('identifier');
    past.reached('password');
    expect(depth()).to.equal(1);
    back();
    past.reached('identifier');
    expect([depth(), restarts()]).to.deep.equal([0, 1]);
  });

  it('adds one entry, however many steps follow and however often one is refused', () => {
    const { past, depth } = tab();
    past.reached('identifier');
    past.reached('password');
    past.reached('password');
    past.reached('select_organization');
    expect(depth()).to.equal(1);
  });

  it('goes back by itself when the person returns to the first step by a link', () => {
    const { past, depth } = tab();
    past.reached('identifier');
    past.reached('password');
    past.reached('identifier');
    expect(depth()).to.equal(0);
  });

  it('leaves so that the way back from the application skips these pages', () => {
    const { past, left, depth, restarts } = tab();
    past.reached('identifier');
    past.reached('password');
    past.leaveFor('https://flights.example/');
    expect([left, depth(), restarts()]).to.deep.equal([['https://flights.example/'], 0, 0]);
  });

  it('leaves at once where there was nothing but the first entry', () => {
    const { past, left } = tab();
    past.reached('select_organization');
    past.leaveFor('https://flights.example/');
    expect(left).to.deep.equal(['https://flights.example/']);
  });
});
