import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allActions, decide, permits, type Action, type Actor, type Place } from './actions.ts';
import type { Invitation } from './invitations.ts';
import type { Member } from './members.ts';
import {
  allPermissions,
  builtInOrganizationRoles,
  permissionsOf,
  type Permission,
} from './organization-roles.ts';

const actor = (roleId: string): Actor => ({
  userId: 'user',
  organizationId: 'org',
  permissions: permissionsOf(builtInOrganizationRoles.filter((role) => role.roleId === roleId)),
  platform: false,
});
const platform: Actor = {
  userId: 'platform',
  organizationId: undefined,
  permissions: allPermissions,
  platform: true,
};

const own: Place = { reach: { kind: 'own' }, organization: { status: 'active' } };
const below: Place = {
  reach: { kind: 'managed', applicationIds: new Set(['flights']) },
  organization: { status: 'active' },
};

const allowed = (who: Actor, place: Place): Action[] =>
  allActions.filter((action) => permits(who, action, place) === true);

describe('permits', () => {
  it('lets administrators and creators see the members, and plain members only themselves', () => {
    assert.equal(permits(actor('organizationAdmin'), 'members.list', own), true);
    assert.equal(permits(actor('organizationCreator'), 'members.list', own), true);
    assert.equal(permits(actor('organizationMember'), 'members.list', own), 'forbidden');
    const self = { ...own, oneself: true };
    assert.equal(permits(actor('organizationMember'), 'member.read', self), true);
    assert.equal(permits(actor('organizationMember'), 'member.read', own), 'forbidden');
  });

  it('knows nothing out of reach, whatever is asked', () => {
    const foreign: Place = { ...own, reach: { kind: 'none' }, oneself: true };
    for (const action of allActions) {
      assert.equal(permits(actor('organizationAdmin'), action, foreign), 'not_found', action);
    }
  });

  it('P19: leaves a plain member nothing to write but what is their own', () => {
    assert.deepEqual(
      allowed(actor('organizationMember'), own).filter((action) => !/read|list/i.test(action)),
      ['organization.leave', 'me.update', 'session.end', 'invitation.accept', 'invitation.decline'],
    );
  });

  it('P31: leaves a parent no domain, connection, key or directory of what it manages', () => {
    const reached = allowed(actor('organizationAdmin'), below);
    const shut = /^(domain|connection|apiKey|directoryToken|me\.|session|organization\.leave)/;
    assert.deepEqual(
      reached.filter((action) => shut.test(action)),
      [],
    );
    assert.ok(reached.includes('member.suspend'));
    assert.equal(
      permits(actor('organizationAdmin'), 'access.grant', { ...below, applicationId: 'ledger' }),
      'not_found',
    );
  });

  it('P20: takes both permissions to bind an identity provider', () => {
    const pair: readonly Permission[] = ['connections:manage', 'organization:update'];
    for (const held of [[], [pair[0]!], [pair[1]!], pair]) {
      const half: Actor = { ...actor('none'), permissions: new Set(held) };
      const verdict = held.length === 2 ? true : 'forbidden';
      assert.equal(permits(half, 'connection.create', own), verdict);
    }
  });

  it('keeps what belongs to the tenant for its own administrators', () => {
    const tenant: Place = { reach: { kind: 'tenant' }, organization: undefined };
    for (const action of allActions) {
      assert.equal(permits(actor('organizationAdmin'), action, tenant), 'forbidden', action);
    }
    const reached = allowed(platform, { reach: { kind: 'platform' }, organization: undefined });
    assert.deepEqual(reached, allActions);
  });

  it('P27: writes nothing in a suspended organization, but lets it in again', () => {
    const suspended: Place = { reach: { kind: 'platform' }, organization: { status: 'suspended' } };
    const left = allowed(platform, suspended).filter((action) => !/read|list/i.test(action));
    assert.deepEqual(left, [
      'organization.suspend',
      'organization.reactivate',
      'organization.delete',
    ]);
  });
});

describe('decide', () => {
  const member: Member = {
    userId: 'other',
    organizationId: 'org',
    status: 'active',
    organizationRoleIds: ['organizationMember'],
    source: 'direct',
    version: 1,
  };
  const facts = { member, permissions: new Set<Permission>(), isLastAdministrator: false };

  it('asks for the permission first, then for what is in the way of this very target', () => {
    const verdict = (who: Actor, isLastAdministrator: boolean) =>
      decide(who, 'member.suspend', own, { ...facts, isLastAdministrator });
    assert.equal(verdict(actor('organizationAdmin'), false), true);
    assert.equal(verdict(actor('organizationAdmin'), true), 'last_administrator');
    assert.equal(verdict(actor('organizationMember'), true), 'forbidden');
  });

  it('keeps the invitation of somebody above from those below', () => {
    const helper: Actor = { ...actor('none'), permissions: new Set(['members:invite']) };
    const invitation: Invitation = {
      invitationId: 'invitation',
      organizationId: 'org',
      email: 'new@corp.example',
      organizationRoleIds: ['organizationAdmin'],
      applicationRoles: [],
      invitedBy: 'admin',
      createdAt: 0,
      expiresAt: 2,
      status: 'pending',
    };
    const above = { invitation, permissions: allPermissions, inviterStands: true, now: 1 };
    for (const action of ['invitation.resend', 'invitation.revoke'] as const) {
      assert.equal(decide(helper, action, own, above), 'escalation_refused');
      assert.equal(decide(actor('organizationAdmin'), action, own, above), true);
    }
  });

  it('P21: says yes when every part of it does, and what is unknown does not', () => {
    const holders = [['members:suspend'], ['members:remove'], []] as const;
    const ways = ['own', 'none', 'tenant', 'sideways', undefined];
    const standings = ['active', 'suspended', 'archived', '', null, undefined];
    const others: readonly Permission[][] = [[], ['audit:read']];
    const statuses = [...standings, 'pending'];
    let yes = 0;
    for (const held of holders) {
      for (const kind of ways) {
        for (const standing of standings) {
          for (const above of others) {
            for (const status of statuses) {
              for (const isLastAdministrator of [false, true]) {
                const verdict = decide(
                  { ...actor('none'), permissions: new Set<Permission>(held) },
                  'member.suspend',
                  {
                    reach: { kind } as unknown as Place['reach'],
                    organization: { status: standing } as Place['organization'],
                  },
                  {
                    member: { ...member, status } as Member,
                    permissions: new Set(above),
                    isLastAdministrator,
                  },
                );
                const all =
                  held[0] === 'members:suspend' &&
                  kind === 'own' &&
                  standing === 'active' &&
                  above.length === 0 &&
                  status === 'active' &&
                  !isLastAdministrator;
                assert.equal(verdict === true, all, JSON.stringify([held, kind, standing, status]));
                if (verdict === true) yes += 1;
              }
            }
          }
        }
      }
    }
    assert.equal(yes, 1);
  });

  it('P21: lets nobody do what there is no rule for', () => {
    for (const action of ['member.promote', '', 'constructor', '__proto__', undefined]) {
      assert.throws(() => permits(platform, action as Action, own), String(action));
    }
  });
});

describe('permissionsOf', () => {
  it('adds up the permissions of several roles, each once', () => {
    const all = permissionsOf(builtInOrganizationRoles);
    assert.deepEqual([...all].sort(), [...allPermissions].sort());
  });
});
