import type {
  apiKeyRoutes,
  auditRoutes,
  connectionRoutes,
  directoryTokenRoutes,
  domainRoutes,
} from '@tesserakit/contract';
import { allPermissions } from '@tesserakit/domain';
import type { Hand } from '../hand.ts';
import { perhaps, type Drafts, type Parameters } from './draft.ts';
import { platformMostly } from './organizations.ts';

const names = [
  'alpha.example',
  'beta.example',
  'shop.beta.example',
  'Alpha.Example.',
  'gmail.com',
  'co.uk',
  '10.0.0.1',
  'bücher.example',
];

const domainNamed = ({ picture }: Hand, { organizationId = '', domainId = '' }: Parameters) =>
  picture.domains.get(organizationId)?.get(domainId)?.name ?? 'alpha.example';

export const domains: Drafts<typeof domainRoutes> = {
  'domains.list': {},
  'domains.get': {},
  'domains.claim': {
    weight: 4,
    body: (hand) => ({
      name: hand.pick(names),
      ...perhaps(hand, 30, () => ({ proof: 'email' })),
    }),
  },
  'domains.challenge': {
    body: (hand, parameters) =>
      hand.chance(50)
        ? { proof: 'dns' }
        : { proof: 'email', email: `admin@${domainNamed(hand, parameters)}` },
  },
  'domains.verify': {
    weight: 6,
    body: ({ arena, pick, chance }) => {
      const mails = arena.world.mailbox.filter(({ purpose }) => purpose === 'domain-proof');
      const token = chance(60) ? pick(mails)?.text.match(/\btsd_[\w-]{43}\b/)?.[0] : undefined;
      return token === undefined ? {} : { token };
    },
  },
  'domains.recheck': {},
  'domains.update': {
    body: ({ pick, chance }) => ({
      enrolment: pick(['invite-only', 'suggest', 'auto-join']),
      discovery: chance(50),
    }),
  },
  'domains.previewRemove': {},
  'domains.remove': { weight: 1 },
};

const settings = (hand: Hand) => ({
  name: `Sign-in ${hand.number(9)}`,
  issuer: `https://${hand.pick(['idp', 'idp', 'other', 'broken']) ?? ''}.example/saml`,
  ...perhaps(hand, 50, () => ({ jit: hand.chance(80) })),
});

export const connections: Drafts<typeof connectionRoutes> = {
  'connections.list': {},
  'connections.get': {},
  'connections.create': {
    weight: 3,
    body: (hand, { organizationId = '' }) => ({
      ...settings(hand),
      protocol: 'saml',
      singleSignOnUrl: 'https://idp.example/saml/sso',
      ...perhaps(hand, 40, () => {
        const applicationId = hand.applicationId(organizationId);
        return { applicationId, defaultRoleIds: hand.roleIds(applicationId) };
      }),
    }),
  },
  'connections.update': { body: settings },
  'connections.test': { weight: 3 },
  'connections.enable': { weight: 3 },
  'connections.disable': {},
  'connections.previewDelete': {},
  'connections.delete': { weight: 1 },
};

export const directoryTokens: Drafts<typeof directoryTokenRoutes> = {
  'directoryTokens.list': {},
  'directoryTokens.create': {
    body: (hand) => ({
      name: 'Sync',
      ...perhaps(hand, 30, () => ({ expiresAt: hand.soon() })),
    }),
  },
  'directoryTokens.rotate': { body: () => ({}) },
  'directoryTokens.revoke': { weight: 1 },
};

export const apiKeys: Drafts<typeof apiKeyRoutes> = {
  'apiKeys.list': {},
  'apiKeys.create': {
    weight: 3,
    body: (hand) => ({
      name: 'Program',
      permissions: hand.some(allPermissions, 60),
      ...perhaps(hand, 30, () => ({ expiresAt: hand.soon() })),
    }),
  },
  'apiKeys.revoke': { weight: 1 },
};

export const audit: Drafts<typeof auditRoutes> = {
  'audit.list': { query: ({ number }) => ({ limit: String(1 + number(9)) }) },
  'audit.listAll': { asker: platformMostly },
};
