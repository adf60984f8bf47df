import type { domainRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';
import { tableOf, type World } from '../../world.ts';

const organization = { organizationId: 'org_acme' };
const domain = { ...organization, domainId: 'domain_acme' };
const claimed = { ...organization, domainId: 'domain_acme_travel' };

/** A domain that was claimed, with its record set. */
function claim(world: World): undefined {
  const { organizationId, domainId } = claimed;
  tableOf(world, 'domains', organizationId).set(domainId, {
    domainId,
    organizationId,
    name: 'acme-travel.example',
    status: 'pending',
    proof: 'dns',
    enrolment: 'invite-only',
    discovery: false,
    createdAt: world.now(),
  });
  const challenge = { domainId, token: 'tsd_trial', expiresAt: world.now() + 3_600_000 };
  world.domainChallenges.set(domainId, challenge);
  world.dns.set('_tessera.acme-travel.example', ['tessera-verification=tsd_trial']);
}

export const domains: LegalRequests<typeof domainRoutes> = {
  'domains.list': { parameters: organization },
  'domains.get': { parameters: domain },
  'domains.claim': { parameters: organization, body: { name: 'acme-travel.example' } },
  'domains.challenge': { parameters: claimed, prepare: claim, body: { proof: 'dns' } },
  'domains.verify': { parameters: claimed, prepare: claim, body: {} },
  'domains.recheck': { parameters: domain },
  'domains.update': { parameters: domain, body: { enrolment: 'suggest', discovery: true } },
  'domains.previewRemove': { parameters: domain },
  'domains.remove': { parameters: domain },
};
