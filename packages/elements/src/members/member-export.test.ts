import { expect } from '@open-wc/testing';
import { csvOf } from './member-export.js';

const columns = [
  { title: 'Name', text: (row: readonly string[]) => row[0] ?? '' },
  { title: 'Role, or roles', text: (row: readonly string[]) => row[1] ?? '' },
];

describe('csvOf', () => {
  const linesOf = (...rows: readonly string[][]) => csvOf(rows, columns).slice(1).split('\r\n');

  it('writes exactly the rows and columns it was given', () => {
    expect(linesOf(['Ada', 'Member'], ['Bob', ''])).to.deep.equal([
      'Name,"Role, or roles"',
      'Ada,Member',
      'Bob,',
      '',
    ]);
  });

  it('begins with the mark by which spreadsheets know UTF-8', () => {
    expect(csvOf([], columns).codePointAt(0)).to.equal(0xfeff);
  });

  it('quotes what would break a line or a cell', () => {
    expect(linesOf(['a "b" c', 'x,y'])[1]).to.equal('"a ""b"" c","x,y"');
    expect(csvOf([['one\r\ntwo', '']], columns)).to.contain('"one\r\ntwo",');
  });

  for (const start of ['=', '+', '-', '@', '\t', '\r']) {
    it(`W26: never lets ${JSON.stringify(start)} begin a formula`, () => {
      const [, line] = csvOf([[`${start}HYPERLINK("http://x")`, '']], columns).split('\r\n');
      expect(line?.startsWith(`"'${start}`)).to.equal(true);
    });
  }
});
