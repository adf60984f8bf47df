import { expect } from '@open-wc/testing';
import { spokenDay, spokenMoment } from './moments.js';

const now = Date.parse('2026-03-10T12:00:00Z');
const said = (iso: string, language = 'en') => spokenMoment(iso, language, now)?.relative;

describe('spokenMoment', () => {
  it('says how long ago in the largest unit that fits', () => {
    expect(said('2026-03-10T11:59:40Z')).to.equal('this minute');
    expect(said('2026-03-10T11:15:00Z')).to.equal('45 minutes ago');
    expect(said('2026-03-09T12:00:00Z')).to.equal('yesterday');
    expect(said('2026-02-20T12:00:00Z')).to.equal('2 weeks ago');
    expect(said('2023-01-01T00:00:00Z')).to.equal('3 years ago');
  });

  it('says when something will be', () => {
    expect(said('2026-03-13T12:00:00Z')).to.equal('in 3 days');
  });

  it('speaks the language it is asked for', () => {
    expect(said('2026-03-09T12:00:00Z', 'ar')).to.equal('أمس');
  });

  it('gives the moment in full beside it', () => {
    expect(spokenMoment('2026-03-09T12:00:00Z', 'en', now)?.absolute).to.match(
      /^March 9, 2026 at /,
    );
  });

  it('has nothing to say of what is no date, however far or broken', () => {
    expect(spokenMoment(undefined, 'en')).to.equal(undefined);
    expect(spokenMoment('yesterday', 'en')).to.equal(undefined);
    expect(spokenMoment('999999-01-01', 'en')).to.equal(undefined);
  });
});

describe('spokenDay', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');

  it('says a day in few letters, and the year where it is another one', () => {
    expect(spokenDay('2026-12-24T12:00:00Z', 'en', now)).to.equal('Dec 24');
    expect(spokenDay('2027-12-24T12:00:00Z', 'en', now)).to.equal('Dec 24, 2027');
  });

  it('says nothing of what is no date', () => {
    expect(spokenDay('some day', 'en', now)).to.equal(undefined);
  });
});
