import type { Operation } from '@tesserakit/contract';
import type { Permission } from '@tesserakit/domain';
import type { Aim, OrganizationRow, Row, Rows } from './rows.ts';
import { needleOf, userIdOf } from './seed.ts';

function reading(permission: Permission, some: Partial<OrganizationRow> = {}): Row {
  return {
    in: 'organization',
    needs: {
      own: [permission],
      above: ['managed-organizations:read', permission],
      whileSuspended: true,
    },
    ...some,
  };
}

function writing(permission: Permission, some: Partial<OrganizationRow> = {}): Row {
  return {
    in: 'organization',
    needs: { own: [permission], above: ['managed-organizations:manage', permission] },
    ...some,
  };
}

const aboutOneself = { aboutOneself: true } as const;
const aboutApplication = { aboutApplication: true } as const;

const suspended = {
  parameters: ({ place }: Aim) => ({ userId: userIdOf(place, 'suspended') }),
};

function inBulk(action: 'suspend' | 'reactivate' | 'remove', permission: Permission): Row {
  return writing(permission, { body: ({ userId }) => ({ action, userIds: [userId] }) });
}

const offer = { organizationRoleIds: ['organizationMember'] };

export const memberRows = {
  'members.list': reading('members:read'),
  'members.get': reading('members:read', aboutOneself),
  'members.add': writing('members:add', {
    body: () => ({ userId: 'user_newcomer', organizationRoleIds: ['organizationMember'] }),
  }),
  'members.update': writing('members:update', { body: () => ({ title: 'Lead' }) }),
  'members.suspend': writing('members:suspend'),
  'members.reactivate': writing('members:suspend', suspended),
  'members.remove': writing('members:remove'),
  'members.setOrganizationRoles': writing('organization-roles:assign', {
    body: () => ({ organizationRoleIds: ['organizationMember', 'organizationCreator'] }),
  }),
  'members.bulk': [
    inBulk('suspend', 'members:suspend'),
    inBulk('reactivate', 'members:suspend'),
    inBulk('remove', 'members:remove'),
  ],
  // Where somebody signs in is between them and the organization.
  'members.listSessions': {
    in: 'organization',
    needs: { own: ['members:suspend'], above: 'never', whileSuspended: true },
  },
  'members.endSessions': {
    in: 'organization',
    needs: { own: ['members:suspend'], above: 'never' },
  },

  'access.list': reading('access:read', aboutOneself),
  'access.explain': reading('access:read', { ...aboutOneself, ...aboutApplication }),
  'access.matrix': reading('access:read', {
    needs: {
      own: ['access:read', 'members:read'],
      above: ['managed-organizations:read', 'access:read', 'members:read'],
      whileSuspended: true,
    },
  }),
  'access.grant': writing('access:grant', {
    ...aboutApplication,
    body: ({ color }) => ({ roleIds: [`role_${color}_writer`] }),
  }),
  'access.withdraw': writing('access:grant', aboutApplication),
  'access.bulk': writing('access:grant', {
    body: ({ userId, applicationId }) => ({ items: [{ userId, applicationId, roleIds: [] }] }),
  }),

  'invitations.list': reading('members:read'),
  'invitations.create': writing('members:invite', {
    body: ({ place }) => ({ email: `another@${needleOf(place)}.example`, ...offer }),
  }),
  'invitations.bulk': writing('members:invite', {
    body: ({ place }) => ({ emails: [`another@${needleOf(place)}.example`], ...offer }),
  }),
  'invitations.resend': writing('members:invite'),
  'invitations.revoke': writing('members:invite'),
} satisfies Partial<Rows<Operation>>;
