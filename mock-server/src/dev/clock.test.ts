import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { trialControl } from '../trial/control.ts';
import { issueAccessToken } from '../oidc/access-token.ts';

describe('the clock of a scenario', () => {
  it('moves on, back and to a moment, and runs on from there', async () => {
    const { house, control } = trialControl();
    const { world } = house;
    const near = (moment: number) => Math.abs(world.now() - moment) < 60_000;
    await control('POST', 'clock', { moveBy: 3_600_000 });
    assert.ok(near(Date.now() + 3_600_000));
    await control('POST', 'clock', { moveBy: -7_200_000 });
    assert.ok(near(Date.now() - 3_600_000));
    const { body } = await control('POST', 'clock', { setTo: '2030-01-01T00:00:00Z' });
    assert.ok(near(Date.parse('2030-01-01T00:00:00Z')));
    assert.match((body as { now: string }).now, /^2030-01-01T00:00/);
    const later = (await control('GET', 'clock')).body as { now: string };
    assert.match(later.now, /^2030-01-01T00:0\d:\d\d\.\d{3}Z$/);
  });

  it('ends what ends by itself', async () => {
    const { house, server, control } = trialControl();
    const { world } = house;
    const token = await issueAccessToken(world, 'user_both', 'org_acme');
    const status = async () => {
      const headers = { Authorization: `Bearer ${token}` };
      return (await server.fetch(new Request(`${world.issuer}/api/v1/me`, { headers }))).status;
    };
    assert.equal(await status(), 200);
    await control('POST', 'clock', { moveBy: 301_000 });
    assert.equal(await status(), 401);
  });

  it('S10: does not leave the years in which dates can be written', async () => {
    const { house, control } = trialControl();
    const before = house.world.now();
    const refused = [
      { moveBy: 1e15 },
      { moveBy: -1e15 },
      { moveBy: 0.5 },
      { moveBy: 'x' },
      { setTo: 'tomorrow' },
      { setTo: '9999-12-31T00:00:00Z' },
      { setTo: '2030-01-01T00:00:00Z', moveBy: 1 },
      {},
    ];
    for (const change of refused) {
      assert.equal((await control('POST', 'clock', change)).status, 422, JSON.stringify(change));
    }
    assert.ok(house.world.now() - before < 60_000);
  });
});
