import { expect } from '@open-wc/testing';
import { ar } from './ar.js';
import { en } from './en.js';
import { catalogueOf } from './language.js';
import { memberWords } from './members.js';
import { plural } from './plural.js';

describe('plural', () => {
  it('follows the rules of the language', () => {
    const digits = new Intl.NumberFormat('ar');
    expect(ar.members.count(1)).to.equal('عضو واحد');
    expect(ar.members.count(2)).to.equal('عضوان');
    expect(ar.members.count(3)).to.equal(`${digits.format(3)} أعضاء`);
    expect(ar.members.count(11)).to.equal(`${digits.format(11)} عضوًا`);
    expect(ar.members.count(100)).to.equal(`${digits.format(100)} عضو`);
  });

  it('groups the digits of large numbers', () => {
    expect(memberWords.count(1)).to.equal('1 member');
    expect(memberWords.count(10_000)).to.equal('10,000 members');
  });

  it('uses the general form where a language has no other', () => {
    expect(plural('en')(1, { other: '# in all' })).to.equal('1 in all');
  });
});

describe('catalogueOf', () => {
  it('speaks the language of a regional tag', async () => {
    expect(await catalogueOf('ar-EG')).to.equal(ar);
    expect(await catalogueOf('AR')).to.equal(ar);
  });

  it('answers in English what it does not speak', async () => {
    for (const tag of ['', 'tlh', 'constructor', '__proto__']) {
      expect(await catalogueOf(tag), tag).to.equal(en);
    }
  });
});
