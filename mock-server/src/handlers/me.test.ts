import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { asPerson, type Ask } from '../trial/directory.ts';
import { createWorld } from '../world.ts';

function setup() {
  const world = createWorld(seeds.default);
  const server = createServer(world);
  const as = (userId: string, organizationId?: string): Ask =>
    asPerson(world, server, userId, organizationId);
  const patch = (ask: Ask, body: object, headers: Record<string, string> = {}) =>
    ask('/me', { method: 'PATCH', body, headers });
  return { world, as, patch };
}

describe('one’s own profile', () => {
  it('is the same in every organization', async () => {
    const { as, patch } = setup();
    const { body } = await patch(as('user_both', 'org_acme'), {
      name: ' Noor  Haddad-Berg ',
      phone: '+358401234567',
      locale: 'fi',
      picture: 'https://pictures.example/noor.png',
    });
    assert.deepEqual([body['name'], body['version']], ['Noor  Haddad-Berg', 2]);
    const there = await as('user_both', 'org_borealis')('/me');
    for (const key of ['name', 'phone', 'locale', 'picture', 'version', 'email']) {
      assert.equal(there.body[key], body[key], key);
    }
  });

  it('loses what is taken away, and keeps what is not named', async () => {
    const { world, as, patch } = setup();
    const ask = as('user_agent_acme', 'org_acme');
    await patch(ask, { phone: '+4712345678' });
    const { body } = await patch(ask, { phone: null, locale: null });
    assert.deepEqual(
      [body['phone'], body['locale'], body['name']],
      [undefined, undefined, 'Tomás Ribeiro'],
    );
    assert.deepEqual(Object.keys(world.users.get('user_agent_acme')!).includes('phone'), false);
  });

  it('refuses what is no name, number, language or picture', async () => {
    const { as, patch } = setup();
    const ask = as('user_agent_acme', 'org_acme');
    const bad = [
      { name: '' },
      { name: '\u200b' },
      { name: null },
      { name: 'x'.repeat(201) },
      { phone: '112' },
      { phone: '+0123456789' },
      { locale: 'e' },
      { locale: 'en_GB' },
      { picture: 'ftp://pictures.example/a.png' },
    ];
    for (const body of bad) {
      assert.equal((await patch(ask, body)).status, 422, JSON.stringify(body));
    }
  });

  it('is not written over by somebody who saw another version', async () => {
    const { world, as, patch } = setup();
    const ask = as('user_agent_acme', 'org_acme');
    await patch(ask, { name: 'First' }, { 'If-Match': '"1"' });
    const stale = await patch(ask, { name: 'Second' }, { 'If-Match': '"1"' });
    assert.equal(stale.body['code'], 'version_conflict');
    assert.equal(world.users.get('user_agent_acme')?.name, 'First');
    assert.deepEqual(
      world.audit.map(({ action, outcome, target }) => [action, outcome, target?.id]),
      [
        ['me.update', 'success', 'user_agent_acme'],
        ['me.update', 'denied', undefined],
      ],
    );
  });

  it('is not written by whoever is shut out of the organization they act for', async () => {
    const { as, patch } = setup();
    const { body } = await patch(as('user_suspended_acme', 'org_acme'), { name: 'Still here' });
    assert.equal(body['code'], 'member_suspended');
  });
});
