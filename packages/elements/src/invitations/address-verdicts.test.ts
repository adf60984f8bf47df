import { expect } from '@open-wc/testing';
import { judged, type Grounds } from './address-verdicts.js';

const anybody: Grounds = { own: undefined, most: 1000, roleVerdict: () => undefined };

describe('judged', () => {
  const verdicts = (emails: readonly string[], grounds: Partial<Grounds> = {}) =>
    judged(
      emails.map((email) => ({ email })),
      { ...anybody, ...grounds },
    ).map(({ verdict }) => verdict);

  it('tells what is no address', () => {
    expect(verdicts(['ada@x.example', 'ada@@x.example', 'ada@x', '', 'Ada'])).to.deep.equal([
      'ready',
      'malformed',
      'malformed',
      'malformed',
      'malformed',
    ]);
  });

  it('counts an address once, however its letters are written', () => {
    expect(
      verdicts(['ada@x.example', 'ADA@X.example', 'ada+1@x.example', 'ada@MÜNCHEN.example']),
    ).to.deep.equal(['ready', 'repeated', 'ready', 'ready']);
    expect(verdicts(['a@münchen.example', 'a@xn--mnchen-3ya.example'])).to.deep.equal([
      'ready',
      'repeated',
    ]);
  });

  it("knows the inviter's own address", () => {
    expect(verdicts(['Me@x.example', 'ada@x.example'], { own: 'me@X.example' })).to.deep.equal([
      'own',
      'ready',
    ]);
  });

  it('leaves those for later that are more than the server takes, and counts only the good', () => {
    expect(
      verdicts(['ada@x.example', 'nobody', 'bob@x.example', 'cyd@x.example'], { most: 2 }),
    ).to.deep.equal(['ready', 'malformed', 'ready', 'tooMany']);
  });

  it('tells what is wrong with the roles of a list', () => {
    const roleVerdict = (role: string) => (role === 'king' ? 'unknownRole' : undefined);
    const list = [
      { email: 'ada@x.example', role: 'king' },
      { email: 'bob@x.example', role: 'Member' },
    ];
    expect(judged(list, { ...anybody, roleVerdict }).map(({ verdict }) => verdict)).to.deep.equal([
      'unknownRole',
      'ready',
    ]);
  });
});
