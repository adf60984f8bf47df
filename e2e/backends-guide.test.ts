import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { DirectoryClient } from '@tesserakit/client';
import { examine } from '@tesserakit/client/doctor';
import { beginAtAcme } from '../packages/client/src/conformance/trial/acme.ts';
import { settleTown, type Town } from '../packages/client-better-auth/src/trial/town.ts';
import ada from '../examples/custom-backend/src/ada.ts';

const folder = fileURLToPath(new URL('../examples/custom-backend', import.meta.url));
const guide = await readFile(new URL('../docs/backends.md', import.meta.url), 'utf8');
const blocks = [...guide.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, code]) => ({
  language: language!,
  code: code!,
}));

function node(...words: string[]): Promise<string> {
  const all = ['--conditions=tessera-source', ...words];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, all, { cwd: folder }, (error, out, complaint) => {
      if (error) reject(new Error(complaint || out, { cause: error }));
      else resolve(out);
    });
  });
}

describe('The guide to backends', () => {
  let town: Town;
  before(async () => (town = await settleTown()));
  after(() => town.end());

  for (const [index, { code }] of blocks.filter(({ language }) => language === 'ts').entries()) {
    it(`has a block ${index + 1} that prints what it says`, async () => {
      const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, out]) => out);
      assert.ok(promised.length > 0, 'It shows nothing.');
      const printed = await node('--input-type=module-typescript', '--eval', code);
      assert.deepEqual(printed.trim().split('\n'), promised);
    });
  }

  it('calls the doctor in a way that works', async () => {
    const command = fileURLToPath(import.meta.resolve('@tesserakit/client/doctor'));
    const shells = blocks.filter(({ language }) => language === 'sh');
    assert.equal(shells.length, 1);
    for (const { code } of shells) {
      const [npx, tessera, ...words] = code.trim().split(' ');
      assert.deepEqual([npx, tessera], ['npx', 'tessera']);
      const printed = await node(command.replace('index.ts', 'command.ts'), ...words);
      assert.match(printed, /, 0 broken\n/);
    }
  });

  it('has no block of a language that is not tried', () => {
    const languages = new Set(blocks.map(({ language }) => language));
    assert.deepEqual([...languages].sort(), ['sh', 'ts']);
  });

  it('says what each backend can do', async () => {
    const acme = await beginAtAcme();
    const { server, clientOf } = await town.open();
    const signsOf = async (client: DirectoryClient, organizationId: string) =>
      new Map(
        (await examine(client, organizationId)).map(({ what, verdict }) => {
          assert.notEqual(verdict, 'broken', what);
          return [what, verdict === 'shown' ? '✓' : '–'];
        }),
      );
    const reference = await signsOf(acme.client, acme.organizationId);
    const betterAuth = await signsOf(clientOf(town.owner), town.organizationId);
    const own = await signsOf(ada, 'c1');
    await server.stop();
    const rows = [...reference.keys()].map((what) =>
      [what, reference.get(what), betterAuth.get(what), own.get(what)].join(' | '),
    );
    const told = [...guide.matchAll(/^\| ([^|]+?) +\| ([✓–]) +\| ([✓–]) +\| ([✓–]) +\|$/gm)].map(
      ([, ...cells]) => cells.join(' | '),
    );
    assert.deepEqual(told, rows);
  });
});
