import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openHouse } from './house.ts';
import { serve, type Listening } from './node.ts';
import { usualRequest } from './trial/browser.ts';

describe('whatever the server answers to a browser', () => {
  let listening: Listening;
  let origin = '';

  before(async () => {
    const house = openHouse({ name: 'default' });
    listening = await serve(house, { port: 0, control: true });
    origin = `http://localhost:${listening.port}`;
  });
  after(() => listening.close());

  const paths = async () => [
    ...['/', '/login/', '/login/nothing.js', '/device', '/device?user_code=BBBB-BBBB'],
    ...['/logout', '/dev/', '/dev/mailbox', '/nowhere', '/login/api/nothing', '/token'],
    ...['/authorize', `/authorize?${new URLSearchParams(await usualRequest()).toString()}`],
    ...['/.well-known/openid-configuration', '/jwks', '/api/v1/me', '/api/v1/organizations'],
  ];
  const get = (path: string) => fetch(origin + path, { redirect: 'manual' });

  it('W13: cannot be framed where it is a page', async () => {
    let pages = 0;
    for (const path of await paths()) {
      const { headers } = await get(path);
      if (!headers.get('Content-Type')?.startsWith('text/html')) continue;
      pages += 1;
      const policy = headers.get('Content-Security-Policy') ?? '';
      assert.match(policy, /frame-ancestors 'none'/, path);
      assert.match(policy, /default-src 'none'/, path);
      assert.match(policy, /base-uri 'none'/, path);
      assert.doesNotMatch(policy, /unsafe-|\*/, path);
    }
    assert.ok(pages >= 5, String(pages));
  });

  it('W28: tells no other site where the person came from', async () => {
    for (const path of await paths()) {
      assert.equal((await get(path)).headers.get('Referrer-Policy'), 'no-referrer', path);
    }
  });

  it('W39: is out of reach of other sites that would measure it', async () => {
    for (const path of await paths()) {
      const { headers } = await get(path);
      assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'same-origin', path);
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', path);
      if (headers.get('Content-Type')?.startsWith('text/html')) {
        assert.equal(headers.get('Cross-Origin-Opener-Policy'), 'same-origin', path);
      }
    }
  });
});
