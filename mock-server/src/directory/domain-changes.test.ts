import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Domain } from '@tesserakit/domain';
import type { Resolver } from '../resolver.ts';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { directoryOf } from '../snapshot.ts';
import { asPerson, type Ask } from '../trial/directory.ts';
import { held } from '../trial/held.ts';
import { createWorld, tableOf, type World, type WorldOptions } from '../world.ts';
import { discoveryOf } from './discovery.ts';
import { recheckDomains } from './domain-rechecks.ts';

const begin = Date.parse('2026-03-01T09:00:00Z');

function setup(options: Partial<WorldOptions> = {}) {
  const world = createWorld(seeds.default, { now: () => begin, ...options });
  const server = createServer(world);
  const acme = asPerson(world, server, 'user_admin_acme', 'org_acme');
  const borealis = asPerson(world, server, 'user_admin_borealis', 'org_borealis');
  return { world, server, acme, borealis };
}

const ours = '/organizations/org_acme/domains';
const theirs = '/organizations/org_borealis/domains';
const post = (body: unknown = {}) => ({ method: 'POST', body });
const outcome = async (answer: ReturnType<Ask>) => {
  const { status, body } = await answer;
  return status === 200 ? 200 : body['code'];
};

type Challenged = { domainId: string; challenge: { record: { name: string; value: string } } };

async function claim(ask: Ask, path: string, name: string): Promise<Challenged> {
  const { status, body, text } = await ask(path, post({ name }));
  assert.equal(status, 200, text);
  return body as unknown as Challenged;
}

/** Claims a domain and sets its record. */
async function claimed(world: World, ask: Ask, path: string, name: string) {
  const { domainId, challenge } = await claim(ask, path, name);
  world.dns.set(challenge.record.name, [challenge.record.value]);
  return domainId;
}

/** A resolver that answers when it is let, so that a test says what happens in between. */
function heldResolver() {
  const asked = held<string>();
  const answer = held<readonly string[]>();
  const resolver: Resolver = (name) => {
    asked.release(name);
    return answer.promise;
  };
  return { resolver, asked: asked.promise, answer: answer.release };
}

describe('claiming a domain', () => {
  it('begins an attempt, and shows the name in its own letters beside the A-labels', async () => {
    const { acme } = setup();
    const { body } = await acme(ours, post({ name: 'Bücher.Example.' }));
    assert.deepEqual(
      [body['name'], body['unicodeName'], body['status'], body['discovery'], body['enrolment']],
      ['xn--bcher-kva.example', 'bücher.example', 'pending', false, 'invite-only'],
    );
    const { record } = (body as unknown as Challenged).challenge;
    assert.equal(record.name, '_tessera.xn--bcher-kva.example');
    assert.match(record.value, /^tessera-verification=tsd_[\w-]{43}$/);
  });

  it('D03, D04: is refused for what is everybody’s', async () => {
    const { world, acme } = setup();
    const before = directoryOf(world);
    const names = [
      ...['gmail.com', 'GMAIL.com', 'mail.gmail.com', 'web.de', 'proton.me', 'mailinator.com'],
      ...['co.uk', 'github.io', 'vercel.app', 'com.au', 's3.amazonaws.com'],
    ];
    for (const name of names) {
      assert.equal(await outcome(acme(ours, post({ name }))), 'public_domain', name);
    }
    assert.deepEqual(directoryOf(world), before);
  });

  it('D15: is refused for what is no domain', async () => {
    const { acme } = setup();
    const names = [
      'localhost',
      '127.0.0.1',
      'a@acme.example',
      'acme.example/x',
      '*.acme.example',
      'a b.example',
    ];
    for (const name of names) {
      assert.equal(await outcome(acme(ours, post({ name }))), 'validation_failed', name);
    }
  });

  it('D06: is refused for a name that can be taken for a domain of others', async () => {
    const { world, acme } = setup();
    const fake = 'b\u043erealis.example';
    assert.equal(await outcome(acme(ours, post({ name: fake }))), 'validation_failed');
    const domains = tableOf(world, 'domains', 'org_borealis');
    domains.set('domain_borealis', { ...domains.get('domain_borealis')!, name: 'coxape.example' });
    const whole = '\u0441\u043e\u0445\u0430\u0440\u0435.example';
    assert.equal(await outcome(acme(ours, post({ name: whole }))), 'domain_taken');
    assert.equal(await outcome(acme(ours, post({ name: 'coxape-2.example' }))), 200);
  });

  it('D02: takes a name from nobody; one of two who prove it has it', async () => {
    const { world, acme, borealis } = setup();
    const name = 'shared.example';
    const [a, b] = [await claim(acme, ours, name), await claim(borealis, theirs, name)];
    world.dns.set(a.challenge.record.name, [a.challenge.record.value, b.challenge.record.value]);
    const outcomes = await Promise.all([
      outcome(acme(`${ours}/${a.domainId}/verify`, post())),
      outcome(borealis(`${theirs}/${b.domainId}/verify`, post())),
    ]);
    assert.deepEqual(outcomes.map(String).sort(), ['200', 'domain_taken']);
    const verified = [...world.domains.values()]
      .flatMap((domains) => [...domains.values()])
      .filter((domain) => domain.name === name && domain.status === 'verified');
    assert.equal(verified.length, 1);
    assert.equal(await outcome(acme(ours, post({ name }))), 'already_exists');
    const cirrus = asPerson(world, createServer(world), 'user_admin_cirrus', 'org_cirrus');
    const late = cirrus('/organizations/org_cirrus/domains', post({ name }));
    assert.equal(await outcome(late), 'domain_taken');
  });
});

