import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directoryOf } from '../snapshot.ts';
import { flights, setupInvitations } from '../trial/invitations.ts';
import { outcome } from '../trial/organizations.ts';

const acme = '/organizations/org_acme';
const invitations = `${acme}/invitations`;
const post = { method: 'POST' };

type Listed = {
  invitationId: string;
  email: string;
  status: string;
  organizationRoles: object[];
  access: object[];
  invitedBy: { name?: string };
  actions: Record<string, unknown>;
};

async function setup() {
  const rest = setupInvitations();
  const { world, as, invite } = rest;
  const people = ['one', 'two', 'three'].map((name) => `${name}@partner.example`);
  for (const email of people) {
    world.moveClock(60_000);
    await invite(email, { access: [flights('viewer')], life: 60 });
  }
  return {
    ...rest,
    people,
    list: async (query = '', by = as('user_admin_acme', 'org_acme'), path = invitations) => {
      const { body } = await by(`${path}${query}`);
      return body as unknown as { items: Listed[]; nextCursor: string | null; total: number };
    },
  };
}

const emailsOf = ({ items }: { items: readonly Listed[] }) => items.map(({ email }) => email);

describe('the list of invitations', () => {
  it('begins with the newest, and says who was invited by whom to what', async () => {
    const { list, people } = await setup();
    const all = await list();
    assert.deepEqual(emailsOf(all).slice(0, 3), people.toReversed());
    assert.equal(all.total, 4);
    const { organizationRoles, access, invitedBy, status } = all.items[0]!;
    assert.equal(status, 'pending');
    assert.deepEqual(organizationRoles, [{ roleId: 'organizationMember', name: 'Member' }]);
    assert.deepEqual(access, [
      {
        applicationId: 'app_flights',
        name: 'Flights',
        roles: [{ roleId: 'role_flights_viewer', name: 'Viewer' }],
      },
    ]);
    assert.ok(invitedBy.name);
  });

  it('is read page by page, each invitation once', async () => {
    const { list, people } = await setup();
    const first = await list('?limit=3');
    const second = await list(`?limit=3&cursor=${first.nextCursor}`);
    assert.deepEqual([first.total, second.total, second.nextCursor], [4, 4, null]);
    const emails = [...emailsOf(first), ...emailsOf(second)];
    assert.deepEqual(emails, [...people.toReversed(), 'invited@newcorp.example']);
  });

  it('refuses the cursor of another status, search, organization or person', async () => {
    const { list, as, platform } = await setup();
    const { nextCursor } = await list('?limit=1');
    const ask = as('user_admin_acme', 'org_acme');
    for (const asked of [
      ...[ask(`${invitations}?status=pending&cursor=${nextCursor}`)],
      ...[ask(`${invitations}?search=one&cursor=${nextCursor}`)],
      ...[ask(`/organizations/org_acme_north/invitations?cursor=${nextCursor}`)],
      ...[platform(`${invitations}?cursor=${nextCursor}`)],
    ]) {
      assert.equal(await outcome(asked), 'cursor_invalid');
    }
  });

  it('is searched by address and filtered by what became of each by now', async () => {
    const { world, list, people, prove, accept, decline, invitations: kept } = await setup();
    assert.deepEqual(emailsOf(await list('?search=TWO')), [people[1]]);
    const [, one, two] = kept();
    await accept(prove(people[0]!), { invitationId: one!.invitationId });
    await decline(prove(people[1]!), { invitationId: two!.invitationId });
    world.moveClock(61 * 60_000);
    const statuses = ['pending', 'accepted', 'declined', 'revoked', 'expired'];
    const found = await Promise.all(statuses.map((status) => list(`?status=${status}`)));
    assert.deepEqual(found.map(emailsOf), [
      ...[['invited@newcorp.example'], [people[0]], [people[1]], [], [people[2]]],
    ]);
    assert.deepEqual(
      found.map(({ total }) => total),
      [1, 1, 1, 0, 1],
    );
  });

  it('says of each what may be done with it, and that is what happens', async () => {
    const { world, list, as, people, platform, invitations: kept } = await setup();
    const [, one, two] = kept();
    await platform(`${invitations}/${one!.invitationId}/revoke`, post);
    world.invitations.get('org_acme')!.set(two!.invitationId, { ...two!, invitedBy: 'user_gone' });
    world.moveClock(59 * 60_000);
    const told = new Map((await list()).items.map((item) => [item.email, item]));
    assert.deepEqual(
      people.map((email) => [told.get(email)?.status, Object.values(told.get(email)!.actions)]),
      [
        ['revoked', ['invitation_revoked', 'invitation_revoked']],
        ['expired', ['invitation_revoked', 'invitation_expired']],
        ['pending', [true, true]],
      ],
    );
    const ask = as('user_admin_acme', 'org_acme');
    for (const { invitationId, actions } of told.values()) {
      for (const verb of ['resend', 'revoke']) {
        const verdict = actions[`invitation.${verb}`];
        const code = await outcome(ask(`${invitations}/${invitationId}/${verb}`, post));
        assert.equal(code, verdict === true ? 200 : verdict);
      }
    }
  });

  it('is nothing for a plain member, and nothing at all for another organization', async () => {
    const { as } = await setup();
    assert.equal(await outcome(as('user_agent_acme', 'org_acme')(invitations)), 'forbidden');
    const foreign = await as('user_admin_borealis', 'org_borealis')(invitations);
    const random = await as(
      'user_admin_borealis',
      'org_borealis',
    )('/organizations/org_random/invitations');
    const { requestId, ...told } = foreign.body;
    const { requestId: other, ...unknown } = random.body;
    assert.deepEqual([foreign.status, told], [404, unknown]);
    assert.notEqual(requestId, other);
  });

  it('is read without a trace', async () => {
    const { world, list } = await setup();
    const before = [directoryOf(world), world.audit.length];
    await list('?status=expired');
    assert.deepEqual([directoryOf(world), world.audit.length], before);
  });
});

describe('one’s own invitations', () => {
  it('are those that wait for one’s address, in every organization', async () => {
    const { as, invite, prove, people, world } = await setup();
    const borealis = as('user_admin_borealis', 'org_borealis');
    const email = people[2]!;
    await invite(email.toUpperCase(), { message: 'Join us.' }, borealis, 'org_borealis');
    const own = async () => {
      const ask = as(prove(email), undefined, 'client_rewards');
      const { body } = await ask('/me/invitations');
      return body['items'] as { organization: { name: string }; message?: string }[];
    };
    assert.deepEqual(
      (await own()).map(({ organization, message }) => [organization.name, message]),
      [
        ['Acme Travel', undefined],
        ['Borealis', 'Join us.'],
      ],
    );
    world.moveClock(60 * 60_000);
    assert.deepEqual(
      (await own()).map(({ organization }) => organization.name),
      ['Borealis'],
    );
  });

  it('tell neither what is offered nor who else was invited', async () => {
    const { as, prove, people } = await setup();
    const { body, text } = await as(
      prove(people[2]!),
      undefined,
      'client_rewards',
    )('/me/invitations');
    const [{ organization, invitedBy, ...rest } = {}] = body['items'] as Record<string, object>[];
    assert.deepEqual(Object.keys(organization ?? {}), ['organizationId', 'name']);
    assert.deepEqual(Object.keys(invitedBy ?? {}), ['name']);
    assert.deepEqual(Object.keys(rest), ['invitationId', 'expiresAt']);
    assert.doesNotMatch(text, /user_|one@|two@|admin@/);
  });
});
