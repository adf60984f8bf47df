import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createServer } from '../server.ts';
import { asPerson, type Ask } from '../trial/directory.ts';
import { outcome, setupOrganizations } from '../trial/organizations.ts';
import { sending } from '../trial/tenant.ts';
import { turns } from '../trial/turns.ts';

const tree = ['org_acme', 'org_acme_north', 'org_acme_north_oslo', 'org_acme_south'] as const;
const aside = ['org_borealis', 'org_cirrus'] as const;
const below: Readonly<Record<string, readonly string[]>> = {
  org_acme: tree,
  org_acme_north: ['org_acme_north', 'org_acme_north_oslo'],
};

/** A sibling beside Acme North, and an administrator of its own in each place. */
function setup() {
  const trial = setupOrganizations();
  const { world, as, join } = trial;
  const { organizations, onboardings } = world;
  const south = { organizationId: 'org_acme_south', name: 'Acme South', slug: 'acme-south' };
  organizations.set('org_acme_south', { ...organizations.get('org_acme_north')!, ...south });
  const north = onboardings.get('org_acme_north')!;
  onboardings.set('org_acme_south', north);
  const people = world.users.get('user_agent_acme')!;
  const places = [...tree, ...aside];
  const asks = new Map<string, Ask>();
  for (const [index, organizationId] of places.entries()) {
    const userId = `user_of_place_${index}`;
    world.users.set(userId, { ...people, userId, email: `${index}@place.example`, name: userId });
    join(userId, organizationId, 'organizationAdmin');
    join('user_shopper', organizationId);
    asks.set(organizationId, as(userId, organizationId));
  }
  return { ...trial, places, asks };
}

describe('an administrator', () => {
  it('P15: reads and writes in their own organization and below, never upwards or sideways', async () => {
    const { places, asks } = setup();
    for (const [own, ask] of asks) {
      for (const place of places) {
        const reached = own === place || below[own]?.includes(place) === true;
        const path = `/organizations/${place}`;
        const member = `${path}/members/user_shopper`;
        const tries = [
          ask(path),
          ask(`${path}/members`),
          ask(member),
          ask(`${path}/audit`),
          ask(`${path}/managed-organizations`),
          ask(path, sending('PATCH', { metadata: { by: own } })),
          ask(member, sending('PATCH', { title: own })),
          ask(`${member}/access/app_flights`, sending('PUT', { roleIds: ['role_flights_viewer'] })),
        ];
        for (const answer of tries) {
          assert.equal(await outcome(answer), reached ? 200 : 'not_found', `${own} ${place}`);
        }
      }
    }
  });

  it('P16: reaches nothing any more below a link that was cut, from the next call on', async () => {
    const { world, asks } = setup();
    const ask = asks.get('org_acme')!;
    const paths = ['org_acme_north', 'org_acme_north_oslo'].flatMap((id) => [
      `/organizations/${id}`,
      `/organizations/${id}/members`,
      `/organizations/${id}/members/user_shopper/access`,
    ]);
    for (const path of paths) assert.equal(await outcome(ask(path)), 200, path);
    const north = world.organizations.get('org_acme_north')!;
    const { parentOrganizationId, ...alone } = north;
    assert.equal(parentOrganizationId, 'org_acme');
    for (const cut of [alone, { ...north, parentOrganizationId: 'org_borealis' }]) {
      world.organizations.set('org_acme_north', cut);
      for (const path of paths) assert.equal(await outcome(ask(path)), 'not_found', path);
      const write = ask('/organizations/org_acme_north', sending('PATCH', { name: 'Mine' }));
      assert.equal(await outcome(write), 'not_found');
    }
    world.organizations.set('org_acme_north', north);
    for (const path of paths) assert.equal(await outcome(ask(path)), 200, path);
  });
});

describe('many callers at the same time', () => {
  it('T14: each get the answer to their own question, in whatever order it comes', async () => {
    const { world } = setupOrganizations();
    const server = createServer(world);
    const person = world.users.get('user_agent_acme')!;
    const member = world.members.get('org_acme')!.get('user_agent_acme')!;
    const callers = Array.from({ length: 20 }, (_, number) => {
      const userId = `user_${number}`;
      const organizationId = number % 2 === 0 ? 'org_acme' : 'org_borealis';
      world.users.set(userId, { ...person, userId, email: `${number}@a.example`, name: userId });
      world.members.get(organizationId)!.set(userId, {
        ...member,
        userId,
        organizationId,
        organizationRoleIds: ['organizationAdmin'],
      });
      return { userId, organizationId, ask: asPerson(world, server, userId, organizationId) };
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(4), { minLength: 200, maxLength: 200 }), async (waits) => {
        const calls = Array.from({ length: 200 }, (_, index) => {
          const { userId, organizationId, ask } = callers[(index * 7) % callers.length]!;
          const own = `/organizations/${organizationId}/members/${userId}`;
          const titled = `${userId} ${index}`;
          const questions = [
            () => ask('/me'),
            () => ask(own),
            () => ask(own, sending('PATCH', { title: titled })),
            () => ask(`/organizations/${organizationId}/members?search=${userId}&limit=1`),
            () => ask('/nowhere'),
          ];
          const question = questions[index % questions.length]!;
          return turns(waits[index] ?? 0)
            .then(question)
            .then((answer) => ({ userId, titled, answer }));
        });
        for (const [index, { userId, titled, answer }] of (await Promise.all(calls)).entries()) {
          const [first] = (answer.body['items'] ?? [answer.body]) as Record<string, unknown>[];
          if (index % 5 === 4) assert.equal(answer.status, 404);
          else assert.equal(first?.['userId'], userId);
          if (index % 5 === 2) assert.equal(first?.['title'], titled);
          assert.equal(answer.headers.get('X-Request-Id')?.startsWith('request_'), true);
        }
        const ids = new Set(
          (await Promise.all(calls)).map(({ answer }) => answer.headers.get('X-Request-Id')),
        );
        assert.equal(ids.size, 200);
      }),
      { numRuns: 5 },
    );
    const actors = world.audit.filter(({ outcome }) => outcome === 'success');
    for (const { actor, target } of actors) assert.equal(actor.id, target?.id);
  });
});
