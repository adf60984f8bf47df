import type { Operation } from '@tesserakit/contract';
import { found } from '../../refusal.ts';
import { tableOf, type World } from '../../world.ts';
import type { Aim, PersonalRow, Row, Rows } from './rows.ts';
import { today, userIdOf } from './seed.ts';
import type { PersonalNeeds } from './verdicts.ts';

function row(needs: PersonalNeeds, some: Partial<PersonalRow> = {}): Row {
  return { in: 'person', needs, ...some };
}

const session = {
  parameters: () => ({ sessionId: 'session_mine' }),
  prepare: ({ authorization }: World, { caller: { userId } }: Aim) => {
    if (userId === undefined) return;
    authorization.sessions.set('session_mine', {
      sid: 'session_mine',
      secret: 'a-secret-of-a-browser',
      userId,
      authenticatedAt: today,
      methods: ['pwd'],
      expiresAt: today + 3_600_000,
    });
  },
};

/** The caller is invited to where they are not yet. */
function invite(world: World, { caller: { userId } }: Aim): void {
  if (userId === undefined) return;
  const organizationId = 'org_elsewhere';
  const organizationRoleIds = ['organizationMember'];
  const pending = { userId, organizationId, organizationRoleIds, version: 1 };
  const member = { ...pending, status: 'pending', source: 'invitation' } as const;
  tableOf(world, 'members', organizationId).set(userId, member);
  tableOf(world, 'invitations', organizationId).set('invitation_mine', {
    invitationId: 'invitation_mine',
    organizationId,
    email: found(world.users.get(userId)).email,
    organizationRoleIds,
    applicationRoles: [],
    invitedBy: userIdOf('elsewhere', 'admin'),
    invitedFor: organizationId,
    createdAt: today,
    expiresAt: today + 86_400_000,
    status: 'pending',
  });
}

const invited = { prepare: invite, body: () => ({ invitationId: 'invitation_mine' }) };

export const personalRows = {
  'me.get': row({ standing: true }),
  'me.update': row({ standing: true, personal: true }, { body: () => ({ name: 'Another name' }) }),
  // Open to a member without standing too: it is their way to another organization, and out.
  'organizations.list': row({}),
  'sessions.list': row({ personal: true }),
  'sessions.end': row({ personal: true }, session),
  'sessions.endOthers': row({ personal: true }, session),
  'organizations.slugAvailable': row(
    { standing: true, permission: 'managed-organizations:create' },
    { parameters: () => ({ slug: 'brand-new' }) },
  ),
  'invitations.listOwn': row({ personal: true }, { prepare: invite }),
  'invitations.accept': row({ personal: true }, invited),
  'invitations.decline': row({ personal: true }, invited),
} satisfies Partial<Rows<Operation>>;
