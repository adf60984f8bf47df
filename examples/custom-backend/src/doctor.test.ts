import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(import.meta.resolve('@tesserakit/client/doctor')).replace(
  'index.ts',
  'command.ts',
);
const ada = fileURLToPath(new URL('ada.ts', import.meta.url));

/** How the command ends, and what it writes. */
function doctor(...words: string[]): Promise<{ code: unknown; out: string; complaint: string }> {
  const all = ['--conditions=tessera-source', command, ...words];
  return new Promise((resolve) => {
    execFile(process.execPath, all, (error, out, complaint) => {
      resolve({ code: error ? error.code : 0, out, complaint });
    });
  });
}

describe('tessera doctor', () => {
  it('says what will show over this backend, what will not, and why', async () => {
    const { code, out } = await doctor('doctor', '--client', ada, '--organization', 'c1');
    assert.match(out, /✓ Members by name +It answers as it should\./);
    assert.match(out, /– Members by email +The backend does not claim it\./);
    assert.match(out, /– Invitations +The backend does not claim it\./);
    assert.match(out, /, 0 broken\n/);
    assert.equal(code, 0);
  });

  it('ends with 1 where the organization is out of reach', async () => {
    const { code, out } = await doctor('doctor', '--client', ada, '--organization', 'c3');
    assert.match(out, /✗ Capabilities +It is refused with not_found/);
    assert.equal(code, 1);
  });

  it('says how it is called, and which file has no client', async () => {
    const none = await doctor('--client', ada);
    assert.match(none.complaint, /^Usage: tessera doctor/);
    assert.equal(none.code, 2);
    const wrong = fileURLToPath(new URL('backend.ts', import.meta.url));
    const { code, complaint } = await doctor('doctor', '--client', wrong, '--organization', 'c1');
    assert.match(complaint, /has no DirectoryClient as its default export/);
    assert.equal(code, 2);
  });
});
