import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  codeOf,
  mailedProofBlocker,
  mailedProofLife,
  resendWait,
  typedCode,
  waitForMail,
} from './mailed-proofs.ts';

describe('a mailed proof', () => {
  it('is good for ten minutes and three tries', () => {
    assert.equal(mailedProofBlocker({ sentAt: 0, tries: 2 }, mailedProofLife - 1), undefined);
    assert.equal(mailedProofBlocker({ sentAt: 0, tries: 0 }, mailedProofLife), 'link_expired');
    assert.equal(mailedProofBlocker({ sentAt: 0, tries: 3 }, 1), 'link_expired');
    assert.equal(mailedProofLife, 600_000);
  });

  it('can be asked for again after half a minute', () => {
    assert.equal(waitForMail({ sentAt: 5 }, 5), resendWait);
    assert.equal(waitForMail({ sentAt: 5 }, 5 + resendWait), 0);
    assert.equal(waitForMail({ sentAt: 5 }, 10 * resendWait), 0);
  });

  it('has six digits, whatever the chance', () => {
    assert.equal(codeOf(0), '000000');
    assert.equal(codeOf(2 ** 32 - 1), '967295');
    assert.equal(codeOf(1_000_007), '000007');
  });

  it('is read however it is typed', () => {
    for (const text of ['012345', ' 012 345 ', '012-345', '٠١٢٣٤٥', '０１２３４５', '०१२३४५']) {
      assert.equal(typedCode(text), '012345', text);
    }
    assert.equal(typedCode('01234x'), '01234x');
  });
});
