import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { trialControl } from '../trial/control.ts';

const post = (body: unknown) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

describe('the text records of a scenario', () => {
  it('prove a domain once they are set, and fail it once they are gone for long', async () => {
    const { ask, control } = trialControl();
    const domains = '/organizations/org_acme/domains';
    const claimed = (await (await ask(domains, post({ name: 'acme-travel.example' }))).json()) as {
      domainId: string;
      challenge: { record: { name: string; value: string } };
    };
    const verify = async () => {
      const answer = await ask(`${domains}/${claimed.domainId}/verify`, post({}));
      return answer.status;
    };
    const { name, value } = claimed.challenge.record;
    assert.equal(await verify(), 409);
    const { body } = await control('PUT', 'dns', { name, values: [value] });
    assert.deepEqual((body as Record<string, string[]>)[name], [value]);
    assert.equal(await verify(), 200);
    await control('PUT', 'dns', { name, values: [] });
    assert.equal(name in ((await control('GET', 'dns')).body as object), false);
    const recheck = async () => (await control('POST', 'domains/recheck')).body;
    assert.deepEqual(await recheck(), { found: 3, missing: 1, failed: 0, undecided: 0 });
    await control('POST', 'clock', { moveBy: 72 * 3_600_000 });
    assert.deepEqual(await recheck(), { found: 3, missing: 1, failed: 1, undecided: 0 });
  });

  it('are records, and nothing else', async () => {
    const { control } = trialControl();
    for (const body of [
      {},
      { name: '', values: [] },
      { name: 'a b', values: ['x'] },
      { name: 'a', values: 'x' },
    ]) {
      assert.equal((await control('PUT', 'dns', body)).status, 422, JSON.stringify(body));
    }
  });
});