describe('verifying a domain', () => {
  it('D07: takes the very value of the present attempt', async () => {
    const { world, acme } = setup();
    const { domainId, challenge } = await claim(acme, ours, 'acme-travel.example');
    const { name, value } = challenge.record;
    const verify = () => outcome(acme(`${ours}/${domainId}/verify`, post()));
    for (const wrong of [`${value}x`, `x ${value}`, value.toUpperCase(), value.slice(0, -1)]) {
      world.dns.set(name, [wrong]);
      assert.equal(await verify(), 'domain_unverified', wrong);
    }
    world.dns.set(name, ['v=spf1 -all', value]);
    assert.equal(await verify(), 200);
    assert.equal(await verify(), 'already_exists');
  });

  it('D08: proves one domain and no other', async () => {
    const { world, acme } = setup();
    const one = await claimed(world, acme, ours, 'one.example');
    const two = await claim(acme, ours, 'two.example');
    await acme(`${ours}/${one}/verify`, post());
    world.dns.set('_tessera.two.example', world.dns.get('_tessera.one.example')!);
    const verify = acme(`${ours}/${two.domainId}/verify`, post());
    assert.equal(await outcome(verify), 'domain_unverified');
    const domains = world.domains.get('org_acme')!;
    assert.deepEqual(
      [domains.get(one)!.status, domains.get(two.domainId)!.status],
      ['verified', 'pending'],
    );
  });

  it('D10: takes no proof of another organization, of an attempt before, or of what was removed', async () => {
    const { world, acme, borealis } = setup();
    const name = 'shared.example';
    const a = await claim(acme, ours, name);
    const b = await claim(borealis, theirs, name);
    const record = a.challenge.record.name;
    const verify = (domainId: string) => outcome(acme(`${ours}/${domainId}/verify`, post()));
    world.dns.set(record, [b.challenge.record.value]);
    assert.equal(await verify(a.domainId), 'domain_unverified');
    world.dns.set(record, [a.challenge.record.value]);
    await acme(`${ours}/${a.domainId}/challenge`, post({ proof: 'dns' }));
    assert.equal(await verify(a.domainId), 'domain_unverified');
    await acme(`${ours}/${a.domainId}`, { method: 'DELETE' });
    assert.equal(world.domainChallenges.has(a.domainId), false);
    const again = await claim(acme, ours, name);
    assert.notEqual(again.domainId, a.domainId);
    assert.equal(await verify(again.domainId), 'domain_unverified');
    assert.equal(await verify(a.domainId), 'not_found');
  });

  it('is refused when the attempt has ended by itself', async () => {
    const { world, server, acme } = setup();
    const domainId = await claimed(world, acme, ours, 'late.example');
    world.moveClock(7 * 24 * 3_600_000);
    const later = asPerson(world, server, 'user_admin_acme', 'org_acme');
    const verify = later(`${ours}/${domainId}/verify`, post());
    assert.equal(await outcome(verify), 'domain_unverified');
  });

  type Meanwhile = (world: World, domain: Domain, acme: Ask) => unknown;
  const meanwhile: Record<string, readonly [code: string, happen: Meanwhile]> = {
    edited: [
      'version_conflict',
      (world, domain) =>
        tableOf(world, 'domains', 'org_acme').set(domain.domainId, {
          ...domain,
          name: 'other.example',
        }),
    ],
    'challenged anew': [
      'version_conflict',
      (_, { domainId }, acme) => acme(`${ours}/${domainId}/challenge`, post({ proof: 'dns' })),
    ],
    'given another token': [
      'version_conflict',
      ({ domainChallenges }, { domainId }) =>
        domainChallenges.set(domainId, { ...domainChallenges.get(domainId)!, token: 'tsd_other' }),
    ],
    removed: [
      'not_found',
      (_, { domainId }, acme) => acme(`${ours}/${domainId}`, { method: 'DELETE' }),
    ],
    'removed and claimed again': [
      'not_found',
      async (_, { domainId, name }, acme) => {
        await acme(`${ours}/${domainId}`, { method: 'DELETE' });
        await acme(ours, post({ name }));
      },
    ],
    'left to end': [
      'domain_unverified',
      ({ domainChallenges, now }, { domainId }) =>
        domainChallenges.set(domainId, {
          ...domainChallenges.get(domainId)!,
          expiresAt: now(),
        }),
    ],
    'owned by somebody else': [
      'domain_taken',
      (world, { name }) =>
        tableOf(world, 'domains', 'org_borealis').set('domain_rival', {
          ...world.domains.get('org_borealis')!.get('domain_borealis')!,
          domainId: 'domain_rival',
          name,
        }),
    ],
  };
  for (const [change, [code, happen]] of Object.entries(meanwhile)) {
    it(`D09: throws away what was found for a domain that was ${change} meanwhile`, async () => {
      const { resolver, asked, answer } = heldResolver();
      const { world, acme } = setup({ resolver });
      const { domainId, challenge } = await claim(acme, ours, 'held.example');
      const verifying = outcome(acme(`${ours}/${domainId}/verify`, post()));
      assert.equal(await asked, challenge.record.name);
      await happen(world, world.domains.get('org_acme')!.get(domainId)!, acme);
      const before = directoryOf(world);
      answer([challenge.record.value]);
      assert.equal(await verifying, code);
      assert.deepEqual(directoryOf(world), before);
    });
  }

  it('is refused to somebody who lost the right while the record was looked up', async () => {
    const { resolver, asked, answer } = heldResolver();
    const { world, acme } = setup({ resolver });
    const { domainId, challenge } = await claim(acme, ours, 'held.example');
    const verifying = outcome(acme(`${ours}/${domainId}/verify`, post()));
    await asked;
    const members = world.members.get('org_acme')!;
    members.set('user_admin_acme', {
      ...members.get('user_admin_acme')!,
      organizationRoleIds: ['organizationMember'],
    });
    answer([challenge.record.value]);
    assert.equal(await verifying, 'forbidden');
    assert.equal(world.domains.get('org_acme')!.get(domainId)!.status, 'pending');
  });

  const faults: Record<string, Resolver> = {
    hangs: () => new Promise(() => {}),
    rejects: () => Promise.reject(new Error('SERVFAIL at 10.0.0.53')),
    throws: () => {
      throw new Error('CNAME loop');
    },
    'answers a huge record': async () => ['x'.repeat(100_000)],
    'answers too many records': async () => Array.from({ length: 1000 }, () => 'x'),
  };
  for (const [fault, resolver] of Object.entries(faults)) {
    it(`D17: says that it may be tried again when the resolver ${fault}`, async () => {
      const { world, acme } = setup({ resolver, outsidePatience: 20 });
      const { domainId } = await claim(acme, ours, 'faulty.example');
      const before = directoryOf(world);
      const { status, body, headers, text } = await acme(`${ours}/${domainId}/verify`, post());
      assert.deepEqual([status, body['code']], [409, 'domain_unverified']);
      assert.equal(headers.get('Retry-After'), '30');
      assert.match(text, /could not be looked up/);
      assert.doesNotMatch(text, /SERVFAIL|10\.0\.0\.53|CNAME/);
      assert.deepEqual(directoryOf(world), before);
    });
  }

  it('D18: moves nobody, and shows nobody', async () => {
    const { world, acme } = setup();
    const before = JSON.stringify(
      [world.members, world.users, world.grants].map((table) => [...table]),
    );
    const guest = { ...world.users.get('user_shopper')!, email: 'guest@acme-travel.example' };
    world.users.set('user_shopper', guest);
    const domainId = await claimed(world, acme, ours, 'acme-travel.example');
    const { text } = await acme(`${ours}/${domainId}/verify`, post());
    world.users.set('user_shopper', { ...guest, email: 'shopper@mail.example' });
    assert.doesNotMatch(text, /guest|user_shopper/);
    const after = JSON.stringify(
      [world.members, world.users, world.grants].map((table) => [...table]),
    );
    assert.equal(after, before);
  });
});

