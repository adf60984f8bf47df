import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { directoryOf } from '../snapshot.ts';
import { answerIn, askForTokens, redeem, trialBrowser } from '../trial/browser.ts';
import { withToken, type Ask } from '../trial/directory.ts';
import { createWorld } from '../world.ts';

const members = '/organizations/org_acme/members';
const post = { method: 'POST' };

interface Session {
  readonly sessionId: string;
  readonly current: boolean;
  readonly uses: readonly unknown[];
}

function setup() {
  const world = createWorld(seeds.default);
  const server = createServer(world);
  /** Signs in with a browser of its own, for the organization where there is a choice. */
  const signIn = async (email: string, organizationId?: string) => {
    const browser = trialBrowser(world, server);
    const transaction = await browser.begin({ scope: 'openid offline_access' });
    let step = await browser.prove(transaction, email);
    if (step.step === 'select_organization') {
      step = await browser.act(transaction, {
        action: 'choose_organization',
        organizationId: organizationId ?? '',
      });
    }
    const { body } = await redeem(world, server, answerIn(step).get('code'));
    let refreshToken = body['refresh_token'] ?? '';
    const refresh = async (some: Record<string, string> = {}) => {
      const form = { grant_type: 'refresh_token', refresh_token: refreshToken, ...some };
      const answer = await askForTokens(world, server, form);
      if (answer.status === 200 && !some['org_id']) {
        refreshToken = answer.body['refresh_token'] ?? '';
      }
      return answer;
    };
    const ask = withToken(world, server, body['access_token'] ?? '');
    const sessions = async () => (await ask('/me/sessions')).body['items'] as Session[];
    return { ask, refresh, sessions };
  };
  return { world, server, signIn };
}

const code = async (answer: ReturnType<Ask>) => {
  const { status, body } = await answer;
  return status === 200 ? 200 : body['code'];
};

describe('one’s own sessions', () => {
  it('are listed with what they are used for, and which one asks', async () => {
    const { world, signIn } = setup();
    const first = await signIn('both@acme.example', 'org_acme');
    world.moveClock(1000);
    const second = await signIn('both@acme.example', 'org_borealis');
    await second.refresh({ org_id: 'org_acme' });
    await signIn('agent@acme.example');
    const items = await second.sessions();
    assert.deepEqual(
      items.map(({ current, uses }) => ({ current, uses })),
      [
        {
          current: true,
          uses: [
            {
              applicationId: 'app_flights',
              name: 'Flights',
              organization: { organizationId: 'org_borealis', name: 'Borealis' },
            },
            {
              applicationId: 'app_flights',
              name: 'Flights',
              organization: { organizationId: 'org_acme', name: 'Acme Travel' },
            },
          ],
        },
        {
          current: false,
          uses: [
            {
              applicationId: 'app_flights',
              name: 'Flights',
              organization: { organizationId: 'org_acme', name: 'Acme Travel' },
            },
          ],
        },
      ],
    );
    assert.equal((await first.sessions())[1]?.current, true);
  });

  it('tell no secret of the browser', async () => {
    const { world, signIn } = setup();
    const { ask } = await signIn('agent@acme.example');
    const { text } = await ask('/me/sessions');
    const [session] = world.authorization.sessions.values();
    assert.ok(session && text.includes(session.sid) && !text.includes(session.secret));
  });

  it('end one by one, with all that came from them', async () => {
    const { world, signIn } = setup();
    const here = await signIn('agent@acme.example');
    const there = await signIn('agent@acme.example');
    const other = (await here.sessions()).find(({ current }) => !current)!;
    const path = `/me/sessions/${other.sessionId}`;
    assert.equal(await code(here.ask(path, { method: 'DELETE' })), 200);
    assert.equal((await there.refresh()).status, 400);
    assert.equal((await here.refresh()).status, 200);
    assert.equal((await here.sessions()).length, 1);
    assert.equal(await code(here.ask(path, { method: 'DELETE' })), 'not_found');
    assert.deepEqual(
      world.audit.map(({ action, outcome, target }) => [action, outcome, target?.id]),
      [
        ['session.end', 'success', other.sessionId],
        ['session.end', 'denied', other.sessionId],
      ],
    );
  });

  it('are nobody else’s to end', async () => {
    const { signIn } = setup();
    const agent = await signIn('agent@acme.example');
    const admin = await signIn('admin@acme.example');
    const [session] = await agent.sessions();
    const path = `/me/sessions/${session?.sessionId ?? ''}`;
    assert.equal(await code(admin.ask(path, { method: 'DELETE' })), 'not_found');
    assert.equal((await agent.refresh()).status, 200);
  });

  it('end all at once but for the one that asks', async () => {
    const { world, signIn } = setup();
    const here = await signIn('agent@acme.example');
    const others = [await signIn('agent@acme.example'), await signIn('agent@acme.example')];
    const stranger = await signIn('admin@acme.example');
    assert.equal(await code(here.ask('/me/sessions/end-others', post)), 200);
    for (const other of others) assert.equal((await other.refresh()).status, 400);
    assert.equal((await here.refresh()).status, 200);
    assert.equal((await stranger.refresh()).status, 200);
    const roots = world.audit.filter(({ causedBy }) => causedBy === undefined);
    assert.deepEqual([world.audit.length, roots.length], [3, 1]);
  });

  it('stay one’s own to end while the organization shuts one out', async () => {
    const { world, signIn } = setup();
    const { ask, sessions } = await signIn('agent@acme.example');
    const table = world.members.get('org_acme')!;
    table.set('user_agent_acme', { ...table.get('user_agent_acme')!, status: 'suspended' });
    const [session] = await sessions();
    const path = `/me/sessions/${session?.sessionId ?? ''}`;
    assert.equal(await code(ask(path, { method: 'DELETE' })), 200);
    assert.equal(world.authorization.sessions.size, 0);
  });

  it('show those whose tokens outlive the browser’s session, and none that is over', async () => {
    const { world, signIn } = setup();
    const old = await signIn('agent@acme.example');
    world.moveClock(12 * 3_600_000);
    const { sessions } = await signIn('agent@acme.example');
    assert.equal((await sessions()).length, 2);
    assert.equal((await old.refresh()).status, 200);
    world.moveClock(30 * 86_400_000 - 12 * 3_600_000);
    const later = await signIn('agent@acme.example');
    assert.equal((await later.sessions()).length, 2);
    assert.equal((await old.refresh()).status, 400);
  });
});

