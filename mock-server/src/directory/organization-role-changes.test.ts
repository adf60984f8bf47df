import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directoryOf } from '../snapshot.ts';
import { outcome } from '../trial/organizations.ts';
import { confirmed, sending, tenant } from '../trial/tenant.ts';

const catalogue = '/tenant/organization-roles';
const members = '/organizations/org_acme/members';

async function setup() {
  const { platform, as, ...rest } = tenant();
  const recruiter = { name: 'Recruiter', permissions: ['members:read', 'members:invite'] };
  const { body } = await platform(catalogue, sending('POST', recruiter));
  const roleId = String(body['roleId']);
  const ask = as('user_admin_acme', 'org_acme');
  const give = (userId: string, ...organizationRoleIds: string[]) =>
    ask(`${members}/${userId}/organization-roles`, sending('PUT', { organizationRoleIds }));
  return { ...rest, as, ask, platform, recruiter, roleId, give, path: `${catalogue}/${roleId}` };
}

describe('custom organization roles', () => {
  it('give what they say from the moment they are given, and what they say now', async () => {
    const { as, give, platform, path, roleId } = await setup();
    const agent = as('user_agent_acme', 'org_acme');
    assert.equal(await outcome(agent(members)), 'forbidden');
    await give('user_agent_acme', roleId);
    assert.equal(await outcome(agent(members)), 200);
    await platform(path, sending('PATCH', { permissions: ['audit:read'] }));
    assert.equal(await outcome(agent(members)), 'forbidden');
  });

  it('take permissions of the closed list only, and a name that is free', async () => {
    const { world, platform, recruiter, path } = await setup();
    const before = directoryOf(world);
    const refused = [
      [{ ...recruiter, name: 'X', permissions: ['members:own'] }, 'validation_failed'],
      [{ ...recruiter, name: 'X', permissions: 'members:read' }, 'validation_failed'],
      [{ ...recruiter, name: ' RECRUITER ' }, 'already_exists'],
      [{ ...recruiter, name: 'administrator' }, 'already_exists'],
      [{ ...recruiter, name: 'X', roleId: 'organizationAdmin' }, 'validation_failed'],
    ] as const;
    for (const [body, code] of refused) {
      assert.equal(await outcome(platform(catalogue, sending('POST', body))), code);
    }
    const renamed = platform(path, sending('PATCH', { name: 'Creator' }));
    assert.equal(await outcome(renamed), 'already_exists');
    assert.deepEqual(directoryOf(world), before);
  });

  it('leave the built-in ones as they are, and say so beforehand', async () => {
    const { world, platform } = await setup();
    const before = directoryOf(world);
    const { body } = await platform(catalogue);
    const items = body['items'] as { roleId: string; builtIn: boolean; actions: object }[];
    const told = items.map(({ roleId, builtIn, actions }) => [
      builtIn,
      ...Object.values(actions),
      roleId.startsWith('organization'),
    ]);
    const builtIn = [true, 'forbidden', 'forbidden', true];
    assert.deepEqual(told, [builtIn, builtIn, builtIn, [false, true, true, false]]);
    for (const roleId of ['organizationAdmin', 'organizationCreator', 'organizationMember']) {
      const path = `${catalogue}/${roleId}`;
      const change = sending('PATCH', { permissions: ['organization:read'] });
      assert.equal(await outcome(platform(path, change)), 'forbidden');
      assert.equal(await outcome(platform(path, { method: 'DELETE' })), 'forbidden');
      assert.equal(await outcome(platform(`${path}/deletion`)), 'forbidden');
    }
    assert.deepEqual(directoryOf(world), before);
  });

  it('P11: are lost by all who have them in the step that deletes them', async () => {
    const { world, platform, path, roleId, give, signIn } = await setup();
    await give('user_agent_acme', 'organizationMember', roleId);
    const family = signIn('user_agent_acme', 'org_acme', 'client_flights');
    assert.equal(await outcome(platform(path, { method: 'DELETE' })), 'impact_unconfirmed');
    const { impact, answer } = await confirmed(platform, `${path}/deletion`, path, 'DELETE');
    assert.deepEqual(impact.counts, { 'member.setOrganizationRoles': 1 });
    assert.equal(answer.status, 200);
    const member = world.members.get('org_acme')!.get('user_agent_acme')!;
    assert.deepEqual([member.organizationRoleIds, member.version], [['organizationMember'], 3]);
    assert.equal(family.revoked, true);
    const [root, lost] = world.audit.slice(-2);
    assert.deepEqual([root?.action, lost?.causedBy], ['organizationRole.delete', root?.eventId]);
  });

  it('P10: mean nothing once they are gone, also where an invitation still names them', async () => {
    const { world, as, ask, give, path, platform, roleId, recruiter } = await setup();
    const invited = world.users.get('user_invited')!;
    world.users.set('user_invited', { ...invited, emailVerified: true });
    const offer = { email: invited.email, organizationRoleIds: ['organizationMember', roleId] };
    await ask('/organizations/org_acme/invitations', sending('POST', offer));
    const looked = await platform(`${path}/deletion`);
    await platform(`${path}?impact=${String(looked.body['token'])}`, { method: 'DELETE' });
    assert.equal(await outcome(give('user_agent_acme', roleId)), 'validation_failed');
    // One of the same name is another role.
    const again = await platform(catalogue, sending('POST', recruiter));
    assert.notEqual(again.body['roleId'], roleId);
    const person = as('user_invited', undefined, 'client_rewards');
    const answer = await person(
      '/me/invitations/accept',
      sending('POST', { invitationId: 'invitation_newcorp' }),
    );
    assert.deepEqual(answer.body['withheld'], { organizationRoleIds: [roleId], access: [] });
    const { organizationRoleIds } = world.members.get('org_acme')!.get('user_invited')!;
    assert.deepEqual(organizationRoleIds, ['organizationMember']);
  });

  it('P10: have no effect while there is no such role, nor when one of that name comes', async () => {
    const { world, as, platform, give } = await setup();
    const unknown = ['orgrole_to_come', 'owner', '', 'constructor', '__proto__'];
    const table = world.members.get('org_acme')!;
    const grants = world.grants.get('org_acme')!;
    const agent = table.get('user_agent_acme')!;
    const [flights] = grants.get('user_agent_acme')!;
    const roles = unknown.map((roleId) => ({ roleId, source: 'direct' as const }));
    table.set('user_agent_acme', { ...agent, organizationRoleIds: unknown });
    grants.set('user_agent_acme', [{ ...flights!, roles }]);
    const ask = as('user_agent_acme', 'org_acme');
    const allowed = async () => {
      const { body } = await ask(`${members}/user_agent_acme/access/app_flights/explain`);
      const read = [members, '/organizations/org_acme', '/organizations/org_acme/audit'];
      const answers = await Promise.all(read.map((path) => outcome(ask(path))));
      return [body['permissions'], body['entry'], ...answers];
    };
    const nothing = [[], 'role_outside_ceiling', 'forbidden', 'forbidden', 'forbidden'];
    assert.deepEqual(await allowed(), nothing);
    for (const name of unknown.filter((one) => /^[a-z_]+$/.test(one))) {
      const role = { name, permissions: ['members:read', 'audit:read', 'organization:read'] };
      assert.equal(await outcome(platform(catalogue, sending('POST', role))), 200);
      const key = { key: name, name, permissions: ['bookings:read'] };
      await platform('/tenant/applications/app_flights/roles', sending('POST', key));
      assert.equal(await outcome(give('user_agent_acme', name)), 'validation_failed');
    }
    assert.deepEqual(await allowed(), nothing);
  });
});
