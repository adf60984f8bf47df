import type { Invitation } from '@tesserakit/domain';
import type { Seed } from '@tesserakit/mock-server';

const hour = 3_600_000;
const day = 24 * hour;

type Sketch = Partial<Invitation> & { readonly email: string; readonly ago: number };

/** The seed with these invitations to one organization, each sent so many milliseconds ago. */
export function withInvitations(
  seed: Seed,
  organizationId: string,
  sketches: readonly Sketch[],
): Seed {
  const invitations = sketches.map(({ ago, ...sketch }, index): Invitation => {
    const createdAt = seed.today - ago;
    return {
      invitationId: `invitation_trial_${index}`,
      organizationId,
      organizationRoleIds: ['organizationMember'],
      applicationRoles: [],
      invitedBy: 'user_admin_acme',
      invitedFor: organizationId,
      createdAt,
      expiresAt: createdAt + 2 * day,
      status: 'pending',
      ...sketch,
    };
  });
  return { ...seed, invitations: [...(seed.invitations ?? []), ...invitations] };
}

/** One invitation in each state beside the one of the default seed. */
export const inEveryState: readonly Sketch[] = [
  { email: 'late@newcorp.example', ago: 2 * day + 3 * hour },
  { email: 'joined@newcorp.example', ago: 5 * day, status: 'accepted' },
  { email: 'unwilling@newcorp.example', ago: 6 * day, status: 'declined' },
  {
    email: 'mistaken@newcorp.example',
    ago: 7 * day,
    status: 'revoked',
    organizationRoleIds: ['organizationAdmin'],
    applicationRoles: [
      { applicationId: 'app_flights', roleIds: ['role_flights_viewer'] },
      { applicationId: 'app_ledger', roleIds: [] },
    ],
  },
];

/** That many people who were asked one after the other, the newest of whom still wait. */
export function manyInvitations(count: number): readonly Sketch[] {
  const ends = ['accepted', 'pending', 'declined', 'revoked'] as const;
  return Array.from({ length: count }, (_, index) => ({
    email: `guest.${index + 1}@newcorp.example`,
    ago: (index + 1) * hour,
    status: index < 40 ? 'pending' : (ends[index % ends.length] ?? 'pending'),
  }));
}

/** Addresses that try to break a page: markup, direction, length, piled marks. */
export const hostileAddresses: readonly Sketch[] = [
  '<img/src=x/onerror=document.title="broken">@hostile.example',
  '\u202Emoc.live@\u2066hostile.example',
  `${'n'.repeat(240)}@hostile.example`,
  `ve${'\u0301\u0323\u0330'.repeat(24)}ra@hostile.example`,
  '"; drop table invitations; --"@hostile.example',
  'دعوة@hostile.example',
].map((email, index) => ({ email, ago: (index + 1) * hour }));