describe('a proof by mail', () => {
  async function mailed(name = 'mailed.example') {
    const home = setup();
    const { domainId } = await claim(home.acme, ours, name);
    const body = { proof: 'email', email: `postmaster@${name}` };
    const answer = await home.acme(`${ours}/${domainId}/challenge`, post(body));
    const token = /tsd_\S+/.exec(home.world.mailbox.at(-1)?.text ?? '')?.[0] ?? '';
    const verify = (sent: unknown) => {
      const acme = asPerson(home.world, home.server, 'user_admin_acme', 'org_acme');
      return outcome(acme(`${ours}/${domainId}/verify`, post(sent)));
    };
    return { ...home, domainId, answer, token, verify };
  }

  it('goes to a mailbox of the very domain, and its token nowhere else', async () => {
    const { world, acme, domainId, answer, token } = await mailed();
    assert.equal(answer.status, 200);
    const { to, purpose } = world.mailbox.at(-1)!;
    assert.deepEqual([to, purpose], ['postmaster@mailed.example', 'domain-proof']);
    assert.ok(token.length > 40);
    const seen = [answer.text, (await acme(ours)).text, JSON.stringify(world.audit)].join();
    assert.equal(seen.includes(token), false);
    assert.equal(JSON.stringify(directoryOf(world)).includes(token), false);
    for (const email of [
      'a@sub.mailed.example',
      'a@example.com',
      'a@mailed.example.evil.example',
      undefined,
    ]) {
      const body = { proof: 'email', ...(email && { email }) };
      const told = await outcome(acme(`${ours}/${domainId}/challenge`, post(body)));
      assert.equal(told, 'validation_failed', email);
    }
    assert.equal(world.mailbox.length, 1);
  });

  it('takes the very token, within ten minutes, once', async () => {
    const { world, server, domainId, token, verify } = await mailed();
    for (const wrong of [
      {},
      { token: 'tsd_x' },
      { token: `${token}x` },
      { token: token.slice(1) },
    ]) {
      assert.equal(await verify(wrong), 'domain_unverified');
    }
    world.moveClock(10 * 60_000);
    assert.equal(await verify({ token }), 'domain_unverified');
    world.moveClock(-1);
    assert.equal(await verify({ token }), 200);
    const body = { proof: 'email', email: 'postmaster@mailed.example' };
    const later = asPerson(world, server, 'user_admin_acme', 'org_acme');
    const again = later(`${ours}/${domainId}/challenge`, post(body));
    assert.equal(await outcome(again), 'already_exists');
  });

  it('D16: shows that somebody has a mailbox there, which puts no connection in force', async () => {
    const { world, acme, domainId, token, verify } = await mailed();
    await acme(`${ours}/domain_acme`, { method: 'DELETE' });
    assert.equal(await verify({ token }), 200);
    const domain = world.domains.get('org_acme')!.get(domainId)!;
    assert.deepEqual([domain.status, domain.proof], ['verified', 'email']);
    for (const body of [{ discovery: true }, { enrolment: 'auto-join' }]) {
      const update = acme(`${ours}/${domainId}`, { method: 'PATCH', body });
      assert.equal(await outcome(update), 'domain_unverified');
    }
    const connection = {
      ...world.connections.get('org_cirrus')!.get('connection_cirrus')!,
      connectionId: 'connection_acme',
      organizationId: 'org_acme',
      status: 'draft' as const,
    };
    tableOf(world, 'connections', 'org_acme').set('connection_acme', connection);
    const enable = acme('/organizations/org_acme/connections/connection_acme/enable', post());
    assert.equal(await outcome(enable), 'domain_unverified');
  });

  it('D02, D16: gives way to whoever proves the domain by its record', async () => {
    const { world, borealis, domainId, token, verify } = await mailed();
    await verify({ token });
    const owner = await claimed(world, borealis, theirs, 'mailed.example');
    const events = world.audit.length;
    assert.equal(await outcome(borealis(`${theirs}/${owner}/verify`, post())), 200);
    assert.equal(world.domains.get('org_acme')!.get(domainId)!.status, 'failed');
    const [root, consequence, ...rest] = world.audit.slice(events);
    assert.deepEqual([root!.action, consequence!.action], ['domain.verify', 'domain.fail']);
    assert.equal(consequence!.causedBy, root!.eventId);
    assert.equal(rest.length, 0);
  });

  it('T05: tells neither the owner nor who gave way of the other', async () => {
    const { world, acme, borealis, token, verify } = await mailed();
    await verify({ token });
    const owner = await claimed(world, borealis, theirs, 'mailed.example');
    await borealis(`${theirs}/${owner}/verify`, post());
    const lost = await acme('/organizations/org_acme/audit');
    assert.match(lost.text, /"action":"domain.fail"/);
    assert.doesNotMatch(lost.text, /borealis/i);
    const won = await borealis('/organizations/org_borealis/audit');
    assert.match(won.text, /"action":"domain.verify"/);
    assert.doesNotMatch(won.text, /acme|domain.fail/i);
  });
});

