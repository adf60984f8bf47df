import type { ErrorCode } from './errors.ts';
import type { AuthenticationPolicy } from './organizations.ts';
import { isOwnProof, type Proof } from './sign-in.ts';
import type { SignInOptions } from './sign-in-methods.ts';

/** What a person proved beside the way in which they came. */
export interface FactorProof {
  /** As tokens name them (RFC 8176). */
  readonly methods: readonly string[];
  /** When, in milliseconds. */
  readonly at: number;
}

/** How surely a person has proved who they are (`acr`): by one factor, or by two. */
export const authenticationLevels = ['1', '2'] as const;

export type AuthenticationLevel = (typeof authenticationLevels)[number];

/** Milliseconds for which a second factor is not asked for again. */
export const secondFactorLife = 12 * 3_600_000;

/** The level that a proof reaches. */
export function levelOf(factor: FactorProof | undefined): AuthenticationLevel {
  return factor ? '2' : '1';
}

/** The level that a request prefers among those that there are; none where it names none of them. */
export function preferredLevel(levels: readonly string[]): AuthenticationLevel | undefined {
  return levels.flatMap((level) => authenticationLevels.filter((one) => one === level))[0];
}

/** Everything that may demand a second factor. */
export interface FactorDemands {
  readonly policy?: AuthenticationPolicy | undefined;
  readonly signIn?: SignInOptions | undefined;
  /** What the request asked for. */
  readonly level?: AuthenticationLevel | undefined;
}

/** Whether one factor is too little. One demand is enough. */
export function demandsSecondFactor({ policy, signIn, level }: FactorDemands): boolean {
  return Boolean(policy?.requiresSecondFactor || signIn?.requiresSecondFactor) || level === '2';
}

/**
 * Why a second factor has to be proved before somebody goes on: it is demanded and there is none, it is
 * too long ago, or it is older than the request wants.
 */
export function secondFactorBlocker(
  factor: FactorProof | undefined,
  demands: FactorDemands,
  { now, since = 0 }: { readonly now: number; readonly since?: number | undefined },
): ErrorCode | undefined {
  if (!demandsSecondFactor(demands)) return undefined;
  return freshFactor(factor, { now, since }) ? undefined : 'mfa_required';
}

/** A second factor, if it counts: not too long ago, and as new as the request wants. */
export function freshFactor(
  factor: FactorProof | undefined,
  { now, since = 0 }: { readonly now: number; readonly since?: number | undefined },
): FactorProof | undefined {
  return factor && now - factor.at < secondFactorLife && factor.at >= since ? factor : undefined;
}

/** Why somebody has to sign in again before they act for an organization: it was too long ago. */
export function sessionAgeBlocker(
  authenticatedAt: number,
  policy: AuthenticationPolicy | undefined,
  now: number,
): ErrorCode | undefined {
  const { sessionMinutes } = policy ?? {};
  if (sessionMinutes === undefined) return undefined;
  return now - authenticatedAt < sessionMinutes * 60_000 ? undefined : 'step_up_required';
}

/**
 * Why a person cannot add a factor now: with the word of a provider alone it could be the organization
 * itself, and with the password alone somebody who has found it.
 */
export function enrolmentBlocker(
  proof: Pick<Proof, 'methods'>,
  factor: FactorProof | undefined,
  { hasFactor, now }: { readonly hasFactor: boolean; readonly now: number },
): ErrorCode | undefined {
  if (!isOwnProof(proof)) return 'step_up_required';
  if (!hasFactor) return undefined;
  return freshFactor(factor, { now }) ? undefined : 'mfa_required';
}

/** Why a one-time password proves nothing: it, or a later one, was used before. */
export function usedCodeBlocker(step: number, lastStep: number): ErrorCode | undefined {
  return step > lastStep ? undefined : 'invalid_credentials';
}

/**
 * Why a passkey proves nothing: its count has not grown, so that two devices hold the same key. One
 * that never counts says nothing about it.
 */
export function counterBlocker(kept: number, told: number): ErrorCode | undefined {
  return told > kept || (told === 0 && kept === 0) ? undefined : 'invalid_credentials';
}

/** Passkeys that one person may have. */
export const mostPasskeys = 20;

/** Milliseconds until somebody who wants no passkey is offered one again. */
const offerPause = 30 * 86_400_000;

/** Whether a person who came by a password is offered a passkey. */
export function offersPasskey(
  { offersPasskeys = false }: SignInOptions,
  { hasPasskey, declinedAt, now }: { hasPasskey: boolean; declinedAt?: number; now: number },
): boolean {
  const paused = declinedAt !== undefined && now - declinedAt < offerPause;
  return offersPasskeys && !hasPasskey && !paused;
}
