import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recoveryCodeOf, typedRecoveryCode } from './recovery-codes.ts';

describe('a recovery code', () => {
  it('has four groups of letters and digits, none of which look alike', () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 16 + index);
    assert.match(recoveryCodeOf(bytes), /^(?:[A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/);
    const every = Uint8Array.from({ length: 256 }, (_, index) => index);
    const letters = recoveryCodeOf(every).replaceAll('-', '');
    for (const letter of new Set(letters)) assert.equal(letters.split(letter).length - 1, 8);
  });

  it('is known however it is typed', () => {
    const code = 'ABCD-EFGH-JKLM-NPQR';
    for (const typed of [
      code,
      'abcdefghjklmnpqr',
      ' ABCD EFGH–JKLM\tNPQR ',
      'ＡＢＣＤefghjklmnpqr',
    ]) {
      assert.equal(typedRecoveryCode(typed), code);
    }
    assert.notEqual(typedRecoveryCode('ABCD-EFGH-JKLM-NPQS'), code);
  });
});