describe('a member’s sessions', () => {
  it('show an administrator what acts for the organization, and nothing of others', async () => {
    const { signIn } = setup();
    const admin = await signIn('admin@acme.example');
    await signIn('both@acme.example', 'org_borealis');
    const path = `${members}/user_both/sessions`;
    assert.deepEqual((await admin.ask(path)).body, { items: [] });
    const both = await signIn('both@acme.example', 'org_acme');
    await both.refresh({ org_id: 'org_borealis' });
    const { body, text } = await admin.ask(path);
    const [item, ...more] = body['items'] as Record<string, unknown>[];
    assert.deepEqual(
      [item?.['applicationId'], item?.['name'], item?.['methods'], more],
      ['app_flights', 'Flights', ['pwd'], []],
    );
    assert.ok(!/borealis/i.test(text));
    assert.deepEqual(Object.keys(item ?? {}).sort(), [
      'applicationId',
      'authenticatedAt',
      'methods',
      'name',
    ]);
  });

  it('end for this organization alone', async () => {
    const { world, signIn } = setup();
    const admin = await signIn('admin@acme.example');
    const acme = await signIn('both@acme.example', 'org_acme');
    const borealis = await signIn('both@acme.example', 'org_borealis');
    const before = directoryOf(world);
    assert.equal(await code(admin.ask(`${members}/user_both/sessions/end`, post)), 200);
    assert.equal((await acme.refresh()).status, 400);
    assert.equal((await borealis.refresh()).status, 200);
    assert.equal((await borealis.sessions()).length, 2);
    assert.deepEqual(directoryOf(world), before);
    assert.equal(world.audit.at(-1)?.action, 'member.endSessions');
  });

  it('end a code that is on its way', async () => {
    const { world, server, signIn } = setup();
    const admin = await signIn('admin@acme.example');
    const browser = trialBrowser(world, server);
    const step = await browser.prove(await browser.begin(), 'agent@acme.example');
    await admin.ask(`${members}/user_agent_acme/sessions/end`, post);
    const { status } = await redeem(world, server, answerIn(step).get('code'));
    assert.equal(status, 400);
  });

  it('are out of the reach of whoever may not suspend, and of other organizations', async () => {
    const { signIn } = setup();
    const agent = await signIn('agent@acme.example');
    const elsewhere = await signIn('admin@borealis.example');
    const admin = await signIn('admin@acme.example');
    const path = `${members}/user_both/sessions`;
    assert.equal(await code(agent.ask(path)), 'forbidden');
    assert.equal(await code(agent.ask(`${path}/end`, post)), 'forbidden');
    assert.equal(await code(elsewhere.ask(path)), 'not_found');
    assert.equal(await code(elsewhere.ask(`${path}/end`, post)), 'not_found');
    for (const userId of ['user_admin_borealis', 'user_nobody']) {
      assert.equal(await code(admin.ask(`${members}/${userId}/sessions`)), 'not_found');
      assert.equal(await code(admin.ask(`${members}/${userId}/sessions/end`, post)), 'not_found');
    }
  });
});
