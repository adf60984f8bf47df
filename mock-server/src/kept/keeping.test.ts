import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { openHouse, type Scenario } from '../house.ts';
import { createServer } from '../server.ts';
import { exportWorld } from '../snapshot.ts';
import { asPerson } from '../trial/directory.ts';
import { keepHouse, type KeptHouse } from './house.ts';
import { wrap } from './parcel.ts';
import { queue, type Shelf } from './shelf.ts';

/** A shelf in memory that any number of places share, and what goes wrong with it. */
function trialStore(text?: string) {
  const alone = queue();
  const watchers: (() => void)[] = [];
  const store = { text, writes: 0, fails: undefined as 'read' | 'write' | 'alone' | undefined };
  const check = (step: 'read' | 'write' | 'alone') => {
    if (store.fails === step) throw new DOMException('No room.', 'QuotaExceededError');
  };
  const shelf = (): Shelf => {
    const own: (() => void)[] = [];
    return {
      read: async () => {
        check('read');
        return store.text;
      },
      write: async (text) => {
        check('write');
        store.text = text;
        store.writes += 1;
        for (const watcher of watchers) if (!own.includes(watcher)) watcher();
      },
      alone: async (task) => {
        check('alone');
        return alone(task);
      },
      watch: (watcher) => {
        own.push(watcher);
        watchers.push(watcher);
      },
    };
  };
  return { store, open: (scenario: Scenario = { name: 'default' }) => place(scenario, shelf()) };
}

