import type { ErrorCode } from './errors.ts';
import { mixesScripts, unicodeDomain } from './look-alikes.ts';

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
  /** Milliseconds since the epoch, as are all moments. */
  readonly createdAt: number;
  readonly verifiedAt?: number;
  /** Since when the record of a verified domain is missed. */
  readonly missingSince?: number;
}

/** How an organization shows that a domain is its own. Only `dns` proves ownership; an address at it is mere affiliation. */
export type DomainProof = 'dns' | 'email';

/** Whether the organization has proved that the domain is its own, and not just that it has a mailbox there. */
export function isOwned({ status, proof }: Domain): boolean {
  return status === 'verified' && proof === 'dns';
}

/** Why another proof of this domain cannot be asked for: a better one than it has is always welcome. */
export function challengeBlocker(domain: Domain, proof: DomainProof): ErrorCode | undefined {
  const better = proof === 'dns' && !isOwned(domain);
  return domain.status === 'verified' && !better ? 'already_exists' : undefined;
}

/** Why a proof of this domain cannot be looked for now. */
export function verificationBlocker(domain: Domain): ErrorCode | undefined {
  return isOwned(domain) ? 'already_exists' : undefined;
}

/** Why the record of this domain cannot be looked for again: only ownership rests on one. */
export function recheckBlocker(domain: Domain): ErrorCode | undefined {
  return isOwned(domain) ? undefined : 'domain_unverified';
}

/** How people of a domain come in. */
export type DomainPolicy = Pick<Domain, 'enrolment' | 'discovery'>;

/** Why nobody comes in through a domain yet, however that is set. */
export function domainUpdateBlocker({ status }: Domain): ErrorCode | undefined {
  return status === 'verified' ? undefined : 'domain_unverified';
}

/**
 * Why people of a domain cannot come in like this. Nothing follows from a domain that is not
 * verified; leading its people anywhere, or letting them in by themselves, takes ownership.
 */
export function domainPolicyBlocker(
  domain: Domain,
  { enrolment, discovery }: DomainPolicy,
): ErrorCode | undefined {
  const needsOwnership = discovery || enrolment === 'auto-join';
  if (needsOwnership && !isOwned(domain)) return 'domain_unverified';
  return domainUpdateBlocker(domain);
}

/** Why a proof cannot be mailed to an address: it takes one at the very domain, not above or below. */
export function proofAddressBlocker(
  { name }: Domain,
  proof: DomainProof,
  addressDomain: string | undefined,
): ErrorCode | undefined {
  return proof === 'email' && addressDomain !== name ? 'validation_failed' : undefined;
}

/** Life of a proof in milliseconds: a record takes days to be set, a mailed code minutes. */
export const proofLife: Readonly<Record<DomainProof, number>> = {
  dns: 7 * 24 * 3_600_000,
  email: 10 * 60_000,
};

/** Label of the record that proves a domain, before the domain itself. */
const recordLabel = '_tessera';

/** The text record that proves a domain: where it stands, and its very value. */
export interface ProofRecord {
  readonly name: string;
  readonly value: string;
}

export function proofRecord(name: string, token: string): ProofRecord {
  return { name: `${recordLabel}.${name}`, value: `tessera-verification=${token}` };
}

/** Whether one of the records is the very one: not one that contains it, begins or ends with it. */
export function proves(records: readonly string[], { value }: ProofRecord): boolean {
  return records.includes(value);
}

/** How long a verified domain may miss its record before it counts no more, in milliseconds. */
export const recheckGrace = 72 * 3_600_000;

/** A verified domain after its record was looked for again. */
export function rechecked(domain: Domain, found: boolean, now: number): Domain {
  const { missingSince = now, ...rest } = domain;
  if (found) return rest;
  const missed = { ...rest, missingSince };
  return now - missingSince < recheckGrace ? missed : failedDomain(missed);
}

/** A domain that counts no more, with nothing left that followed from it. */
export function failedDomain(domain: Domain): Domain {
  const { verifiedAt, missingSince, ...rest } = domain;
  return { ...rest, status: 'failed', enrolment: 'invite-only', discovery: false };
}

export interface ClaimFacts {
  /** Whether this organization has named it already. */
  readonly ownAlready: boolean;
  /** Whether another organization has proved that it is its own. */
  readonly ownedElsewhere: boolean;
  /** Whether it can be taken for a domain that another organization owns. */
  readonly looksLikeOwned: boolean;
  /** A public suffix or a mail host that is open to everybody. */
  readonly isPublic: boolean;
}

/** Why an organization cannot name this domain as its own. A claim alone takes nothing from others. */
export function claimBlocker(
  name: string | undefined,
  { ownAlready, ownedElsewhere, looksLikeOwned, isPublic }: ClaimFacts,
): ErrorCode | undefined {
  if (name === undefined || `${recordLabel}.${name}`.length > 253) return 'validation_failed';
  if (unicodeDomain(name).split('.').some(mixesScripts)) return 'validation_failed';
  if (isPublic) return 'public_domain';
  if (ownAlready) return 'already_exists';
  return ownedElsewhere || looksLikeOwned ? 'domain_taken' : undefined;
}

export interface ProofFacts {
  readonly proof: DomainProof;
  /** How another organization has verified the same name, or one that looks like it. */
  readonly verifiedElsewhere: DomainProof | undefined;
}

/**
 * Why a proof that was found does not make the domain this organization's. Ownership comes before
 * affiliation: the owner takes the name from whoever only has a mailbox there, never the reverse.
 */
export function takingBlocker({ proof, verifiedElsewhere }: ProofFacts): ErrorCode | undefined {
  if (verifiedElsewhere === undefined) return undefined;
  return proof === 'dns' && verifiedElsewhere === 'email' ? undefined : 'domain_taken';
}
