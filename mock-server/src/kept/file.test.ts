import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openHouse } from '../house.ts';
import { createServer } from '../server.ts';
import { asPerson } from '../trial/directory.ts';
import { keepInFile } from './file.ts';
import { unwrap } from './parcel.ts';

const body = (email: string) => ({ email, organizationRoleIds: ['organizationMember'] });

describe('a world in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-'));
  after(() => rm(folder, { recursive: true }));

  async function open(name: string, seed = 'default') {
    const house = await keepInFile(openHouse({ name: seed }), join(folder, name));
    const server = createServer(house);
    const ask = asPerson(house.world, server, 'user_admin_acme', 'org_acme');
    const path = '/organizations/org_acme/invitations';
    return {
      house,
      invite: (email: string) => ask(path, { method: 'POST', body: body(email) }),
      invited: async () => (await ask(`${path}?limit=100`)).text,
    };
  }

  it('is there again when the next process opens it, whatever seed is named', async () => {
    const before = await open('again.json');
    assert.equal((await before.invite('first@partner.example')).status, 200);
    const next = await open('again.json', 'diagram');
    assert.equal(next.house.scenario.name, 'default');
    assert.match(await next.invited(), /first@partner\.example/);
  });

  it('takes writes that come at the same time, and leaves nothing beside it', async () => {
    const { invite } = await open('together.json');
    const emails = Array.from({ length: 20 }, (_, at) => `p${at}@partner.example`);
    await Promise.all(emails.map(invite));
    const invited = await (await open('together.json')).invited();
    for (const email of emails) assert.ok(invited.includes(email), email);
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('together')),
      ['together.json'],
    );
  });

  for (const text of ['', '{', '{"format":1}', 'null']) {
    it(`is refused, and left as it is, where the file holds ${text || 'nothing'} (C29)`, async () => {
      const path = join(folder, 'damaged.json');
      await writeFile(path, text);
      await assert.rejects(open('damaged.json'), /damaged\.json is damaged, .+ Move it away/);
      assert.equal(await readFile(path, 'utf8'), text);
    });
  }

  it('is refused for a seed that is never kept', async () => {
    await assert.rejects(open('large.json', 'hostile'), /"hostile" is never kept/);
  });

  it('is whole whenever its process is killed in the middle of writing (C29)', async () => {
    const path = join(folder, 'killed.json');
    const ends = [1, 5, 12];
    for (const lines of ends) {
      const child = writer(path);
      await linesOf(child, lines);
      child.kill('SIGKILL');
      await once(child, 'exit');
      assert.ok(await unwrap(await readFile(path, 'utf8')));
    }
    const { house } = await open('killed.json');
    const invited = house.world.invitations.get('org_acme')?.size ?? 0;
    const least = ends.reduce((sum, lines) => sum + lines);
    assert.ok(invited > least, `${invited} invitations, of which ${least} were answered`);
  });
});

/** A process that invites one after the other, and says so each time it was answered. */
function writer(path: string): ChildProcess {
  const script = fileURLToPath(new URL('../trial/endless-writer.ts', import.meta.url));
  return spawn(process.execPath, ['--conditions=tessera-source', script, path]);
}

async function linesOf({ stdout }: ChildProcess, count: number): Promise<void> {
  let text = '';
  for await (const chunk of stdout ?? []) {
    text += String(chunk);
    if (text.split('\n').length > count) return;
  }
}