describe('looking for records again', () => {
  const day = 24 * 3_600_000;

  it('D11: gives three days of grace, then the domain counts no more', async () => {
    const { world } = setup();
    const record = world.dns.get('_tessera.cirrus.example')!;
    const status = () => world.domains.get('org_cirrus')!.get('domain_cirrus')!.status;
    world.dns.delete('_tessera.cirrus.example');
    assert.deepEqual(await recheckDomains(world), {
      found: 2,
      missing: 1,
      failed: 0,
      undecided: 0,
    });
    world.moveClock(2 * day);
    await recheckDomains(world);
    assert.equal(status(), 'verified');
    world.dns.set('_tessera.cirrus.example', record);
    await recheckDomains(world);
    world.dns.delete('_tessera.cirrus.example');
    world.moveClock(2 * day);
    await recheckDomains(world);
    assert.equal(status(), 'verified');
    assert.ok(discoveryOf(world, 'x@cirrus.example', 'app_ledger'));
    world.moveClock(3 * day);
    assert.equal((await recheckDomains(world)).failed, 1);
    assert.equal(status(), 'failed');
    assert.equal(discoveryOf(world, 'x@cirrus.example', 'app_ledger'), undefined);
    assert.equal(world.connections.get('org_cirrus')!.get('connection_cirrus')!.status, 'disabled');
  });

  it('D11: takes a resolver that fails for no sign that a record is gone', async () => {
    const { world } = setup({ resolver: () => Promise.reject(new Error('down')) });
    world.moveClock(30 * day);
    const before = directoryOf(world);
    assert.deepEqual(await recheckDomains(world), {
      found: 0,
      missing: 0,
      failed: 0,
      undecided: 3,
    });
    assert.deepEqual(directoryOf(world), before);
    assert.deepEqual(world.audit, []);
  });

  it('leaves no trace where everything is as it was', async () => {
    const { world } = setup();
    const before = directoryOf(world);
    assert.equal((await recheckDomains(world)).found, 3);
    assert.deepEqual([directoryOf(world), world.audit], [before, []]);
  });

  it('is open to the organization itself, which is told what was found', async () => {
    const { world, acme } = setup();
    world.dns.delete('_tessera.acme.example');
    const { body } = await acme(`${ours}/domain_acme/recheck`, post());
    const domain = body['domain'] as Record<string, unknown>;
    assert.deepEqual(
      [body['found'], domain['status'], domain['missingSince']],
      [false, 'verified', '2026-03-01T09:00:00.000Z'],
    );
  });
});

