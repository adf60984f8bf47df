import {
  challengeBlocker,
  claimBlocker,
  discoveryDomain,
  domainPolicyBlocker,
  failedDomain,
  isOwned,
  looksLike,
  proofAddressBlocker,
  proofLife,
  rechecked,
  takingBlocker,
  type Domain,
  type DomainPolicy,
  type DomainProof,
} from '@tesserakit/domain';
import { refuse, refuseInput, Refusal } from '../refusal.ts';
import type { FreshSecret } from '../secrets.ts';
import { tableOf, type World } from '../world.ts';
import { endUnownedConnections } from './connection-changes.ts';
import { record, type Deed } from './deed.ts';
import { demandRate, receivedBy, sendMail } from './mails.ts';
import { attemptOf, demandProof, proofOf, type Attempt } from './domain-proofs.ts';
import { domainsOf } from './domains.ts';
import { countWrite } from './versions.ts';

/** A name as it was sent, in its one form, and whether it is everybody's. */
export interface Claimed {
  readonly name: string | undefined;
  readonly isPublic: boolean;
  readonly proof: DomainProof;
}

/** Names a domain; one that is to be proved by a record begins its first attempt at once. */
export function claimDomain(
  deed: Deed,
  organizationId: string,
  { name = '', isPublic, proof }: Claimed,
  secret: FreshSecret,
): Domain {
  const { world } = deed;
  const own = domainsOf(world, organizationId);
  const owned = ownedByOthers(world, organizationId);
  refuseInput(
    claimBlocker(name === '' ? undefined : name, {
      ownAlready: own.some((one) => one.name === name),
      ownedElsewhere: owned.some((one) => one.name === name),
      looksLikeOwned: owned.some((one) => looksLike(name, one.name)),
      isPublic,
    }),
    'name',
    'This is no domain that can be named.',
  );
  const domain: Domain = {
    domainId: world.newId('domain'),
    organizationId,
    name,
    status: 'pending',
    proof,
    enrolment: 'invite-only',
    discovery: false,
    createdAt: world.now(),
  };
  put(world, domain);
  if (proof === 'dns') beginAttempt(world, domain, secret.secret);
  note(deed, domain, 'domain.claim', { name });
  return domain;
}

/**
 * Begins a new attempt, with a token of its own; the one before counts no more. For a proof by mail
 * the token goes to the address and nowhere else.
 */
export function challengeDomain(
  deed: Deed,
  domain: Domain,
  { proof, email }: { readonly proof: DomainProof; readonly email?: string | undefined },
  secret: FreshSecret,
): Domain {
  const { world } = deed;
  const address = proof === 'email' ? (email ?? '') : undefined;
  refuse(challengeBlocker(domain, proof));
  const at = discoveryDomain(address ?? '');
  refuseInput(proofAddressBlocker(domain, proof, at), 'email', 'This is no address at the domain.');
  const verified = domain.status === 'verified';
  const next: Domain = verified ? domain : { ...domain, status: 'pending', proof };
  put(world, next);
  if (address === undefined) beginAttempt(world, domain, secret.secret);
  else {
    demandRate(world, { sent: 0, received: receivedBy(world, address, 'domain-proof') });
    beginAttempt(world, domain, secret.digest, address);
    mail(world, domain, address, secret.secret);
  }
  note(deed, domain, 'domain.challenge', { proof });
  return next;
}

/**
 * Makes a domain the organization's by an attempt whose proof was looked for. What was changed in
 * the meantime is judged as it is now: an attempt that is not the present one counts for nothing.
 */
export function verifyDomain(
  deed: Deed,
  domain: Domain,
  attempt: Attempt,
  proved: boolean,
): Domain {
  const { world } = deed;
  const { organizationId, name } = domain;
  const present = attemptOf(world, domain);
  demandUnchanged(present.domain === attempt.domain && present.challenge === attempt.challenge);
  demandProof(attempt, proved);
  const proof = proofOf(attempt.challenge);
  const others = verifiedByOthers(world, organizationId).filter((one) => one.name === name);
  const alike = ownedByOthers(world, organizationId).some((one) => looksLike(name, one.name));
  const verifiedElsewhere = alike || others.some(isOwned) ? 'dns' : others[0]?.proof;
  refuse(takingBlocker({ proof, verifiedElsewhere }));
  const next: Domain = { ...domain, status: 'verified', proof, verifiedAt: world.now() };
  put(world, next);
  const root = note(deed, domain, 'domain.verify', { name, proof });
  for (const other of others) fail(unnamed(deed), other, root);
  return next;
}

