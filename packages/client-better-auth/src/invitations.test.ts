import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { settleTown, type OpenTown, type Town } from './trial/town.ts';

describe('Invitations of better-auth', () => {
  let town: Town;
  before(async () => (town = await settleTown()));
  after(() => town.end());

  /** Does something to a copy of the town. */
  async function inTown(task: (open: OpenTown) => Promise<void>): Promise<void> {
    const open = await town.open();
    try {
      await task(open);
    } finally {
      await open.server.stop();
    }
  }

  const acme = () => ({ organizationId: town.organizationId });
  const offer = (organizationRoleIds = ['organizationMember']) => ({
    ...acme(),
    email: town.stranger.email,
    organizationRoleIds,
  });

  it('let in whom they are for, as the server itself lists them', async () => {
    await inTown(async ({ clientOf, server }) => {
      const made = await clientOf(town.owner).invitations.create(offer(['admin']));
      assert.equal(made.link, `https://app.example/join/${made.invitationId}`);
      const answer = { token: made.invitationId };
      const colleague = clientOf(town.colleague).invitations;
      await assert.rejects(colleague.accept(answer), { code: 'invitation_email_mismatch' });
      const joined = await clientOf(town.stranger).invitations.accept(answer);
      assert.equal(joined.organizationId, town.organizationId);
      const members = await server.membersOf(town.owner, town.organizationId);
      const stranger = members.find(({ userId }) => userId === town.stranger.userId);
      assert.equal(stranger?.role, 'admin');
      const again = clientOf(town.stranger).invitations.accept(answer);
      await assert.rejects(again, { code: 'not_found' });
    });
  });

  it('are one for each person, with what was offered last', async () => {
    await inTown(async ({ clientOf }) => {
      const { invitations } = clientOf(town.owner);
      const first = await invitations.create(offer());
      const second = await invitations.create(offer(['admin']));
      const third = await invitations.create(offer(['admin']));
      assert.notEqual(second.invitationId, first.invitationId);
      assert.equal(third.invitationId, second.invitationId);
      const { items } = await invitations.list({ ...acme(), status: 'pending' });
      assert.deepEqual(
        items.map((one) => [one.invitationId, one.organizationRoles[0]?.name]),
        [[second.invitationId, 'Administrator']],
      );
      const revoked = await invitations.list({ ...acme(), status: 'revoked' });
      assert.deepEqual(
        revoked.items.map(({ invitationId }) => invitationId),
        [first.invitationId],
      );
    });
  });

  it('are refused with what the server cannot keep, and none is made', async () => {
    await inTown(async ({ clientOf }) => {
      const { invitations } = clientOf(town.owner);
      for (const more of [
        { message: 'Welcome' },
        { life: 60 },
        { access: [{ applicationId: 'app_1', roleIds: [] }] },
      ]) {
        await assert.rejects(invitations.create({ ...offer(), ...more }), { code: 'unsupported' });
      }
      await assert.rejects(invitations.create(offer(['admin,owner'])), {
        code: 'validation_failed',
      });
      const { total } = await invitations.list(acme());
      assert.equal(total, 0);
    });
  });

  it('never promise more than whoever invites has', async () => {
    await inTown(async ({ clientOf }) => {
      const call = clientOf(town.admin).invitations.create(offer(['organizationAdmin']));
      await assert.rejects(call, { code: 'escalation_refused' });
    });
  });

  it('have a verdict for each of many addresses', async () => {
    await inTown(async ({ clientOf }) => {
      const { email: _, ...roles } = offer();
      const emails = ['new@mail.example', town.plain.email, 'no address'];
      const { results } = await clientOf(town.owner).invitations.bulk({ ...roles, emails });
      assert.deepEqual(
        results.map(({ email, outcome, code }) => [email, outcome, code]),
        [
          ['new@mail.example', 'done', undefined],
          [town.plain.email, 'refused', 'already_member'],
          ['no address', 'refused', 'validation_failed'],
        ],
      );
    });
  });

  it('can be declined, and sent again only while they wait', async () => {
    await inTown(async ({ clientOf }) => {
      const { invitations } = clientOf(town.owner);
      const { invitationId } = await invitations.create(offer());
      const sent = await invitations.resend({ ...acme(), invitationId });
      assert.equal(sent.invitationId, invitationId);
      await clientOf(town.stranger).invitations.decline({ invitationId });
      const late = invitations.resend({ ...acme(), invitationId });
      await assert.rejects(late, { code: 'invitation_revoked' });
      const { items } = await invitations.list(acme());
      assert.deepEqual(
        items.map(({ status }) => status),
        ['declined'],
      );
    });
  });

  it('are told to nobody whose address is not proved', async () => {
    await inTown(async ({ clientOf }) => {
      await clientOf(town.owner).invitations.create(offer());
      const call = clientOf(town.stranger).invitations.listOwn();
      await assert.rejects(call, { code: 'email_unverified' });
    });
  });
});
