import { expect } from '@open-wc/testing';
import { lifeChoices, spokenLife } from './invite-life.js';

describe('lifeChoices', () => {
  it('offers what is sensible within what the server takes, and its usual one', () => {
    expect(lifeChoices({ least: 5, most: 10_080, usual: 2880 })).to.deep.equal([
      5, 60, 1440, 2880, 4320, 10_080,
    ]);
    expect(lifeChoices({ least: 60, most: 1440, usual: 720 })).to.deep.equal([60, 720, 1440]);
  });
});

describe('spokenLife', () => {
  it('says minutes as people do, in their language', () => {
    const said = [5, 60, 90, 1440, 2880].map((life) => spokenLife(life, 'en'));
    expect(said).to.deep.equal(['5 minutes', '1 hour', '90 minutes', '1 day', '2 days']);
    expect(spokenLife(2880, 'ar')).to.equal('يومان');
  });
});
