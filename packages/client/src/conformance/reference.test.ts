import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conformance } from './index.ts';
import { beginAtAcme } from './trial/acme.ts';

/** The reference protocol can do everything, so that only this is not to be tried on it. */
const gaps = [
  'organizations.list refuses a search that is not claimed',
  'members.list refuses what it does not claim, and never leaves it out in silence',
  'what is not claimed is refused with unsupported, and in no actions',
  'a version is refused where the backend cannot keep to it',
];

describe('createClient, by the laws of every directory', () => {
  const skipped: string[] = [];
  for (const { name, run } of conformance(beginAtAcme)) {
    it(name, async () => {
      if ((await run()) === 'skipped') skipped.push(name);
    });
  }

  it('skips only what cannot be tried on a backend that can do everything', () => {
    assert.deepEqual(skipped, gaps);
  });
});
