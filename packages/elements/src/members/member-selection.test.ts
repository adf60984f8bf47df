import type { Member } from '@tesserakit/contract';
import { expect } from '@open-wc/testing';
import { MemberSelection } from './member-selection.js';

const shown = ['ada', 'bob', 'cyd', 'dee', 'eve'].map((userId) => ({ userId }) as Member);
const [ada, bob, , dee] = shown as [Member, Member, Member, Member, Member];

describe('MemberSelection', () => {
  function setup() {
    let changes = 0;
    const selection = new MemberSelection(() => (changes += 1));
    return {
      selection,
      names: () => selection.picked.map(({ userId }) => userId).join(' '),
      changes: () => changes,
    };
  }

  it('picks and gives up single members', () => {
    const { selection, names, changes } = setup();
    selection.pick(bob, shown);
    selection.pick(ada, shown);
    expect(names()).to.equal('bob ada');
    selection.pick(bob, shown);
    expect(names()).to.equal('ada');
    expect(selection.count(5)).to.equal(1);
    expect(changes()).to.equal(3);
  });

  it('picks all between two, in either direction', () => {
    const { selection, names } = setup();
    selection.pick(dee, shown);
    selection.pick(bob, shown, true);
    expect(names()).to.equal('dee bob cyd');
    selection.pick(dee, shown, true);
    expect(names()).to.equal('');
  });

  it('takes a range without a beginning as a single one', () => {
    const { selection, names } = setup();
    selection.pick(dee, shown, true);
    expect(names()).to.equal('dee');
  });

  it('selects all that match without knowing them, but for those who are given up', () => {
    const { selection } = setup();
    selection.pick(ada, shown);
    selection.selectAll();
    expect(selection.count(10_000)).to.equal(10_000);
    selection.pick(bob, shown);
    expect(selection.count(10_000)).to.equal(9999);
    expect(selection.has('somebody never loaded')).to.equal(true);
    expect(selection.excepted).to.deep.equal(['bob']);
    expect(selection.picked).to.deep.equal([]);
    selection.pick(bob, shown);
    expect(selection.count(null)).to.equal(null);
    expect(selection.count(10_000)).to.equal(10_000);
  });

  it('picks all that are shown, and gives them up again', () => {
    const { selection, names } = setup();
    selection.pick(bob, shown);
    expect([selection.includesSome(shown), selection.includesAll(shown)]).to.deep.equal([
      true,
      false,
    ]);
    selection.pickShown(shown);
    expect(names()).to.equal('bob ada cyd dee eve');
    selection.pickShown(shown);
    expect(selection.isEmpty(5)).to.equal(true);
  });
});
