import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
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

  const refused: [string[], Record<string, string>, RegExp][] = [
    [['--prt', '4400'], {}, /--prt/],
    [['4400'], {}, /4400/],
    [['--port', 'http'], {}, /--port takes a number from 1 to 65535, not "http"/],
    [['--port', '65536'], {}, /--port takes a number/],
    [['--random', 'x'], {}, /--random takes a number/],
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
