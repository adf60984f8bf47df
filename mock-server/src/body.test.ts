import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf } from './body.ts';

const most = 1024;

function requestOf(text: string): Request {
  return new Request('http://localhost:4400/', { method: 'POST', body: text });
}

describe('bodyOf', () => {
  it('reads a body up to the last byte that it may have', async () => {
    assert.equal(await bodyOf(requestOf(''), most), '');
    const text = 'ä'.repeat(most / 2);
    assert.equal(await bodyOf(requestOf(text), most), text);
    assert.equal(await bodyOf(requestOf(`${text}.`), most), undefined);
  });

  it('gives up on a long body although somebody keeps a copy of the request', async () => {
    const request = requestOf('a'.repeat(200_000));
    const copy = request.clone();
    assert.equal(await bodyOf(request, most), undefined);
    assert.equal((await copy.text()).length, 200_000);
  });

  it('reads no more of a body that does not end', async () => {
    let ended = () => {};
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(600)),
      cancel: ended,
    });
    const init = { method: 'POST', body, duplex: 'half' };
    assert.equal(await bodyOf(new Request('http://localhost:4400/', init), most), undefined);
    await end;
  });
});