/** What another organization loses, it learns of; not from whom, and whoever took it not from whom. */
function unnamed(deed: Deed): Deed {
  return { ...deed, by: { type: 'system', id: 'directory' } };
}

/** Says how people of a domain come in. */
export function updateDomain(deed: Deed, domain: Domain, change: Partial<DomainPolicy>): Domain {
  const next: Domain = { ...domain, ...change };
  refuse(domainPolicyBlocker(domain, next));
  put(deed.world, next);
  const { enrolment, discovery } = next;
  note(deed, domain, 'domain.update', { enrolment, discovery });
  return next;
}

/** Gives a domain up. What routes by it ends at once; its proof is good for nothing any more. */
export function removeDomain(deed: Deed, domain: Domain): void {
  const { world } = deed;
  const { organizationId, domainId, name } = domain;
  tableOf(world, 'domains', organizationId).delete(domainId);
  world.domainChallenges.delete(domainId);
  const root = note(deed, domain, 'domain.remove', { name });
  endUnownedConnections(deed, organizationId, root);
}

/**
 * Notes whether the record of a verified domain was still there. Missed for 72 hours, the domain
 * counts no more.
 */
export function recheckDomain(deed: Deed, domain: Domain, looked: Domain, found: boolean): Domain {
  const { world } = deed;
  demandUnchanged(domain === looked);
  const root = note(deed, domain, 'domain.recheck', { found });
  const next = rechecked(domain, found, world.now());
  if (next.status === 'failed') return fail(deed, domain, root);
  if (next.missingSince === domain.missingSince) return domain;
  put(world, next);
  return next;
}

function fail(deed: Deed, domain: Domain, causedBy: string): Domain {
  const next = failedDomain(domain);
  put(deed.world, next);
  deed.world.domainChallenges.delete(domain.domainId);
  note(deed, domain, 'domain.fail', { name: domain.name }, causedBy);
  endUnownedConnections(deed, domain.organizationId, causedBy);
  return next;
}

function put(world: World, domain: Domain): void {
  const { organizationId, domainId } = domain;
  tableOf(world, 'domains', organizationId).set(domainId, domain);
  countWrite(world, 'domain', organizationId, domainId);
}

function note(
  deed: Deed,
  { organizationId, domainId }: Domain,
  action: string,
  details: Readonly<Record<string, string | boolean>>,
  causedBy?: string,
): string {
  return record(deed, {
    action,
    organizationId,
    target: { type: 'domain', id: domainId },
    details,
    ...(causedBy !== undefined && { causedBy }),
  });
}

function beginAttempt(world: World, { domainId }: Domain, token: string, email?: string): void {
  const proof: DomainProof = email === undefined ? 'dns' : 'email';
  world.domainChallenges.set(domainId, {
    domainId,
    token,
    expiresAt: world.now() + proofLife[proof],
    ...(email !== undefined && { email }),
  });
}

function mail(world: World, { name }: Domain, to: string, token: string): void {
  sendMail(world, {
    to,
    subject: `Confirm your address at ${name}`,
    text: `Somebody wants to add ${name} to their organization.\n\nIf that is you, enter this:\n${token}\n`,
    purpose: 'domain-proof',
  });
}

function demandUnchanged(unchanged: boolean): void {
  if (!unchanged) throw new Refusal('version_conflict');
}

function verifiedByOthers(world: World, organizationId: string): Domain[] {
  return [...world.domains]
    .filter(([other]) => other !== organizationId)
    .flatMap(([, domains]) => [...domains.values()])
    .filter(({ status }) => status === 'verified');
}

function ownedByOthers(world: World, organizationId: string): Domain[] {
  return verifiedByOthers(world, organizationId).filter(isOwned);
}
