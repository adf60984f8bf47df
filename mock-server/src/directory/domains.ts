import {
  decide,
  unicodeDomain,
  type Actor,
  type Domain,
  type Organization,
  type Place,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { proofOf, recordOf } from './domain-proofs.ts';
import { pageOf, sorted, type Page } from './paging.ts';
import { timestamp } from './moments.ts';
import { finder } from './search.ts';
import { versionOf } from './versions.ts';

export interface DomainListQuery {
  readonly search?: string | undefined;
  readonly status?: Domain['status'] | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

interface Seen {
  readonly organization: Organization;
  readonly actor: Actor;
  readonly place: Place;
}

/** A page of an organization's domains, by name. */
export function listDomains(
  world: World,
  seen: Seen,
  { search, status, limit, cursor }: DomainListQuery,
): Promise<Page<ReturnType<typeof domainView>>> {
  const { organizationId } = seen.organization;
  const found = finder(search);
  const placed = () =>
    [...(world.domains.get(organizationId)?.values() ?? [])]
      .filter((domain) => status === undefined || domain.status === status)
      .filter(({ name }) => found(`${name} ${unicodeDomain(name)}`))
      .map((domain) => ({ item: domain, values: [domain.name], id: domain.domainId }));
  return pageOf(world, () => sorted(placed(), []), {
    limit,
    cursor,
    scope: ['domains', organizationId, seen.actor.userId, search, status],
  }).then((page) => ({
    ...page,
    items: page.items.map((domain) => domainView(world, seen, domain)),
  }));
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
