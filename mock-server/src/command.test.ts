import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('./command.ts', import.meta.url));

function start(arguments_: string[], environment: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ['--conditions=tessera-source', command, ...arguments_], {
    env: { ...process.env, ...environment },
  });
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) text += String(chunk);
  return text;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('the command', () => {
  it('starts the server, says where, and names the people who can sign in', async () => {
    const port = await freePort();
    const process_ = start(['--port', String(port)]);
    try {
      let said = '';
      for await (const chunk of process_.stdout ?? []) {
        said += String(chunk);
        if (said.includes('platform@tessera.example')) break;
      }
      assert.match(said, new RegExp(`http://localhost:${port}`));
      assert.match(said, /Tessera-demo-1!/);
      for (const host of ['localhost', '127.0.0.1']) {
        const answer = await fetch(`http://${host}:${port}/.well-known/openid-configuration`);
        const { issuer } = (await answer.json()) as { issuer: string };
        assert.equal(issuer, `http://localhost:${port}`);
      }
    } finally {
      process_.kill();
    }
  });

  const openings: [string[], Record<string, string>, number][] = [
    [['--seed', 'diagram', '--random', '9'], {}, 200],
    [['--allow-production'], { NODE_ENV: 'production' }, 404],
  ];
  for (const [arguments_, environment, status] of openings) {
    it(`answers ${status} at its control API when started with ${arguments_.join(' ')}`, async () => {
      const port = await freePort();
      const process_ = start(['--port', String(port), ...arguments_], environment);
      try {
        let said = '';
        for await (const chunk of process_.stdout ?? []) {
          said += String(chunk);
          if (said.includes('admin@borealis.example')) break;
        }
        assert.equal(said.includes('/dev/'), status === 200);
        const answer = await fetch(`http://localhost:${port}/dev/scenario`);
        assert.equal(answer.status, status);
        const body = (await answer.json()) as object;
        if (status === 200) assert.deepEqual(body, { name: 'diagram', random: 9 });
      } finally {
        process_.kill();
      }
    });
  }

  it('goes on from its file after it was killed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tessera-'));
    const port = await freePort();
    const clock = `http://localhost:${port}/dev/clock`;
    const nowAfter = async (body?: string) => {
      const process_ = start(['--port', String(port), '--file', join(folder, 'world.json')]);
      try {
        for await (const chunk of process_.stdout ?? []) {
          if (String(chunk).includes('platform@tessera.example')) break;
        }
        const headers = { 'Content-Type': 'application/json' };
        const answer = await fetch(clock, body ? { method: 'POST', headers, body } : {});
        return ((await answer.json()) as { now: string }).now;
      } finally {
        process_.kill('SIGKILL');
        if (process_.exitCode === null) await once(process_, 'exit');
      }
    };
    assert.match(await nowAfter('{"setTo":"2040-01-01T00:00:00Z"}'), /^2040/);
    assert.match(await nowAfter(), /^2040/);
    await rm(folder, { recursive: true });
  });

  const refused: [string[], Record<string, string>, RegExp][] = [
    [['--prt', '4400'], {}, /--prt/],
    [['4400'], {}, /4400/],
    [['--port', 'http'], {}, /--port takes a number from 1 to 65535, not "http"/],
    [['--port', '65536'], {}, /--port takes a number/],
    [['--random', 'x'], {}, /--random takes a number/],
    [['--seed', 'large', '--file', 'world.json'], {}, /"large" is never kept\. Leave out --file/],
    [['--file', command], {}, /command\.ts is damaged, or of another version\. Move it away/],
    [['--file', '/'], {}, /^\/ cannot be read/],
    [['--seed', 'nothing'], {}, /Choose one of: default, empty/],
    [[], { NODE_ENV: 'production' }, /--allow-production/],
  ];
  for (const [arguments_, environment, sentence] of refused) {
    it(`says in one line what is wrong with: ${arguments_.join(' ')}`, async () => {
      const process_ = start(arguments_, environment);
      const [text, [code]] = await Promise.all([textOf(process_.stderr), once(process_, 'exit')]);
      assert.equal(code, 1);
      assert.match(text, sentence);
      assert.equal(text.trim().split('\n').length, 1);
    });
  }
});
