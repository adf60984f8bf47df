import type { Operation } from '@tesserakit/contract';
import type { Permission } from '@tesserakit/domain';
import { found } from '../../refusal.ts';
import type { World } from '../../world.ts';
import type { Aim, OrganizationRow, Row, Rows } from './rows.ts';
import type { Needs } from './verdicts.ts';

/** Nothing of all this is ever reached from above. */
function row(needs: Omit<Needs, 'above'>, some: Partial<OrganizationRow> = {}): Row {
  return { in: 'organization', needs: { ...needs, above: 'never' }, ...some };
}

const reading = (permission: Permission) => row({ own: [permission], whileSuspended: true });

const domains: Omit<Needs, 'above'> = { own: ['domains:manage'] };
const connections: Omit<Needs, 'above'> = { own: ['connections:manage', 'organization:update'] };
const tokens: Omit<Needs, 'above'> = { own: ['directory:manage'] };
const keys: Omit<Needs, 'above'> = { own: ['api-keys:manage'] };

/** A domain that was claimed, with its record set. */
function claimed(world: World, { place, organizationId }: Aim): void {
  const domainId = `domain_${place}`;
  const domain = found(world.domains.get(organizationId)?.get(domainId));
  const { verifiedAt, ...rest } = domain;
  world.domains.get(organizationId)?.set(domainId, { ...rest, status: 'pending' });
  const challenge = { domainId, token: 'tsd_trial', expiresAt: world.now() + 3_600_000 };
  world.domainChallenges.set(domainId, challenge);
  world.dns.set(`_tessera.${domain.name}`, ['tessera-verification=tsd_trial']);
}

function inForce({ connections: all }: World, { place, organizationId }: Aim): void {
  const connection = found(all.get(organizationId)?.get(`connection_${place}`));
  const active = { ...connection, status: 'active' } as const;
  all.get(organizationId)?.set(connection.connectionId, active);
}

export const connectingRows = {
  'domains.list': reading('domains:manage'),
  'domains.get': reading('domains:manage'),
  'domains.claim': row(domains, { body: () => ({ name: 'brand-new.example' }) }),
  'domains.challenge': row(domains, { prepare: claimed, body: () => ({ proof: 'dns' }) }),
  'domains.verify': row(domains, { prepare: claimed, body: () => ({}) }),
  'domains.recheck': row(domains),
  'domains.update': row(domains, { body: () => ({ enrolment: 'suggest' }) }),
  'domains.previewRemove': row(domains),
  'domains.remove': row(domains, { confirms: 'domains.previewRemove' }),

  'connections.list': reading('connections:manage'),
  'connections.get': reading('connections:manage'),
  'connections.create': row(connections, {
    body: () => ({
      name: 'Another sign-in',
      protocol: 'oidc',
      issuer: 'https://login.provider.example',
      clientId: 'tessera',
    }),
  }),
  'connections.update': row(connections, { body: () => ({ jit: true }) }),
  'connections.test': row(connections),
  'connections.enable': row(connections),
  'connections.disable': row(connections, { prepare: inForce }),
  'connections.previewDelete': row(connections),
  'connections.delete': row(connections, { confirms: 'connections.previewDelete' }),

  'directoryTokens.list': reading('directory:manage'),
  'directoryTokens.create': row(
    { ...tokens, personal: true },
    { body: () => ({ name: 'Another' }) },
  ),
  'directoryTokens.rotate': row({ ...tokens, personal: true }, { body: () => ({}) }),
  'directoryTokens.revoke': row(tokens),

  'apiKeys.list': reading('api-keys:manage'),
  'apiKeys.create': row(
    { ...keys, personal: true, ofMember: true },
    { body: () => ({ name: 'Another', permissions: ['members:read'] }) },
  ),
  'apiKeys.revoke': row(keys),
} satisfies Partial<Rows<Operation>>;
