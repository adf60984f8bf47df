import assert from 'node:assert/strict';
import { domainToUnicode } from 'node:url';
import { describe, it } from 'node:test';
import { canonicalDomain } from './domains.ts';
import { looksLike, mixesScripts, unicodeDomain } from './look-alikes.ts';

const labelled = (text: string) => canonicalDomain(text) ?? assert.fail(text);

describe('unicodeDomain', () => {
  it('reads A-labels as the platform does, and leaves the rest as it is', () => {
    const names = [
      ...['bücher.example', 'пример.испытание', '例え.テスト', 'παράδειγμα.example'],
      ...['mañana.example', 'موقع.example', '😉.example', 'a-ü-b.xn.example'],
    ].map((text) => canonicalDomain(text) ?? canonicalDomain(`${text}.example`) ?? '');
    for (const name of [...names, 'acme.example', 'xn.example']) {
      assert.notEqual(name, '');
      assert.equal(unicodeDomain(name), domainToUnicode(name));
    }
  });

  it('shows what is no good A-label as it stands', () => {
    for (const name of ['xn--.example', 'xn--999999999999.example', 'xn--a!.example']) {
      assert.ok(unicodeDomain(name).endsWith('.example'));
    }
    assert.equal(unicodeDomain('xn--zzzzzzzzzzz.example'), 'xn--zzzzzzzzzzz.example');
  });
});

describe('looksLike', () => {
  it('D06: sees through letters of other alphabets', () => {
    const pairs = [
      ['\u0430\u0441\u043c\u0435.example', 'acme.example'],
      ['\u0430cme.example', 'acme.example'],
      ['\u03b1cme.example', 'acme.example'],
      ['b\u043erealis.example', 'borealis.example'],
      ['b\u0131rch.example', 'birch.example'],
    ] as const;
    for (const [fake, real] of pairs) {
      assert.equal(looksLike(labelled(fake), real), true, fake);
      assert.equal(looksLike(real, labelled(fake)), true, fake);
    }
  });

  it('takes no name for itself, nor one with other letters', () => {
    assert.equal(looksLike('acme.example', 'acme.example'), false);
    assert.equal(looksLike('acme.example', 'acne.example'), false);
    assert.equal(looksLike(labelled('bücher.example'), 'bucher.example'), false);
  });
});

describe('mixesScripts', () => {
  it('knows a label of several alphabets', () => {
    for (const label of ['\u0430cme', 'b\u03bfrealis', '\u0440\u03b1']) {
      assert.equal(mixesScripts(label), true);
    }
    for (const label of ['acme-2', 'пример', 'παράδειγμα', '例え', 'bücher']) {
      assert.equal(mixesScripts(label), false);
    }
  });
});
