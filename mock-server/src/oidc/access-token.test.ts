import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeds } from '../seeds/index.ts';
import { createWorld } from '../world.ts';
import { accessTokenLife, issueAccessToken, verifyAccessToken } from './access-token.ts';

describe('verifyAccessToken', () => {
  async function setup() {
    const world = createWorld(seeds.default);
    const token = await issueAccessToken(world, 'user_both', 'org_acme');
    assert.equal((await verifyAccessToken(world, token))?.sub, 'user_both');
    return { world, token };
  }

  it('refuses a token that it has found good before, once its time is over', async () => {
    const { world, token } = await setup();
    world.moveClock(accessTokenLife * 1000 - 1000);
    assert.equal((await verifyAccessToken(world, token))?.org_id, 'org_acme');
    world.moveClock(1000);
    assert.equal(await verifyAccessToken(world, token), undefined);
  });

  it('refuses what was good in another world', async () => {
    const { token } = await setup();
    assert.equal(await verifyAccessToken(createWorld(seeds.default), token), undefined);
  });

  it('refuses what was signed with a key that is no longer there', async () => {
    const { world, token } = await setup();
    world.authorization.keys.restore(await createWorld(seeds.default).authorization.keys.keep());
    assert.equal(await verifyAccessToken(world, token), undefined);
  });

  it('refuses a token that is changed by one letter', async () => {
    const { world, token } = await setup();
    const changed = token.replace(/\.(.)/, (_, letter) => (letter === 'e' ? '.f' : '.e'));
    assert.equal(await verifyAccessToken(world, changed), undefined);
  });
});
