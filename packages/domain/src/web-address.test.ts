import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { webAddress } from './web-address.ts';

describe('webAddress', () => {
  it('keeps addresses of the web as they are', () => {
    for (const address of ['https://cdn.example/a.png', 'http://localhost:4300/callback?x=1#y']) {
      assert.equal(webAddress(address), address);
    }
  });

  it('W18: drops every other scheme, and what is no address', () => {
    const others = [
      ...[
        'javascript:alert(1)',
        'JavaScript:alert(1)',
        ' java\nscript:alert(1)',
        'data:text/html,x',
      ],
      ...[
        'vbscript:x',
        'file:///etc/passwd',
        'blob:https://a.example/x',
        'httpsx://a.example',
        'xhttps://a.example',
        '/a.png',
        'a.png',
        '',
      ],
      undefined,
    ];
    for (const address of others) assert.equal(webAddress(address), undefined, address);
  });
});
