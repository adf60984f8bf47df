import type { FactorProof } from '@tesserakit/domain';
import type { BrowserSession } from '../authorization-state.ts';
import { newSecret } from '../random.ts';
import type { World } from '../world.ts';

/** The ways of proving a second factor. */
export const factorWays = ['totp', 'passkey', 'recovery-code'] as const;

export type FactorWay = (typeof factorWays)[number];

/** What a person has beside their password. */
export interface Factors {
  readonly totp?: TotpFactor;
  /** Digests of the codes that are left. */
  readonly recoveryCodes?: readonly string[];
  /** When the person last said that they want no passkey. */
  readonly declinedPasskeyAt?: number;
}

/** An application that shows one-time passwords (RFC 6238). */
export interface TotpFactor {
  /** Shared with the application, so it cannot be kept as a digest. */
  readonly secret: string;
  /** The interval of the last password that was used: none up to there counts again. */
  readonly lastStep: number;
}

/** A key of a person's device (WebAuthn). */
export interface Passkey {
  readonly credentialId: string;
  readonly userId: string;
  /** What the device calls the person: random, and the same for all of their passkeys. */
  readonly userHandle: string;
  readonly publicKey: string;
  /** How often the device says that it was used. */
  readonly counter: number;
  readonly transports: readonly string[];
  /** Whether it stays on one device. */
  readonly bound: boolean;
  /** Two devices held it at once: it is never good again. */
  readonly cloned?: boolean;
}

export function passkeysOf(world: World, userId: string): Passkey[] {
  return [...world.passkeys.values()].filter((one) => one.userId === userId && !one.cloned);
}

/** The ways in which a person can prove a second factor; the first one is asked for. */
export function waysOf(world: World, userId: string): FactorWay[] {
  const { totp, recoveryCodes = [] } = world.factors.get(userId) ?? {};
  const has: Readonly<Record<FactorWay, boolean>> = {
    totp: totp !== undefined,
    passkey: passkeysOf(world, userId).length > 0,
    'recovery-code': recoveryCodes.length > 0,
  };
  return factorWays.filter((way) => has[way]);
}

/** Whether a person has set up a second factor, even one that is good no more. */
export function hasFactor(world: World, userId: string): boolean {
  const isOwn = (passkey: Passkey) => passkey.userId === userId;
  return waysOf(world, userId).length > 0 || [...world.passkeys.values()].some(isOwn);
}

/** Notes in the session that a second factor was proved. The cookie is a new one, as with every proof. */
export function strengthen(
  world: World,
  session: BrowserSession,
  methods: readonly string[],
): void {
  const factor: FactorProof = { methods, at: world.now() };
  Object.assign(session, { factor, secret: newSecret() });
}

/** Forgets all that a person could prove beside their password. */
export function forgetFactorsOf(world: World, userId: string): void {
  world.factors.delete(userId);
  for (const [credentialId, passkey] of [...world.passkeys]) {
    if (passkey.userId === userId) world.passkeys.delete(credentialId);
  }
}
