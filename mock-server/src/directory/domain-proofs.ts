import {
  proofRecord,
  proves,
  type Domain,
  type DomainProof,
  type ProofRecord,
} from '@tesserakit/domain';
import { askOutside } from '../outside.ts';
import { Refusal } from '../refusal.ts';
import { digestOf } from '../secrets.ts';
import type { DomainChallenge, World } from '../world.ts';

/** A domain and the attempt to prove it, as they stood when somebody began to look. */
export interface Attempt {
  readonly domain: Domain;
  readonly challenge: DomainChallenge;
}

const mostRecords = 100;
const mostLetters = 65_536;
const secondsToWait = 30;

/** The attempt that may prove a domain now; refused with `domain_unverified` when there is none. */
export function attemptOf(world: World, domain: Domain): Attempt {
  const challenge = world.domainChallenges.get(domain.domainId);
  if (!challenge || challenge.expiresAt <= world.now()) {
    throw unproved('There is no attempt that still counts. Begin a new one.');
  }
  return { domain, challenge };
}

export function proofOf({ email }: DomainChallenge): DomainProof {
  return email === undefined ? 'dns' : 'email';
}

export function recordOf({ name }: Domain, { token }: DomainChallenge): ProofRecord {
  return proofRecord(name, token);
}

/** Whether the proof of an attempt is there: the very record, or the very token that was mailed. */
export async function isProved(
  world: World,
  { domain, challenge }: Attempt,
  token: string | undefined,
): Promise<boolean> {
  if (proofOf(challenge) === 'dns') return isRecordThere(world, domain, challenge);
  return token !== undefined && (await digestOf(token)) === challenge.token;
}

export async function isRecordThere(
  world: World,
  domain: Domain,
  challenge: DomainChallenge,
): Promise<boolean> {
  const record = recordOf(domain, challenge);
  return proves(await textRecordsOf(world, record.name), record);
}

/** Refuses an attempt whose proof was not found. */
export function demandProof({ challenge }: Attempt, proved: boolean): void {
  if (proved) return;
  const missing =
    proofOf(challenge) === 'dns'
      ? 'The record was not found with this very value.'
      : 'This is not what was mailed.';
  throw unproved(missing);
}

/** The text records of a name; refused, to be tried again, when there is no sensible answer in time. */
async function textRecordsOf(world: World, name: string): Promise<readonly string[]> {
  const records = await askOutside(world.outsidePatience, (signal) =>
    world.resolver(name, signal),
  ).catch(() => undefined);
  const letters = records?.reduce((sum, { length }) => sum + length, 0) ?? 0;
  if (!records || records.length > mostRecords || letters > mostLetters) {
    throw unproved('The record could not be looked up. Try again later.', secondsToWait);
  }
  return records;
}

function unproved(message: string, retryAfter?: number): Refusal {
  return new Refusal('domain_unverified', [{ field: 'proof', message }], retryAfter);
}
