import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { routes, type LoginAction, type Operation } from '@tesserakit/contract';
import fc from 'fast-check';
import { accessOf } from '../../directory/access.ts';
import { defaultSeed } from '../../seeds/default.ts';
import type { Seed } from '../../seeds/seed.ts';
import { createServer } from '../../server.ts';
import { directoryOf } from '../../snapshot.ts';
import { trialBrowser } from '../browser.ts';
import { createWorld } from '../../world.ts';
import { openArena } from './arena.ts';
import { handOf } from './hand.ts';
import { kinds } from './kinds.ts';
import { modelSeed } from './seed.ts';

/** What nobody can guess is another in every world. */
const guessable = (text: string) => text.replace(/[\w-]{43,}(\.[\w-]+)*/g, '*');

describe('inv-45: what is taken away', () => {
  /** Everybody's roles everywhere, as the server has them. */
  function accessIn(seed: Seed): Map<string, readonly string[]> {
    const world = createWorld(seed, { now: () => seed.today });
    const access = new Map<string, readonly string[]>();
    for (const { userId, organizationId } of seed.members) {
      for (const application of seed.applications) {
        const user = world.users.get(userId)!;
        const organization = world.organizations.get(organizationId)!;
        const { entry, roles } = accessOf(world, user, organization, application);
        const where = `${userId} in ${organizationId} at ${application.applicationId}`;
        if (entry === true)
          access.set(
            where,
            roles.map(({ roleId }) => roleId),
          );
      }
    }
    return access;
  }

  /** The seed with only some of what gives access in it. */
  const less = fc
    .record({
      members: fc.subarray([...modelSeed.members]),
      grants: fc.subarray([...modelSeed.grants]),
      onboardings: fc.subarray([...modelSeed.onboardings]),
      roleGroups: fc.subarray([...modelSeed.roleGroups]),
      roles: fc.subarray([...modelSeed.roles]),
    })
    .map((some): Seed => ({ ...modelSeed, ...some }));

  it('gives nobody more', () => {
    const whole = accessIn(modelSeed);
    assert.ok(whole.size > 5);
    fc.assert(
      fc.property(less, (seed) => {
        for (const [where, roleIds] of accessIn(seed)) {
          const before = whole.get(where);
          assert.ok(before, where);
          for (const roleId of roleIds) assert.ok(before.includes(roleId), `${where}: ${roleId}`);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('inv-46: the same commands', () => {
  const numbers = fc.array(fc.nat({ max: 0xffff }), { minLength: 16, maxLength: 16 });
  const command = fc.record({ name: fc.constantFrom(...kinds.map(({ name }) => name)), numbers });

  it('give the same ids, answers, events and directory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 40, maxLength: 120 }), async (commands) => {
        const runs = [1, 2].map(async () => {
          const heard: string[] = [];
          const arena = openArena(7, (text) => heard.push(guessable(text)));
          for (const { name, numbers } of commands) {
            await kinds.find((kind) => kind.name === name)?.run(handOf(arena, numbers));
          }
          const { audit, secrets } = arena.world;
          // In the order in which they were made: their digests say nothing.
          const directory = { ...directoryOf(arena.world), secrets: [...secrets.values()] };
          const kept = [...audit, ...Object.entries(directory)];
          return [...heard, ...kept.map((one) => guessable(JSON.stringify(one)))];
        });
        const [one = [], other = []] = await Promise.all(runs);
        const at = one.findIndex((text, index) => text !== other[index]);
        assert.equal(one[at], other[at]);
        assert.equal(one.length, other.length);
      }),
      { numRuns: 50, interruptAfterTimeLimit: 60_000 },
    );
  });
});

describe('inv-49: an answer to nobody in particular', () => {
  const known = ['agent@acme.example', 'invited@newcorp.example', 'both@acme.example'];
  const strangers: Seed = {
    ...defaultSeed,
    users: defaultSeed.users.filter(({ email }) => !known.includes(email)),
    members: [],
    grants: [],
    invitations: [],
  };
  const step = fc.oneof(
    fc
      .constantFrom(...known)
      .map((identifier): LoginAction => ({ action: 'identify', identifier })),
    fc.constant<LoginAction>({ action: 'verify_password', password: 'a wrong guess' }),
    fc.constant<LoginAction>({ action: 'restart' }),
  );

  it('is the same at the sign-in, whether the person exists or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (actions) => {
        const runs = [defaultSeed, strangers].map(async (seed) => {
          const world = createWorld(seed, { now: () => seed.today });
          const browser = trialBrowser(world, createServer(world));
          const transactionId = await browser.begin();
          const steps = [];
          for (const action of actions) steps.push(await browser.act(transactionId, action));
          // Each one is drawn anew, for whomever.
          const said = JSON.stringify(steps).replace(/"challenge":"[\w-]{43}"/g, '"challenge"');
          return { said, hashes: world.authorization.passwordHashes };
        });
        const [one, other] = await Promise.all(runs);
        assert.deepEqual(one, other);
      }),
      { numRuns: 15 },
    );
  });

  it('is the same for what there is and what there is not', async () => {
    const world = createWorld(defaultSeed);
    const server = createServer(world);
    const answer = async (operation: Operation, path: string) => {
      const { method } = routes[operation];
      const response = await server.fetch(new Request(`${world.issuer}/api/v1${path}`, { method }));
      const headers = [...response.headers].filter(([name]) => name !== 'x-request-id');
      const text = (await response.text()).replace(/"requestId":"\w+"/, '');
      return JSON.stringify([response.status, headers, text]);
    };
    const there: Record<string, string> = {
      organizationId: 'org_acme',
      userId: 'user_agent_acme',
      applicationId: 'app_flights',
      invitationId: 'invitation_newcorp',
      roleId: 'role_flights_viewer',
    };
    for (const operation of Object.keys(routes) as Operation[]) {
      const { path } = routes[operation];
      const filled = (id: (name: string) => string) =>
        path.replace(/\{(\w+)\}/g, (_, name: string) => id(name));
      assert.equal(
        await answer(
          operation,
          filled((name) => there[name] ?? 'some'),
        ),
        await answer(
          operation,
          filled(() => 'nothing_here'),
        ),
      );
    }
  });
});
