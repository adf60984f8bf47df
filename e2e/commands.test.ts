import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the house to its end. */
async function ended(script: string, ...words: string[]): Promise<Ended> {
  const all = ['--conditions=tessera-source', script, ...words];
  return run(process.execPath, all, { timeout: 60_000 }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Ended) => error,
  );
}

/** A clear message is one line that names what to change, and no stack. */
function assertClear({ code, stderr }: Ended, words: RegExp): void {
  assert.equal(code, 1);
  assert.match(stderr, words);
  assert.doesNotMatch(stderr, /\n\s+at |node:internal/);
}

const mock = 'mock-server/src/command.ts';
const start = 'examples/start.ts';

test('an unknown seed is refused by name, with the names there are', async () => {
  assertClear(await ended(mock, '--seed', 'nonsense'), /nonsense.*default/s);
});

test('a port that is no port is refused', async () => {
  assertClear(await ended(mock, '--port', 'eighty'), /--port/);
});

test('an unknown flag is refused by name', async () => {
  assertClear(await ended(mock, '--colour', 'red'), /--colour/);
});

test('a taken port is named, with the flag that changes it', async () => {
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  const port = String((other.address() as AddressInfo).port);
  try {
    assertClear(await ended(mock, '--port', port), new RegExp(`${port}.*--port`));
    assertClear(await ended(start, '--mock-port', port), new RegExp(`${port}.*--mock-port`));
    assertClear(
      await ended(start, '--mock-port', '0', '--port', port),
      new RegExp(`${port}.*--port`),
    );
  } finally {
    other.close();
  }
});

test('npm start serves the scenario that was named, and can be told what to do', async (t) => {
  const words = ['--conditions=tessera-source', start];
  const flags = ['--port', '0', '--mock-port', '0', '--seed', 'diagram'];
  const house = spawn(process.execPath, [...words, ...flags], { env: cleanEnvironment() });
  t.after(() => house.kill());
  let said = '';
  for await (const chunk of house.stdout) {
    said += String(chunk);
    if (said.includes('Every password')) break;
  }
  const issuer = /Sign-in server\s+(\S+)/.exec(said)?.[1];
  const answer = await fetch(`${issuer}/dev/scenario`);
  assert.equal(((await answer.json()) as { name: string }).name, 'diagram');
  const foreign = { headers: { Origin: 'https://evil.example' } };
  assert.equal((await fetch(`${issuer}/dev/scenario`, foreign)).status, 403);
});

/** As a person starts it: whatever mode the tests themselves run in is not theirs. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, ...rest } = process.env;
  return rest;
}
