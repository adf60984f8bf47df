import { expect } from '@open-wc/testing';
import { spokenSpan } from './spans.js';

const hour = 3600;
const day = 24 * hour;

describe('spokenSpan', () => {
  it('says how long is left, to the nearest whole', () => {
    expect(spokenSpan(42, 'en')).to.equal('in 42 seconds');
    expect(spokenSpan(59 * 60 + 10, 'en')).to.equal('in 59 minutes');
    expect(spokenSpan(2 * day - 5, 'en')).to.equal('in 2 days');
    expect(spokenSpan(day, 'en')).to.equal('in 1 day');
  });

  it('says how long something has been over', () => {
    expect(spokenSpan(-3 * hour, 'en')).to.equal('3 hours ago');
    expect(spokenSpan(-800 * day, 'en')).to.equal('2 years ago');
  });

  it('speaks the language it is asked for', () => {
    expect(spokenSpan(2 * day, 'ar')).to.equal('خلال يومين');
  });
});
