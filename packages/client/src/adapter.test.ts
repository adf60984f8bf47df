import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directoryOf, hasWords } from './adapter.ts';
import { TesseraError } from './errors.ts';

const capable = {
  organizations: { search: false },
  members: { search: false, sorts: [], filters: [], total: false, pageLimit: 1 },
};
const scope = { organizationId: 'o1', userId: 'u1' };

function directory(remove: () => void | Promise<void>) {
  return directoryOf({
    identity: () => 'somebody',
    capabilities: () => capable,
    members: { remove },
  });
}

describe('directoryOf', () => {
  it('answers what functions answer, at once or later', async () => {
    const { capabilities, members } = directory(() => Promise.resolve());
    assert.deepEqual(await capabilities(scope), capable);
    assert.equal(await members.remove(scope), undefined);
  });

  it('refuses what is missing with unsupported', async () => {
    const { members, audit } = directory(() => undefined);
    await assert.rejects(members.suspend(scope), { code: 'unsupported' });
    await assert.rejects(audit.list(scope), { code: 'unsupported' });
  });

  it('passes refusals on, and calls every other failure an invalid response', async () => {
    const refusing = directory(() => {
      throw new TesseraError('last_administrator');
    });
    await assert.rejects(refusing.members.remove(scope), { code: 'last_administrator' });
    const broken = directory(() => Promise.reject(new RangeError('Inside.')));
    await assert.rejects(broken.members.remove(scope), (error: TesseraError) => {
      assert.equal(error.code, 'invalid_response');
      assert.ok(error.cause instanceof RangeError);
      return true;
    });
  });

  it('ends a call with its signal, though the answer never comes', async () => {
    const controller = new AbortController();
    const never = directory(() => new Promise<void>(() => undefined));
    const call = never.members.remove(scope, { signal: controller.signal });
    controller.abort();
    await assert.rejects(call, { code: 'aborted' });
  });

  it('does nothing for a signal that has ended', async () => {
    let done = 0;
    const { members } = directory(() => {
      done += 1;
    });
    await assert.rejects(members.remove(scope, { signal: AbortSignal.abort() }), {
      code: 'aborted',
    });
    assert.equal(done, 0);
  });
});

describe('hasWords', () => {
  it('finds every word, wherever it stands', () => {
    assert.equal(hasWords('Ada Ahlgren ada@harbour.example', ' HARBOUR  ahl '), true);
    assert.equal(hasWords('Ada Ahlgren', 'ada berg'), false);
    assert.equal(hasWords('Ada Ahlgren', ''), true);
  });
});
