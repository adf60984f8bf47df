import type { ErrorCode } from './errors.ts';

export type DomainStatus = 'pending' | 'verified' | 'failed';
export type Enrolment = 'invite-only' | 'suggest' | 'auto-join';

/** A domain that an organization says is its own, and how its people come in. */
export interface Domain {
  readonly domainId: string;
  readonly organizationId: string;
  /** In its canonical form. */
  readonly name: string;
  readonly status: DomainStatus;
  readonly proof: DomainProof;
  readonly enrolment: Enrolment;
  /** Whether an address of it leads a person to the organization's way of signing in. */
  readonly discovery: boolean;
}

/** How an organization shows that a domain is its own. Only `dns` proves ownership; an address at it is mere affiliation. */
export type DomainProof = 'dns' | 'email';

/** Why a proof of this domain cannot be looked for now. */
export function verificationBlocker({ status }: Domain): ErrorCode | undefined {
  return status === 'verified' ? 'already_exists' : undefined;
}

/**
 * The one form of a domain name: lower-case A-labels (IDNA, by the platform's URL parser), without a
 * trailing dot. `undefined` for what is no domain name: an address, a single label, an IP.
 */
export function canonicalDomain(text: string): string | undefined {
  const name = text.trim().replace(/\.$/, '');
  if (name === '' || name.length > 253 || /[\s/?#@:\\%]/.test(name)) return undefined;
  if (!URL.canParse(`https://${name}/`)) return undefined;
  const { hostname } = new URL(`https://${name}/`);
  const labels = hostname.split('.');
  const isAddress = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  if (isAddress || labels.length < 2) return undefined;
  const isLabel = (label: string) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label);
  return labels.every(isLabel) ? hostname : undefined;
}

/** The canonical domain of an email address; only what follows the last `@` counts. */
export function domainOfEmail(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  return at < 1 ? undefined : canonicalDomain(email.slice(at + 1));
}

export interface ClaimFacts {
  /** Whether this organization has named it already. */
  readonly ownAlready: boolean;
  readonly verifiedElsewhere: boolean;
  /** A public suffix or a mail host that is open to everybody. */
  readonly isPublic: boolean;
}

/** Why an organization cannot name this domain as its own. A claim alone takes nothing from others. */
export function claimBlocker(
  name: string | undefined,
  { ownAlready, verifiedElsewhere, isPublic }: ClaimFacts,
): ErrorCode | undefined {
  if (name === undefined) return 'validation_failed';
  if (isPublic) return 'public_domain';
  if (ownAlready) return 'already_exists';
  return verifiedElsewhere ? 'domain_taken' : undefined;
}
