import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorCodes, errorStatus, isErrorCode, travels } from './errors.ts';
import { errorSentences } from './sentences.ts';

describe('the list of codes', () => {
  it('has one sentence for each code, and none besides', () => {
    assert.deepEqual(Object.keys(errorSentences).sort(), [...errorCodes].sort());
  });

  it('speaks plainly', () => {
    for (const sentence of Object.values(errorSentences)) {
      assert.match(sentence, /^[A-Z].*\.$/);
      assert.doesNotMatch(sentence, /successfully|please|oops|sorry|invalid/i);
    }
  });

  it('travels with an HTTP status of an error', () => {
    for (const code of errorCodes) assert.ok(errorStatus(code) >= 400 && errorStatus(code) < 600);
    assert.equal(errorStatus('not_found'), 404);
  });

  it('keeps to the client what it makes when there was no answer', () => {
    const unsent = errorCodes.filter((code) => !travels(code));
    assert.deepEqual(unsent, ['network', 'timeout', 'aborted', 'invalid_response']);
  });

  it('knows its own codes and nothing that objects bring along', () => {
    assert.equal(isErrorCode('not_found'), true);
    for (const other of ['toString', '__proto__', 'gone', 404, null, ['not_found']]) {
      assert.equal(isErrorCode(other), false);
    }
  });
});
