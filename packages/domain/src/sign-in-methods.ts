import type { AuthenticationPolicy } from './organizations.ts';

/** How a person can prove by themselves who they are. */
export type SignInMethod = 'password' | 'email-code' | 'magic-link' | 'passkey';

/** The order in which they are offered where an application says nothing. */
const usualMethods: readonly SignInMethod[] = ['password', 'email-code', 'magic-link', 'passkey'];

/** How people sign in to an application. */
export interface SignInOptions {
  /** The ways that it offers, the first one first; all where it says nothing. */
  readonly methods?: readonly SignInMethod[];
  readonly requiresSecondFactor?: boolean;
  /** Whether somebody who came by a password is offered a passkey. */
  readonly offersPasskeys?: boolean;
}

/** What organizations call a proof: code and link both show that the mailbox is the person's. */
const proofs: Readonly<Record<SignInMethod, string>> = {
  password: 'password',
  'email-code': 'email-code',
  'magic-link': 'email-code',
  passkey: 'passkey',
};

/**
 * The ways that an application offers, and the organization accepts whose domain the address has.
 * Never none: whoever could use none of them is refused later, for a reason.
 */
export function offeredMethods(
  { methods = usualMethods }: SignInOptions,
  policy: AuthenticationPolicy | undefined,
): readonly SignInMethod[] {
  const counting = methods.filter((one) => policy?.methods?.includes(proofs[one]) ?? true);
  if (counting.length > 0) return counting;
  return methods.length > 0 ? methods : usualMethods;
}