describe('giving a domain up', () => {
  it('D12: ends what it leads to at once, and tells beforehand what rests on it', async () => {
    const { world, server } = setup();
    const cirrus = asPerson(world, server, 'user_admin_cirrus', 'org_cirrus');
    const path = '/organizations/org_cirrus/domains/domain_cirrus';
    assert.equal(
      discoveryOf(world, 'x@cirrus.example', 'app_ledger')?.connection?.connectionId,
      'connection_cirrus',
    );
    const before = directoryOf(world);
    assert.equal(await outcome(cirrus(path, { method: 'DELETE' })), 'impact_unconfirmed');
    const { body } = await cirrus(`${path}/removal`);
    assert.deepEqual(body['counts'], { 'connection.disable': 1, 'onboarding.update': 1 });
    assert.deepEqual(directoryOf(world), before);
    const token = String(body['token']);
    assert.equal(await outcome(cirrus(`${path}?impact=${token}`, { method: 'DELETE' })), 200);
    assert.equal(discoveryOf(world, 'x@cirrus.example', 'app_ledger'), undefined);
    assert.equal(world.onboardings.get('org_cirrus')!.get('app_ledger')!.connectionId, undefined);
    assert.deepEqual(
      world.audit.filter(({ outcome: one, causedBy }) => one === 'success' && !causedBy).length,
      1,
    );
  });
});

