import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readyAnswer, readyBodyOf } from './ready-answer.ts';

describe('an answer that is ready', () => {
  const body = new TextEncoder().encode('{}');

  it('is read like any other, and whoever reads it gets bytes of their own', async () => {
    const answer = readyAnswer(body, { 'Content-Type': 'application/json' });
    assert.equal(answer.headers.get('Content-Type'), 'application/json');
    const { value } = await answer.body!.getReader().read();
    assert.deepEqual(value, body);
    value?.fill(0);
    assert.equal(await readyAnswer(body, {}).text(), '{}');
  });

  it('lets a transport take the body as it is, but not that of an answer made from it', () => {
    const answer = readyAnswer(body, {});
    assert.equal(readyBodyOf(answer), body);
    assert.equal(readyBodyOf(new Response(answer.body, answer)), undefined);
  });
});
