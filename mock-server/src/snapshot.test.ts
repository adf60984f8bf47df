import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { routes, type Operation } from '@tesserakit/contract';
import fc from 'fast-check';
import { rosterOf } from './directory/roster.ts';
import { seeds } from './seeds/index.ts';
import { createServer } from './server.ts';
import { directoryOf, exportWorld, importWorld, restore, type Snapshot } from './snapshot.ts';
import { answerIn, redeem, askForTokens, trialBrowser } from './trial/browser.ts';
import { asPerson, withToken } from './trial/directory.ts';
import { prepareLegal, type Prepared } from './trial/legal-requests.ts';
import { createWorld, type World } from './world.ts';

const now = () => Date.parse('2026-03-01');
const newWorld = () => createWorld(seeds.default, { now });
const written = async (world: World) => JSON.stringify(await exportWorld(world));
const copyOf = async (world: World) =>
  importWorld(JSON.parse(await written(world)) as Snapshot, { now });

const operations = fc.constantFrom(...(Object.keys(routes) as Operation[]));
const series = fc.array(operations, { minLength: 1, maxLength: 8 });

/** Legal requests, as far as those before them leave them possible. */
async function prepareAll(world: World, wanted: readonly Operation[]): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  for (const operation of wanted) {
    try {
      prepared.push(await prepareLegal(world, operation));
    } catch {
      // What it needs is gone.
    }
  }
  return prepared;
}

async function answersOf(world: World, requests: readonly Prepared[]): Promise<string[]> {
  const server = createServer(world);
  const answers: string[] = [];
  for (const { path, sent, token } of requests) {
    const { status, text } = await withToken(world, server, token)(path, sent);
    answers.push(`${status} ${withoutSecrets(text)}`);
  }
  return answers;
}

/** No two worlds give away the same secrets. */
function withoutSecrets(text: string): string {
  return text.replace(/[\w-]{43,}/g, 'secret');
}

/** The directory in which secrets are known by what they are for. */
function directory(world: World): string {
  const { secrets, ...rest } = directoryOf(world);
  const uses = Object.values(secrets as object).map((use) => JSON.stringify(use));
  return withoutSecrets(JSON.stringify([rest, uses.sort()]));
}

