import { decide, unicodeDomain, type Domain } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { proofOf, recordOf } from './domain-proofs.ts';
import { timestamp } from './moments.ts';
import type { Seen } from './seen.ts';
import { pageOfShortList, type ListQuery } from './short-list.ts';
import { versionOf } from './versions.ts';

export interface DomainListQuery extends ListQuery {
  readonly status?: Domain['status'] | undefined;
}

/** A page of an organization's domains, by name. */
export function listDomains(world: World, seen: Seen, { status, ...query }: DomainListQuery) {
  const { organizationId } = seen.organization;
  return pageOfShortList(world, query, {
    items: () =>
      domainsOf(world, organizationId).filter(
        (one) => status === undefined || one.status === status,
      ),
    textOf: ({ name }) => `${name} ${unicodeDomain(name)}`,
    idOf: ({ domainId }) => domainId,
    valuesOf: ({ name }) => [name],
    scope: ['domains', organizationId, seen.actor.userId, status],
    view: (domain) => domainView(world, seen, domain),
  });
}

/** All domains of an organization, whatever their standing. */
export function domainsOf(world: World, organizationId: string): Domain[] {
  return [...(world.domains.get(organizationId)?.values() ?? [])];
}

const actions = ['domain.challenge', 'domain.verify', 'domain.recheck', 'domain.update'] as const;

/** A domain as answers carry it; never what was mailed to prove it. */
export function domainView(world: World, { actor, place }: Seen, domain: Domain) {
  const { domainId, organizationId, name, createdAt, verifiedAt, missingSince } = domain;
  const unicodeName = unicodeDomain(name);
  const challenge = challengeView(world, domain);
  return {
    domainId,
    organizationId,
    name,
    ...(unicodeName !== name && { unicodeName }),
    status: domain.status,
    proof: domain.proof,
    enrolment: domain.enrolment,
    discovery: domain.discovery,
    createdAt: timestamp(createdAt),
    ...(verifiedAt !== undefined && { verifiedAt: timestamp(verifiedAt) }),
    ...(missingSince !== undefined && { missingSince: timestamp(missingSince) }),
    ...(challenge && { challenge }),
    version: versionOf(world, 'domain', organizationId, domainId),
    actions: {
      ...Object.fromEntries(
        actions.map((action) => [action, decide(actor, action, place, { domain })]),
      ),
      'domain.remove': decide(actor, 'domain.remove', place, undefined),
    },
  };
}

/** The attempt that still counts, if any. */
function challengeView(world: World, domain: Domain) {
  const challenge = world.domainChallenges.get(domain.domainId);
  if (!challenge || challenge.expiresAt <= world.now()) return undefined;
  const proof = proofOf(challenge);
  return {
    proof,
    ...(proof === 'dns' && { record: { ...recordOf(domain, challenge) } }),
    ...(challenge.email !== undefined && { email: challenge.email }),
    expiresAt: timestamp(challenge.expiresAt),
  };
}
