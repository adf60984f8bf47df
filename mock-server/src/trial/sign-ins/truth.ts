/** What holds in the scenario `default` for those who take part here, told anew and by hand. */
export const people = {
  user_agent_acme: 'agent@acme.example',
  user_both: 'both@acme.example',
  user_shopper: 'shopper@mail.example',
} as const;

export type UserId = keyof typeof people;

export const clients = [
  'client_flights',
  'client_ledger',
  'client_shop',
  'client_rewards',
  'client_trip_reports',
] as const;

export type ClientId = (typeof clients)[number];

export const organizations = ['org_acme', 'org_borealis', 'org_cirrus'] as const;

/** What an administrator may take back, and give again. */
export const revocations = [
  'both leaves Acme',
  'both loses the grant at Borealis',
  'agent is suspended at Acme',
  'agent is disabled',
  'Acme is suspended',
  'Flights is paused at Borealis',
  'Flights is disabled',
  'Shop is disabled',
  'Acme is content with one factor',
] as const;

export type Revocation = (typeof revocations)[number];

const entries: readonly (readonly [UserId, string, readonly Revocation[]])[] = [
  ['user_agent_acme', 'org_acme', ['agent is suspended at Acme', 'Acme is suspended']],
  ['user_both', 'org_acme', ['both leaves Acme', 'Acme is suspended']],
  [
    'user_both',
    'org_borealis',
    ['both loses the grant at Borealis', 'Flights is paused at Borealis'],
  ],
];

/** The organizations for which a person may enter a client's application now. */
export function entriesOf(
  userId: UserId,
  clientId: ClientId,
  revoked: ReadonlySet<Revocation>,
): readonly string[] {
  if (clientId !== 'client_flights' && clientId !== 'client_trip_reports') return [];
  if (revoked.has('Flights is disabled') || isDisabled(userId, revoked)) return [];
  return entries
    .filter(([who, , by]) => who === userId && !by.some((one) => revoked.has(one)))
    .map(([, organizationId]) => organizationId);
}

/** Whether an organization lets nobody act for it by one factor alone. */
export function demandsTwo(
  organizationId: string | undefined,
  revoked: ReadonlySet<Revocation>,
): boolean {
  return organizationId === 'org_acme' && revoked.has('Acme is content with one factor');
}

/** Whether a person may enter for themselves now. */
export function entersPersonally(
  userId: UserId,
  clientId: ClientId,
  revoked: ReadonlySet<Revocation>,
): boolean {
  if (isDisabled(userId, revoked)) return false;
  return (
    clientId === 'client_rewards' ||
    (clientId === 'client_shop' && !revoked.has('Shop is disabled'))
  );
}

/** Whether a person may enter now, for that organization or for themselves. */
export function mayEnter(
  userId: UserId,
  clientId: ClientId,
  organizationId: string | undefined,
  revoked: ReadonlySet<Revocation>,
): boolean {
  return organizationId === undefined
    ? entersPersonally(userId, clientId, revoked)
    : entriesOf(userId, clientId, revoked).includes(organizationId);
}

function isDisabled(userId: UserId, revoked: ReadonlySet<Revocation>): boolean {
  return userId === 'user_agent_acme' && revoked.has('agent is disabled');
}
