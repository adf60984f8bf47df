import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { answerIn, askForTokens, redeem, trialBrowser } from '../trial/browser.ts';
import { createWorld } from '../world.ts';

const asker = { client_id: 'client_trip_reports', client_secret: 'Tessera-demo-client-1!' };

function setup() {
  const now = Date.now();
  const world = createWorld(seeds.default, { now: () => now });
  const server = createServer(world);
  const browser = trialBrowser(world, server);
  const tokensFor = async (email: string, some: Record<string, string> = {}) => {
    const transaction = await browser.begin({ prompt: 'login', ...some });
    let step = await browser.prove(transaction, email);
    if (step.step === 'consent') step = await browser.act(transaction, { action: 'allow' });
    const client = some['client_id'] === asker.client_id ? asker : some;
    return (await redeem(world, server, answerIn(step).get('code'), client)).body;
  };
  const ask = async (token: string | undefined, client: Record<string, string> = asker) => {
    const body = new URLSearchParams({ token: token ?? '', ...client });
    const url = `${world.issuer}/introspect`;
    const answer = await server.fetch(new Request(url, { method: 'POST', body }));
    const told = (await answer.json()) as Record<string, unknown>;
    return { status: answer.status, told };
  };
  return { world, server, tokensFor, ask };
}

describe('introspection', () => {
  it('O21: tells what a token of the own application says, as long as it counts', async () => {
    const { world, tokensFor, ask } = setup();
    const { access_token: token } = await tokensFor('agent@acme.example');
    const { status, told } = await ask(token);
    assert.equal(status, 200);
    assert.deepEqual(
      ['active', 'token_type', 'iss', 'sub', 'client_id', 'org_id', 'scope'].map((n) => told[n]),
      [
        true,
        'Bearer',
        world.issuer,
        'user_agent_acme',
        'client_flights',
        'org_acme',
        'openid profile email',
      ],
    );
    world.moveClock(299_000);
    assert.equal((await ask(token)).told['active'], true);
    world.moveClock(1000);
    assert.deepEqual((await ask(token)).told, { active: false });
  });

  it('tells of an own refresh token, until it is used or ended', async () => {
    const { world, server, tokensFor, ask } = setup();
    const { refresh_token: token = '' } = await tokensFor('agent@acme.example', {
      client_id: asker.client_id,
    });
    const { told } = await ask(token);
    assert.deepEqual(
      [told['active'], told['sub'], told['client_id'], told['org_id']],
      [true, 'user_agent_acme', 'client_trip_reports', 'org_acme'],
    );
    const renewed = await askForTokens(world, server, {
      ...asker,
      grant_type: 'refresh_token',
      refresh_token: token,
    });
    assert.deepEqual((await ask(token)).told, { active: false });
    const { refresh_token: next } = renewed.body;
    assert.equal((await ask(next)).told['active'], true, 'asking about a used one ends nothing');
    world.members.get('org_acme')!.delete('user_agent_acme');
    assert.deepEqual((await ask(next)).told, { active: false });
    assert.deepEqual((await ask(renewed.body['access_token'])).told, { active: false });
  });

  it('says of all others the same as of none', async () => {
    const { tokensFor, ask } = setup();
    const shop = await tokensFor('shopper@mail.example', { client_id: 'client_shop' });
    const own = await tokensFor('agent@acme.example');
    const strange = [shop['access_token'], shop['refresh_token'], own['refresh_token']];
    for (const token of [...strange, own['id_token'], `${own['access_token']}x`, 'nothing']) {
      assert.deepEqual(await ask(token), { status: 200, told: { active: false } });
    }
  });

  it('tells nothing to a client that has not proved itself, or cannot', async () => {
    const { tokensFor, ask } = setup();
    const { access_token: token } = await tokensFor('agent@acme.example');
    const wrong: [Record<string, string>, string, number][] = [
      [{ client_id: 'client_flights' }, 'unauthorized_client', 400],
      [{ client_id: asker.client_id }, 'invalid_client', 401],
      [{ ...asker, client_secret: 'x' }, 'invalid_client', 401],
      [{}, 'invalid_client', 401],
      [{ ...asker, token: '' }, 'invalid_request', 400],
    ];
    for (const [client, error, status] of wrong) {
      const answer = await ask(token, client);
      assert.deepEqual([answer.told['error'], answer.status], [error, status]);
      assert.equal(answer.told['active'], undefined);
    }
  });
});