describe('giving up one domain of several', () => {
  it('leaves connections in force that rest on another one', async () => {
    const { world, server } = setup();
    const domains = tableOf(world, 'domains', 'org_cirrus');
    const second = { ...domains.get('domain_cirrus')!, domainId: 'domain_2', name: 'two.example' };
    domains.set('domain_2', second);
    const cirrus = asPerson(world, server, 'user_admin_cirrus', 'org_cirrus');
    const path = '/organizations/org_cirrus/domains/domain_cirrus';
    assert.equal(await outcome(cirrus(path, { method: 'DELETE' })), 200);
    assert.equal(world.connections.get('org_cirrus')!.get('connection_cirrus')!.status, 'active');
    assert.ok(discoveryOf(world, 'x@two.example', 'app_ledger')?.connection);
  });
});

describe('where an address leads', () => {
  it('D13: depends on the domain alone, not on who is known there', () => {
    const { world } = setup();
    const known = discoveryOf(world, 'user@cirrus.example', 'app_ledger');
    const unknown = discoveryOf(world, 'nobody@cirrus.example', 'app_ledger');
    assert.ok(known);
    assert.deepEqual(known, unknown);
    world.users.clear();
    assert.deepEqual(discoveryOf(world, 'user@cirrus.example', 'app_ledger'), known);
  });

  it('D01, D05: is nowhere for domains that are only claimed, above or below', async () => {
    const { world, acme } = setup();
    await claim(acme, ours, 'pending.example');
    for (const name of ['pending.example', 'evil.cirrus.example', 'example', 'gmail.com']) {
      assert.equal(discoveryOf(world, `x@${name}`, 'app_ledger'), undefined, name);
    }
  });

  it('D14: names one provider of the one organization, and none where there is none', () => {
    const { world } = setup();
    assert.deepEqual(discoveryOf(world, 'x@acme.example', 'app_flights'), {
      organizationId: 'org_acme',
    });
    assert.equal(discoveryOf(world, 'x@elsewhere.example', 'app_ledger'), undefined);
    assert.equal(discoveryOf(world, '', 'app_ledger'), undefined);
  });
});
