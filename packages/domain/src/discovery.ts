import type { Connection } from './connections.ts';
import { domainOfEmail } from './domain-names.ts';
import { isOwned, type Domain } from './domains.ts';
import { acceptedEmail } from './email-addresses.ts';
import type { Organization } from './organizations.ts';

/** Where an address leads a person who is about to sign in. */
export interface Discovery {
  readonly organizationId: string;
  /** The organization's own identity provider for the application, if it has one in force. */
  readonly connection?: Connection;
}

/** What is known of the organization that has a domain. It says nothing about people. */
export interface DiscoveryFacts {
  readonly domain: Domain;
  readonly organization: Organization;
  readonly connections: readonly Connection[];
}

/** The domain on which everything depends that an address leads to; `undefined` for no plain address. */
export function discoveryDomain(email: string): string | undefined {
  const address = acceptedEmail(email);
  return address === undefined ? undefined : domainOfEmail(address);
}

/**
 * Which organization, and which of its identity providers, people of a domain are led to; the
 * domain itself and none above or below it. The same for everybody with an address there, whether
 * they are known or not. Only a domain that is owned and opened for it leads anywhere, and only to
 * an organization and a provider in force; one for the application comes before one for all.
 */
export function discover(
  name: string,
  { domain, organization, connections }: DiscoveryFacts,
  applicationId: string | undefined,
): Discovery | undefined {
  const { organizationId } = organization;
  const its = domain.name === name && domain.organizationId === organizationId;
  if (!its || !isOwned(domain) || !domain.discovery) return undefined;
  if (organization.status !== 'active') return undefined;
  const inForce = connections.filter(
    (one) => one.organizationId === organizationId && one.status === 'active',
  );
  const connection =
    inForce.find((one) => one.applicationId === applicationId) ??
    inForce.find((one) => one.applicationId === undefined);
  return { organizationId, ...(connection && { connection }) };
}
