import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalDomain, claimBlocker, domainOfEmail } from './domains.ts';

describe('canonicalDomain', () => {
  it('has one form for all spellings of a name', () => {
    for (const spelling of ['acme.example', ' ACME.Example ', 'acme.example.', 'ａcme.example']) {
      assert.equal(canonicalDomain(spelling), 'acme.example');
    }
    assert.equal(canonicalDomain('bücher.example'), 'xn--bcher-kva.example');
    assert.equal(canonicalDomain('XN--BCHER-KVA.example'), 'xn--bcher-kva.example');
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

describe('domainOfEmail', () => {
  it('is what follows the last at sign', () => {
    assert.equal(domainOfEmail('Ada@Acme.Example'), 'acme.example');
    assert.equal(domainOfEmail('"a@evil.example"@acme.example'), 'acme.example');
    for (const text of ['acme.example', '@acme.example', 'ada@', 'ada@localhost']) {
      assert.equal(domainOfEmail(text), undefined);
    }
  });
});

describe('claiming a domain', () => {
  const free = { ownAlready: false, verifiedElsewhere: false, isPublic: false };

  it('is open to everybody until somebody has proved that it is theirs', () => {
    assert.equal(claimBlocker('acme.example', free), undefined);
    assert.equal(
      claimBlocker('acme.example', { ...free, verifiedElsewhere: true }),
      'domain_taken',
    );
    assert.equal(claimBlocker('acme.example', { ...free, ownAlready: true }), 'already_exists');
  });

  it('is not for names that are no domains, or everybody’s', () => {
    assert.equal(claimBlocker(undefined, free), 'validation_failed');
    assert.equal(claimBlocker('mail.example', { ...free, isPublic: true }), 'public_domain');
  });
});
