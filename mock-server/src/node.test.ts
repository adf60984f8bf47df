import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { serve } from './node.ts';
import { seeds } from './seeds/index.ts';
import { createWorld } from './world.ts';

/** A request exactly as written: `fetch` would tidy up path and Host. */
function raw(port: number, path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      });
      asked.on('error', reject);
      asked.end();
    },
  );
}

describe('serve', async () => {
  const root = await mkdtemp(join(tmpdir(), 'tessera-'));
  const pages = join(root, 'pages');
  await mkdir(join(pages, 'assets'), { recursive: true });
  await writeFile(join(pages, 'index.html'), '<title>Sign in</title>');
  await writeFile(join(pages, 'assets', 'main-a1b2.js'), 'export {};');
  await writeFile(join(root, 'secret.txt'), 'secret');
  const world = createWorld(seeds.default);
  const { port, close } = await serve(world, { port: 0, hosts: ['127.0.0.1'], loginPages: pages });
  const bare = await serve(world, { port: 0, hosts: ['127.0.0.1'] });
  after(async () => {
    await Promise.all([close(), bare.close()]);
    await rm(root, { recursive: true });
  });

  it('shows the login pages under a policy that lets nothing in from elsewhere', async () => {
    const { status, headers, text } = await raw(port, '/login/?tx=x');
    assert.deepEqual([status, text], [200, '<title>Sign in</title>']);
    const policy = String(headers['content-security-policy']);
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", 'trusted-types lit-html']) {
      assert.ok(policy.includes(part), part);
    }
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['cache-control'], 'no-cache');
  });

  it('lets browsers keep files whose name changes with their content', async () => {
    const { headers } = await raw(port, '/login/assets/main-a1b2.js');
    assert.equal(headers['content-type'], 'text/javascript; charset=utf-8');
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
  });

  it('shows no file from outside the pages', async () => {
    const paths = [
      '../secret.txt',
      '..%2fsecret.txt',
      '%2e%2e/secret.txt',
      'assets/../../secret.txt',
    ];
    for (const path of [...paths, '%00', '%E0%A4%A', 'assets', 'nothing.js']) {
      const { status, text } = await raw(port, `/login/${path}`);
      assert.equal(status, 404, path);
      assert.doesNotMatch(text, /^secret/);
    }
  });

  it('says how to build the login pages where there are none', async () => {
    const { status, text } = await raw(bare.port, '/login/');
    assert.equal(status, 503);
    assert.match(text, /npm run build/);
  });

  it('answers to the names of this machine only', async () => {
    const status = async (Host: string) => (await raw(port, '/jwks', { Host })).status;
    for (const name of ['localhost', '127.0.0.1', '[::1]']) {
      assert.equal(await status(`${name}:${port}`), 200);
    }
    for (const host of ['evil.example', `evil.example:${port}`, 'localhost', 'localhost:1']) {
      assert.equal(await status(host), 421, host);
    }
  });

  it('W31: takes its issuer from its configuration, never from a request', async () => {
    const headers = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' };
    const { text } = await raw(port, '/.well-known/openid-configuration', headers);
    assert.doesNotMatch(text, /evil/);
    assert.equal((JSON.parse(text) as { issuer: string }).issuer, 'http://localhost:4400');
  });

  it('has a first page that leads on', async () => {
    const { status, headers, text } = await raw(port, '/');
    assert.equal(status, 200);
    assert.match(text, /href="\/\.well-known\/openid-configuration"/);
    assert.doesNotMatch(text, /<style|<script|style=/);
    assert.equal(headers['x-tessera-mock'], '1');
  });

  it('says which port is taken, and how to choose another', async () => {
    const again = serve(world, { port, hosts: ['127.0.0.1'] });
    await assert.rejects(again, { message: `Port ${port} is taken. Choose another with --port.` });
  });
});
