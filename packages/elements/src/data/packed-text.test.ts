import { expect } from '@open-wc/testing';
import { PackedText } from './packed-text.js';

describe('PackedText', () => {
  function setup(texts: readonly string[]) {
    const packed = new PackedText(texts.length, (row) => texts[row]!);
    return (search: string) => {
      const found = packed.find(search);
      return texts.filter((_, row) => found[row] === 1);
    };
  }

  it('finds parts of words in any case, however the letters are composed', () => {
    const find = setup(['Zoë Ekman zoe@x.example', 'Noor Haddad noor@y.example', 'İpek Ito']);
    expect(find('ZOË')).to.deep.equal(['Zoë Ekman zoe@x.example']);
    expect(find('zoe\u0308')).to.deep.equal(['Zoë Ekman zoe@x.example']);
    expect(find('oo')).to.deep.equal(['Noor Haddad noor@y.example']);
    expect(find('ito')).to.deep.equal(['İpek Ito']);
  });

  it('wants every word, in whatever order', () => {
    const find = setup(['Ada Adler', 'Ada Costa', 'Carla Adler']);
    expect(find('adler ada')).to.deep.equal(['Ada Adler']);
    expect(find('  ')).to.have.length(3);
  });

  it('finds nothing across two rows, even where a text has two lines', () => {
    const find = setup(['one\ntwo', 'three', '', 'four']);
    expect(find('two three')).to.deep.equal([]);
    expect(find('one two')).to.deep.equal(['one\ntwo']);
    expect(find('four')).to.deep.equal(['four']);
  });

  it('finds the same as a plain look at each of thousands of rows', () => {
    const texts = Array.from({ length: 5000 }, (_, row) => `Person ${row * 7} p${row}@x.example`);
    const find = setup(texts);
    for (const word of ['49', 'p1024@', 'p4999@x', 'person']) {
      const plain = texts.filter((text) => text.toLowerCase().includes(word));
      expect(find(word)).to.deep.equal(plain);
    }
  });
});
