import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalDomain, domainOfEmail } from './domain-names.ts';

describe('canonicalDomain', () => {
  it('has one form for all spellings of a name', () => {
    for (const spelling of ['acme.example', ' ACME.Example ', 'acme.example.', 'ａcme.example']) {
      assert.equal(canonicalDomain(spelling), 'acme.example');
    }
    assert.equal(canonicalDomain('bücher.example'), 'xn--bcher-kva.example');
    assert.equal(canonicalDomain('XN--BCHER-KVA.example'), 'xn--bcher-kva.example');
    const longest = `${'a.'.repeat(123)}example`;
    for (const name of ['1acme.web3', longest]) assert.equal(canonicalDomain(name), name);
  });

  it('knows what is no domain name', () => {
    const others = [
      ...[
        '',
        'localhost',
        '127.0.0.1',
        '[::1]',
        '0x7f.1',
        'a..example',
        '-a.example',
        'a-.example',
      ],
      ...['user@acme.example', 'acme.example/path', 'acme.example:80', 'a b.example', '*.example'],
      ...[
        'acme.example?x',
        'acme%2eexample',
        `${'a'.repeat(64)}.example`,
        `${'a.'.repeat(130)}com`,
      ],
    ];
    for (const text of others) assert.equal(canonicalDomain(text), undefined, text);
  });
});

describe('canonicalDomain, of whatever is written', () => {
  it('D15: is a name that it reads as itself, or none', () => {
    const signs = [
      ...'ab1.-_@/?#%:\\[]* \n\0',
      ...'é\u0301ßａ。．｡\u200b\u00ad\u202e',
      'xn--',
      '%2e',
      '.example',
    ];
    const written = fc.oneof(
      fc.domain(),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(fc.constantFrom(...signs), { maxLength: 20 }).map((parts) => parts.join('')),
    );
    let taken = 0;
    fc.assert(
      fc.property(written, (text) => {
        const name = canonicalDomain(text);
        if (name === undefined) return;
        taken += 1;
        assert.match(name, /^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
        assert.ok(name.length <= 253);
        for (const spelling of [name, name.toUpperCase(), `${name}.`, ` ${name} `]) {
          assert.equal(canonicalDomain(spelling), name);
        }
        // What else reads addresses reads this one the same.
        assert.equal(new URL(`https://user@${name}:8443/path`).hostname, name);
      }),
      { numRuns: 5000 },
    );
    assert.ok(taken > 500, `only ${taken} were taken`);
  });
});

describe('domainOfEmail', () => {
  it('is what follows the last at sign', () => {
    assert.equal(domainOfEmail('Ada@Acme.Example'), 'acme.example');
    assert.equal(domainOfEmail('"a@evil.example"@acme.example'), 'acme.example');
    for (const text of ['acme.example', '@acme.example', 'ada@', 'ada@localhost']) {
      assert.equal(domainOfEmail(text), undefined);
    }
  });
});
