import assert from 'node:assert/strict';
import { domainToUnicode } from 'node:url';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalDomain } from './domain-names.ts';
import { looksLike, mixesScripts, skeletonOf, unicodeDomain } from './look-alikes.ts';

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

  it('reads every A-label as the platform does, in letters of any alphabet', () => {
    const letters = [...'ab1-', ...'éüżαωжяшש中例語한😉𐌰𝒳'];
    const written = fc.oneof(
      fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 24 }),
      fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), { maxLength: 16 }),
    );
    let read = 0;
    fc.assert(
      fc.property(written, (parts) => {
        const name = canonicalDomain(`${parts.join('')}.example`);
        if (!name?.startsWith('xn--')) return;
        read += 1;
        assert.equal(unicodeDomain(name), domainToUnicode(name));
      }),
      { numRuns: 2000 },
    );
    assert.ok(read > 200, `only ${read} were read`);
  });

  it('knows letters up to the very last that there is, and none beyond', () => {
    assert.equal(unicodeDomain('xn--dn32g.example'), '\u{10ffff}.example');
    assert.equal(unicodeDomain('xn--en32g.example'), 'xn--en32g.example');
  });

  it('reads letters that lie just far enough apart to be counted in longer steps', () => {
    for (const [label, letters] of [
      ['xn--nxarvkb49ep7d', '\u03c5\u03bb\u03c5\u0447\u03c2\u0572\u03b2'],
      ['xn--c1a55d0ipb', '\u0574\u05da\u0433\u05e5'],
    ] as const) {
      assert.equal(unicodeDomain(`${label}.example`), `${letters}.example`);
    }
  });

  it('shows what is no good A-label as it stands', () => {
    for (const name of ['xn--.example', 'xn--999999999999.example', 'xn--a!.example']) {
      assert.ok(unicodeDomain(name).endsWith('.example'));
    }
    for (const name of ['xn--zzzzzzzzzzz.example', 'xn--a!.example', 'xn--!a.example']) {
      assert.equal(unicodeDomain(name), name);
    }
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

  it('D06: knows a look-alike of every letter that has one', () => {
    const others = {
      ...{ a: '\u0430\u0251\u03b1', b: '\u044c', c: '\u0441', d: '\u0501', e: '\u0435' },
      ...{ g: '\u0261', h: '\u04bb', i: '\u0456\u0131', j: '\u0458', k: '\u043a', l: '\u04cf' },
      ...{ m: '\u043c', n: '\u043f', o: '\u043e\u03bf', p: '\u0440', q: '\u051b', r: '\u0433' },
      ...{ s: '\u0455', t: '\u0442', u: '\u03c5', v: '\u03bd', w: '\u051d' },
      ...{ x: '\u0445', y: '\u0443', z: '\u1d22' },
    };
    for (const [latin, letters] of Object.entries(others)) {
      for (const letter of letters) {
        assert.equal(skeletonOf(`${letter}corp.example`), `${latin}corp.example`, letter);
      }
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