describe('exportWorld and importWorld', () => {
  for (const name of ['default', 'empty', 'diagram', 'hostile', 'demo'] as const) {
    it(`bring the scenario ${name} through JSON unchanged`, async () => {
      const before = await exportWorld(createWorld(seeds[name], { now }));
      const after = await exportWorld(
        importWorld(JSON.parse(JSON.stringify(before)) as Snapshot, { now }),
      );
      assert.deepEqual(after, before);
    });
  }

  it('keep all that a world knows, and none of what it is told anew', async () => {
    const world = newWorld();
    const outside = ['allowsLocalProviders', 'identityProviders', 'outsidePatience', 'resolver'];
    const told = ['applicationOrigins', 'issuer', 'wire', ...outside];
    const itself = ['journal', 'moveClock', 'newId', 'now', 'tables'];
    const { tables, ...rest } = await exportWorld(world);
    assert.deepEqual(
      [...Object.keys(tables), ...Object.keys(rest), ...told, ...itself].sort(),
      [...Object.keys(world), 'tables'].sort(),
    );
  });

  it('leave a snapshot alone while the world goes on (inv-47)', async () => {
    const world = newWorld();
    const snapshot = await exportWorld(world);
    const before = JSON.stringify(snapshot);
    for (const one of [world, importWorld(snapshot, { now })]) {
      await answersOf(one, [await prepareLegal(one, 'members.suspend')]);
    }
    assert.equal(JSON.stringify(snapshot), before);
  });

  it('go on with the same answers and ids, whatever was done before (inv-47)', async () => {
    const property = fc.asyncProperty(series, series, async (former, latter) => {
      const world = newWorld();
      await answersOf(world, await prepareAll(world, former));
      const requests = await prepareAll(world, latter);
      world.moveClock(1000);
      const copy = await copyOf(world);
      assert.ok((await written(copy)) === (await written(world)), 'the same world');
      assert.deepEqual(await answersOf(copy, requests), await answersOf(world, requests));
      assert.ok(directory(copy) === directory(world), 'the same directory');
      assert.equal(copy.newId('x'), world.newId('x'));
    });
    await fc.assert(property, { numRuns: 20 });
  });

  it('let people stay signed in, and keep used what is used', async () => {
    const world = newWorld();
    const server = createServer(world);
    const browser = trialBrowser(world, server);
    const step = await browser.prove(await browser.begin(), 'agent@acme.example');
    const code = answerIn(step).get('code');
    const { body } = await redeem(world, server, code);
    const form = { grant_type: 'refresh_token', refresh_token: body['refresh_token'] ?? '' };
    const copy = await copyOf(world);
    const elsewhere = createServer(copy);
    const refreshed = await askForTokens(copy, elsewhere, form);
    assert.equal(refreshed.status, 200);
    assert.equal((await redeem(copy, elsewhere, code)).status, 400);
    assert.equal((await askForTokens(copy, elsewhere, form)).status, 400);
  });

  it('let nobody guess passwords anew', async () => {
    const world = newWorld();
    const browser = trialBrowser(world, createServer(world));
    for (let count = 0; count < 5; count += 1) {
      await browser.prove(await browser.begin(), 'agent@acme.example', 'wrong');
    }
    const copy = await copyOf(world);
    const elsewhere = trialBrowser(copy, createServer(copy));
    const step = await elsewhere.prove(await elsewhere.begin(), 'agent@acme.example');
    assert.ok(step.step === 'password' && step.refusal === 'locked');
  });

  it('answer a repeated request as it was answered, and do it once', async () => {
    const world = newWorld();
    const ask = (place: World, key: string, path: string, body?: unknown) =>
      asPerson(
        place,
        createServer(place),
        'user_admin_acme',
        'org_acme',
      )(`/organizations/org_acme/${path}`, {
        method: 'POST',
        headers: { 'Idempotency-Key': key },
        body,
      });
    const suspend = (place: World) => ask(place, 'one', 'members/user_agent_acme/suspend');
    const invite = (place: World) =>
      ask(place, 'two', 'invitations', {
        email: 'both@acme.example',
        organizationRoleIds: ['organizationMember'],
      });
    const before = [await suspend(world), await invite(world)];
    assert.deepEqual(
      before.map(({ status }) => status),
      [200, 409],
    );
    const copy = await copyOf(world);
    copy.members.get('org_acme')?.delete('user_both');
    assert.equal((await suspend(copy)).text, before[0]?.text);
    assert.equal((await invite(copy)).body['code'], 'already_member');
    assert.equal(copy.members.get('org_acme')?.get('user_agent_acme')?.version, 2);
  });
});

describe('restore', () => {
  it('turns one world into another, and what is worked out follows', async () => {
    const world = newWorld();
    const other = newWorld();
    await answersOf(other, [await prepareLegal(other, 'members.remove')]);
    const list = async (place: World) =>
      answersOf(place, [await prepareLegal(place, 'members.list')]);
    await list(world);
    const roster = rosterOf(world, 'org_acme');
    restore(world, await exportWorld(other));
    assert.equal(rosterOf(world, 'org_acme'), roster);
    assert.equal(await written(world), await written(other));
    assert.deepEqual(await list(world), await list(other));
  });
});

describe('two worlds', () => {
  it('are alike to the last id after the same commands (inv-46)', async () => {
    const property = fc.asyncProperty(series, async (commands) => {
      const [one, other] = await Promise.all(
        [newWorld(), newWorld()].map(async (world) => {
          const answers = await answersOf(world, await prepareAll(world, commands));
          return { answers, directory: directory(world), next: world.newId('x') };
        }),
      );
      assert.deepEqual(one, other);
    });
    await fc.assert(property, { numRuns: 20 });
  });
});
