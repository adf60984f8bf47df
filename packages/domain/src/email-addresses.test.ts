import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalDomain, domainOfEmail } from './domain-names.ts';
import { acceptedEmail, canonicalEmail } from './email-addresses.ts';

/** Addresses as people write them, and as nobody should. */
const signs = [
  ...'ab.+-_@"\\,;:<>()[] \t\r\n\0',
  ...'é\u0301İKﬁß＠﹫，；＜．。｡\u200b\u202e\u00ad\ud800',
];
const written = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.constantFrom(...signs, '@acme.example', 'Bcc: b@evil.example'), { maxLength: 30 })
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.emailAddress(), fc.constantFrom(...signs, ''), fc.nat(30))
    .map(([email, sign, at]) => email.slice(0, at) + sign + email.slice(at)),
);

describe('acceptedEmail', () => {
  it('takes plain addresses, in the letters of any language', () => {
    const plain = [
      ...['ada@acme.example', 'ada+x@acme.example', "o'brien@acme.example", 'a_b-c.d@acme.example'],
      ...['josé@bücher.example', 'почта@пример.example', '用户@例子.example'],
    ];
    for (const email of plain) assert.equal(acceptedEmail(` ${email} `), email);
    assert.equal(acceptedEmail('jose\u0301@acme.example'), 'josé@acme.example');
  });

  it('I18: takes no look-alike of @, nor wide or small forms of signs', () => {
    const tricks = [
      ...[
        'a＠acme.example',
        'a﹫acme.example',
        'a＠evil.example@acme.example',
        'a@acme.example＠evil',
      ],
      ...['a，b@acme.example', 'a；b@acme.example', 'a＜b＞@acme.example', 'a：b@acme.example'],
      ...[
        'a﹐b@acme.example',
        'a\u00a8b@acme.example',
        'a\u3000b@acme.example',
        'a@acme.example。',
      ],
      ...['a@ａcme\u3002example．', 'a\u200b@acme.example', 'a\u202e@acme.example', 'a@℀.example'],
    ];
    for (const email of tricks) assert.equal(acceptedEmail(email), undefined, email);
  });

  it('I19: takes no lines, lists, names, quotes or comments', () => {
    const tricks = [
      ...[
        'a@acme.example\r\nBcc: b@evil.example',
        'a\n@acme.example',
        'a@acme.example\0',
        'a\t@b.example',
      ],
      ...[
        'a@acme.example,b@evil.example',
        'a@acme.example;b@evil.example',
        'a@acme.example b@evil.example',
      ],
      ...[
        'Ada <a@acme.example>',
        '<a@acme.example>',
        '"a@evil.example"@acme.example',
        'a\\@acme.example',
      ],
      ...[
        'a(b)@acme.example',
        'a@(b)acme.example',
        'mailto:a@acme.example',
        'a@acme.example?bcc=b@c.example',
        'a@acme.example@evil.example',
      ],
      ...[
        'a@[127.0.0.1]',
        'a@127.0.0.1',
        '.a@acme.example',
        'a.@acme.example',
        'a..b@acme.example',
      ],
      ...[
        '@acme.example',
        'a@',
        'a',
        '',
        `${'a'.repeat(65)}@acme.example`,
        `a@${'b.'.repeat(130)}example`,
      ],
    ];
    for (const email of tricks)
      assert.equal(acceptedEmail(email), undefined, JSON.stringify(email));
  });

  it('I18, I19, D15: reads whatever is written as one mailbox or as none', () => {
    let taken = 0;
    fc.assert(
      fc.property(written, (text) => {
        const email = acceptedEmail(text);
        if (email === undefined) return;
        taken += 1;
        // However far it is composed afterwards, it stays one address on one line.
        for (const form of [email, email.normalize('NFKC'), canonicalEmail(email)]) {
          assert.equal(form.split('@').length, 2, JSON.stringify(form));
          assert.doesNotMatch(form, /[\s,;:<>()[\]"\\\p{Cc}\p{Cf}\p{Cs}]/u, JSON.stringify(form));
        }
        assert.equal(acceptedEmail(email), email);
        assert.equal(email, text.trim().normalize('NFC'));
        assert.equal(domainOfEmail(email), canonicalDomain(email.split('@')[1] ?? ''));
        assert.notEqual(domainOfEmail(email), undefined);
      }),
      { numRuns: 5000 },
    );
    assert.ok(taken > 200, `only ${taken} were taken`);
  });

  it('H16: gives up on what is too long, whatever it is made of', () => {
    const parts = [...signs, 'a.', 'a@', '.@', 'xn--', 'a@a.', '\u0301', '  \n', '0', '-'];
    for (const part of parts) {
      const long = part.repeat(65_536 / part.length);
      for (const text of [long, `a@${long}`, `${long}@acme.example`, `${long}!`]) {
        assert.equal(acceptedEmail(text), undefined);
        assert.equal(canonicalDomain(text), undefined);
        assert.equal(canonicalEmail(canonicalEmail(text)), canonicalEmail(text));
      }
    }
  });
});

describe('the length of an address', () => {
  it('is that of a mailbox: 64 letters before the sign, 254 in all', () => {
    const at = '@acme.example';
    const within = `${'a'.repeat(64)}${at}`;
    assert.equal(acceptedEmail(within), within);
    assert.equal(acceptedEmail(`a${within}`), undefined);
    const longest = `a@${'b.'.repeat(122)}example.`.slice(0, 254 - 1).replace(/\.$/, 'x') + 'y';
    assert.equal(longest.length, 254);
    assert.equal(acceptedEmail(longest), longest);
    assert.equal(acceptedEmail(`a${longest}`), undefined);
  });

  it('counts blanks around it up to a point', () => {
    const blanks = ' '.repeat(320 - 'ada@acme.example'.length);
    assert.equal(acceptedEmail(`${blanks}ada@acme.example`), 'ada@acme.example');
    assert.equal(acceptedEmail(` ${blanks}ada@acme.example`), undefined);
  });
});

describe('canonicalEmail', () => {
  it('I17: is one form, whoever writes the address, and stays it', () => {
    fc.assert(
      fc.property(written, (text) => {
        const email = acceptedEmail(text);
        if (email === undefined) return;
        const canonical = canonicalEmail(email);
        assert.equal(canonicalEmail(canonical), canonical);
        for (const spelling of [email.normalize('NFD'), ` ${email}\n`, email.toLowerCase()]) {
          assert.equal(canonicalEmail(spelling), canonical, JSON.stringify(email));
        }
        assert.equal(domainOfEmail(canonical), domainOfEmail(email));
      }),
      { numRuns: 5000 },
    );
    assert.equal(canonicalEmail('J\u030c@acme.example'), canonicalEmail('\u01f0@acme.example'));
    const domains = [
      'bücher.example',
      'BÜCHER.Example',
      'xn--bcher-kva.example',
      'bu\u0308cher。example',
    ];
    const forms = new Set(domains.map((domain) => canonicalEmail(`a@${domain}`)));
    assert.deepEqual([...forms], ['a@xn--bcher-kva.example']);
  });

  it('makes one person of the spellings of one address', () => {
    assert.equal(canonicalEmail(' Ada@Acme.Example '), 'ada@acme.example');
    assert.equal(canonicalEmail('e\u0301@acme.example'), canonicalEmail('\u00e9@acme.example'));
  });

  it('keeps plus-addresses and look-alike letters apart', () => {
    assert.notEqual(canonicalEmail('ada+x@acme.example'), canonicalEmail('ada@acme.example'));
    assert.notEqual(canonicalEmail('\u0430da@acme.example'), canonicalEmail('ada@acme.example'));
  });
});