/** One tab: a house on the shelf, its server, and what is asked of it. */
function place(scenario: Scenario, shelf: Shelf) {
  const house = keepHouse(openHouse(scenario), shelf);
  const server = createServer(house, { control: true });
  const ask = async (path: string, sent?: { method: string; body?: unknown }) => {
    // A token is good for the keys of the world that is in now.
    await house.keeping.read(async () => undefined);
    return asPerson(
      house.world,
      server,
      'user_admin_acme',
      'org_acme',
    )(`/organizations/org_acme/${path}`, sent);
  };
  return {
    house,
    ask,
    invite: (email: string) => ask('invitations', { method: 'POST', body: invitation(email) }),
    invited: async () => {
      const { body } = await ask('invitations?limit=100');
      return (body['items'] as { email: string }[]).map(({ email }) => email);
    },
    control: (path: string, body?: unknown) =>
      server.fetch(
        new Request(`${house.world.issuer}/dev/${path}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      ),
  };
}

const invitation = (email: string) => ({ email, organizationRoleIds: ['organizationMember'] });

async function warnings(task: () => Promise<void>): Promise<string[]> {
  const warn = mock.method(console, 'warn', () => undefined);
  try {
    await task();
    return warn.mock.calls.map(({ arguments: [text] }) => String(text));
  } finally {
    warn.mock.restore();
  }
}

const fresh = async (house: KeptHouse) => (await exportWorld(house.world)).random;

describe('a kept world', () => {
  it('is there again in another life, with those who are signed in', async () => {
    const { open } = trialStore();
    const before = open();
    assert.equal((await before.invite('first@partner.example')).status, 200);
    const after = open();
    assert.ok((await after.invited()).includes('first@partner.example'));
    const keys = await Promise.all(
      [before, after].map(({ house }) => house.world.authorization.keys.of('ES256')),
    );
    assert.equal(keys[0]?.kid, keys[1]?.kid);
  });

  it('loses none of 20 writes from two tabs, and gives no id twice', async () => {
    const { open } = trialStore();
    const tabs = [open(), open()];
    const emails = Array.from({ length: 20 }, (_, at) => `p${at}@partner.example`);
    const answers = await Promise.all(emails.map((email, at) => tabs[at % 2]!.invite(email)));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    const lists = await Promise.all(tabs.map((tab) => tab.invited()));
    assert.deepEqual(lists[0], lists[1]);
    for (const email of emails) assert.ok(lists[0]?.includes(email), email);
    const { audit } = tabs[0]!.house.world;
    assert.equal(new Set(audit.map(({ eventId }) => eventId)).size, audit.length);
  });

  it('is shown to another tab at its next request, reset included', async () => {
    const { open } = trialStore();
    const [one, other] = [open(), open()];
    await other.invited();
    await one.invite('first@partner.example');
    assert.ok((await other.invited()).includes('first@partner.example'));
    await other.house.reset();
    assert.ok(!(await one.invited()).includes('first@partner.example'));
    await one.invite('second@partner.example');
    assert.equal((await one.control('reset')).status, 200);
    assert.ok(!(await other.invited()).includes('second@partner.example'));
  });

  it('follows another tab into another scenario', async () => {
    const { open } = trialStore();
    const [one, other] = [open(), open()];
    await one.control('scenario', { name: 'empty', random: 3 });
    await other.house.keeping.read(async () => undefined);
    assert.deepEqual(other.house.scenario, { name: 'empty', random: 3 });
    assert.equal(other.house.world.tenantId, one.house.world.tenantId);
    assert.equal(await fresh(other.house), await fresh(one.house));
  });

  it('does not write where nothing can have changed', async () => {
    const { store, open } = trialStore();
    const tab = open();
    await tab.invite('first@partner.example');
    const before = store.writes;
    await tab.invited();
    assert.equal(store.writes, before);
  });

  for (const name of ['large', 'hostile']) {
    it(`is never one of ${name}, and comes back after it`, async () => {
      const { store, open } = trialStore();
      const tab = open({ name: 'diagram' });
      const kept = async () => store.text;
      await tab.house.reset();
      const before = await kept();
      await tab.control('scenario', { name });
      await tab.control('clock', { moveBy: 1000 });
      assert.equal(await kept(), before);
      assert.equal(tab.house.scenario.name, name);
      const again = open({ name: 'default' });
      await again.house.keeping.read(async () => undefined);
      assert.equal(again.house.scenario.name, 'diagram');
    });
  }

  const damages: Record<string, (text: string) => string> = {
    'cut off': (text) => text.slice(0, -100),
    changed: (text) => text.replace('first@partner', 'other@partner'),
    'of another version': (text) => text.replace('"format":1', '"format":0'),
    'no world': () => '{}',
  };
  for (const [what, damage] of Object.entries(damages)) {
    it(`begins anew where what was kept is ${what} (C29)`, async () => {
      const { store, open } = trialStore();
      await open().invite('first@partner.example');
      store.text = damage(store.text ?? '');
      const after = open();
      const said = await warnings(async () => {
        assert.ok(!(await after.invited()).includes('first@partner.example'));
      });
      assert.deepEqual(said, ['The kept world is damaged or of another version. It begins anew.']);
      await after.invite('second@partner.example');
      assert.ok((await open().invited()).includes('second@partner.example'));
    });
  }

  it('takes nothing of what was kept where a part of it is missing (C29)', async () => {
    const { house } = trialStore().open();
    const world = await exportWorld(house.world);
    const tables = { ...world.tables, organizations: [] };
    const scenario = { name: 'default', random: 1 };
    for (const part of Object.keys(world)) {
      const { [part as keyof typeof world]: gone, ...rest } = { ...world, tables };
      const text = await wrap({ scenario, world: rest as typeof world });
      const after = trialStore(text).open();
      const said = await warnings(async () => {
        await after.invite('first@partner.example');
      });
      assert.deepEqual(said, ['The kept world is damaged or of another version. It begins anew.']);
      assert.notEqual(after.house.world.organizations.size, 0, part);
      assert.notEqual(gone, undefined);
    }
  });

  for (const fails of ['read', 'write', 'alone'] as const) {
    it(`goes on in memory, and says so once, where storage fails at ${fails} (C27)`, async () => {
      const { store, open } = trialStore();
      store.fails = fails;
      const tab = open();
      const said = await warnings(async () => {
        assert.equal((await tab.invite('first@partner.example')).status, 200);
        assert.equal((await tab.invite('second@partner.example')).status, 200);
        const invited = await tab.invited();
        assert.ok(invited.includes('first@partner.example'));
        assert.ok(invited.includes('second@partner.example'));
      });
      assert.equal(said.length, 1);
    });
  }

  it('passes a failure of the task itself on, and does it once', async () => {
    const { open } = trialStore();
    let times = 0;
    const task = async () => {
      times += 1;
      throw new Error('of the task');
    };
    await assert.rejects(open().house.keeping.write(task), /of the task/);
    assert.equal(times, 1);
  });
});

describe('unwrap', () => {
  it('leaves a world of a scenario that is never kept', async () => {
    const house = openHouse({ name: 'hostile' });
    const { scenario, world } = house;
    const text = await wrap({ scenario, world: await exportWorld(world) });
    const { open } = trialStore(text);
    const tab = open();
    await warnings(() => tab.house.keeping.read(async () => undefined));
    assert.equal(tab.house.scenario.name, 'default');
  });
});
