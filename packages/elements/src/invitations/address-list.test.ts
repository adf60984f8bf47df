import { expect } from '@open-wc/testing';
import { addressesIn, addressesInTable, endsAddress } from './address-list.js';

const emails = (text: string) => addressesIn(text).map(({ email }) => email);
const [ada, bob, cyd] = ['ada@x.example', 'bob@y.example', 'cyd@z.example'];

describe('addressesIn', () => {
  it('reads a list with names, commas, semicolons and lines', () => {
    expect(emails(`Ada <${ada}>, ${bob}; ${cyd}`)).to.deep.equal([ada, bob, cyd]);
    expect(emails(`${ada}\r\n${bob}\n\n  ${cyd}\t\n`)).to.deep.equal([ada, bob, cyd]);
    expect(emails(`${ada}، ${bob}；${cyd}`)).to.deep.equal([ada, bob, cyd]);
  });

  it('reads addresses that only blanks stand between, and leaves out the names beside them', () => {
    expect(emails(`${ada} ${bob}\t${cyd}`)).to.deep.equal([ada, bob, cyd]);
    expect(emails(`Ada Lovelace ${ada}\nBob\t${bob}`)).to.deep.equal([ada, bob]);
    expect(emails(`Ada <${ada}> Bob <${bob}>`)).to.deep.equal([ada, bob]);
  });

  it('takes a comma in a name for a part of it, in quotes or not', () => {
    expect(emails(`"Lovelace, Ada" <${ada}>, ${bob}`)).to.deep.equal([ada, bob]);
    expect(emails(`Lovelace, Ada <${ada}>; Ray, Bob <${bob}>`)).to.deep.equal([ada, bob]);
    expect(emails(`"${ada}" <${ada}>`)).to.deep.equal([ada]);
  });

  it('takes off what programs put around an address', () => {
    expect(emails(`mailto:${ada}, (${bob}), "${cyd}".`)).to.deep.equal([ada, bob, cyd]);
    expect(emails(`<MAILTO:${ada}>`)).to.deep.equal([ada]);
  });

  it('keeps what is no address as it was typed', () => {
    expect(emails(`ada@@x.example, ${bob}, nobody`)).to.deep.equal([
      'ada@@x.example',
      bob,
      'nobody',
    ]);
    expect(emails(`ada @x.example; <>`)).to.deep.equal(['ada @x.example', '<>']);
    expect(emails(`nobody, ${ada}`)).to.deep.equal(['nobody', ada]);
  });

  it('ends a quote that was never closed with its line', () => {
    expect(emails(`"Ada <${ada}>\n${bob}`)).to.deep.equal([ada, bob]);
  });

  it('reads rows of a table that were pasted with their heading, with the roles', () => {
    const rows = `Name\tEmail\tRole\nAda\t${ada}\tCreator\nBob\t${bob}\t\n`;
    expect(addressesIn(rows)).to.deep.equal([{ email: ada, role: 'Creator' }, { email: bob }]);
    expect(addressesIn('email')).to.deep.equal([{ email: 'email' }]);
  });

  it('finds nothing where nothing is', () => {
    expect(emails(' ,;\n\t , ')).to.deep.equal([]);
  });

  it('reads a long list in no time', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `"A, ${index}" <a${index}@x.example>`);
    expect(emails(many.join(';'))).to.have.length(5000);
  });
});

describe('endsAddress', () => {
  it('ends an address at a separator, a blank or a line end', () => {
    for (const end of [',', ';', ' ', '\n']) expect(endsAddress(ada + end)).to.equal(true);
    expect(endsAddress('nobody\n')).to.equal(true);
  });

  it('leaves a name alone while it is typed', () => {
    for (const typed of ['', ada, 'Ada ', 'Lovelace,', `"Ada@home, `, 'Ada <ada@x,', '\n']) {
      expect(endsAddress(typed), typed).to.equal(false);
    }
  });
});

describe('addressesInTable', () => {
  it('finds the columns by their headings, in any order', () => {
    const table = `Name,Role,E-Mail\r\n"Lovelace, Ada",Administrator,${ada}\r\nBob,,${bob}\r\n`;
    expect(addressesInTable(table)).to.deep.equal([
      { email: ada, role: 'Administrator' },
      { email: bob },
    ]);
  });

  it('reads what spreadsheets write: a mark in front, semicolons, tabs, quotes, blank lines', () => {
    expect(addressesInTable(`\uFEFFemail;role\n"${ada}";"a ""b"""\n;\n\n`)).to.deep.equal([
      { email: ada, role: 'a "b"' },
    ]);
    expect(addressesInTable(`name\temail\nAda\t${ada}`)).to.deep.equal([{ email: ada }]);
    expect(addressesInTable(`email\n'+${ada}`)).to.deep.equal([{ email: `+${ada}` }]);
  });

  it('keeps a line end within quotes', () => {
    expect(addressesInTable(`email,role\n${ada},"a\nb"\n${bob},c`)).to.deep.equal([
      { email: ada, role: 'a\nb' },
      { email: bob, role: 'c' },
    ]);
  });

  it('does without headings', () => {
    expect(addressesInTable(`${ada}\n${bob}`)).to.deep.equal([{ email: ada }, { email: bob }]);
    expect(addressesInTable(`Ada,${ada}\nBob,${bob}`)).to.deep.equal([
      { email: ada },
      { email: bob },
    ]);
    expect(addressesInTable(`${ada},Creator`)).to.deep.equal([{ email: ada, role: 'Creator' }]);
  });

  it('keeps cells that are no address, and finds nothing in a table of other things', () => {
    expect(addressesInTable('email\nnobody')).to.deep.equal([{ email: 'nobody' }]);
    expect(addressesInTable('country,city\nNorway,Oslo')).to.deep.equal([]);
    expect(addressesInTable('')).to.deep.equal([]);
  });
});
