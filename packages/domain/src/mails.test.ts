import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mailRateBlocker, quotedName } from './mails.ts';

describe('mailRateBlocker', () => {
  it('floods neither those who receive nor through one who sends', () => {
    const limits = { sent: 2, received: 1 };
    assert.equal(mailRateBlocker({ sent: 1, received: 0 }, limits), undefined);
    assert.equal(mailRateBlocker({ sent: 2, received: 0 }, limits), 'rate_limited');
    assert.equal(mailRateBlocker({ sent: 0, received: 1 }, limits), 'rate_limited');
  });
});

describe('quotedName', () => {
  it('I22: is one line of plain words that ends where its quotation ends', () => {
    assert.equal(quotedName('Acme Travel'), '“Acme Travel”');
    assert.equal(quotedName('Acme\r\nBcc: all@acme.example').includes('\n'), false);
    assert.equal(quotedName('Acme \t\r\n Travel'), '“Acme Travel”');
    assert.equal(quotedName('The «Acme» Travel'), "“The 'Acme' Travel”");
    for (const mark of ['"', '“', '”', '„', '«', '»', '\uff02']) {
      const text = quotedName(`Acme${mark}. Call 123 ${mark}now`);
      assert.deepEqual(text.match(/["“”„«»\uff02]/g), ['“', '”'], text);
    }
    for (const turn of ['\u202e', '\u2066', '\u200f', '\u2069']) {
      assert.equal(quotedName(`Acme${turn}evil`), '“Acmeevil”');
    }
  });

  it('I22: is cut at 120 characters as people count them', () => {
    assert.equal(quotedName('a'.repeat(120)), `“${'a'.repeat(120)}”`);
    assert.equal(quotedName('👩‍👩‍👧'.repeat(121)), `“${'👩‍👩‍👧'.repeat(119)}…”`);
  });

  it('I22: is nothing that a reader of mail makes a link of', () => {
    const baits = [
      ...['https://evil.example/login', 'evil.example', 'www.evil.example', 'evil。example'],
      ...['pay@evil.example', 'mailto:pay@evil.example', '//evil.example', 'tel:123'],
    ];
    for (const bait of baits) {
      const text = quotedName(`Acme ${bait}`);
      assert.doesNotMatch(text, /[.:/@。](?=[^\s”\u200b])/u, text);
      assert.equal(text.replaceAll('\u200b', ''), `“Acme ${bait}”`);
    }
  });
});
