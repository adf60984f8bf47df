import type { World } from '../world.ts';
import { newSecret } from '../random.ts';
import { passkeysOf, type Passkey } from './factors.ts';

/** Milliseconds that a device waits for its person. */
const timeout = 5 * 60_000;

/** Signatures that a passkey may make (COSE): Ed25519, ES256, RS256. */
const algorithms = [-8, -7, -257] as const;

/**
 * The name for which passkeys are made and asked (the RP id); none where browsers make none: at an
 * address without encryption, or one that is a number.
 */
export function relyingParty({ issuer }: World): string | undefined {
  const { protocol, hostname } = new URL(issuer);
  const isNumber = /^[\d.]+$|^\[/.test(hostname);
  const isSecure = protocol === 'https:' || hostname === 'localhost';
  return isSecure && !isNumber ? hostname : undefined;
}

/** What the person's devices call them: as before, or a text that nobody can guess. */
export function newUserHandle(world: World, userId: string): string {
  const known = [...world.passkeys.values()].find((one) => one.userId === userId);
  return known?.userHandle ?? newSecret();
}

/** What a browser asks a passkey for; any of its own, unless some are named. */
export function passkeyRequest(world: World, challenge: string, some: readonly Passkey[] = []) {
  const rpId = relyingParty(world);
  if (rpId === undefined) return undefined;
  return {
    challenge,
    rpId,
    timeout,
    userVerification: 'required' as const,
    allowCredentials: some.map(descriptor),
  };
}

/** What a browser makes a passkey from, for somebody who has proved who they are. */
export function passkeyCreation(
  world: World,
  challenge: string,
  userId: string,
  userHandle: string,
) {
  const id = relyingParty(world);
  const user = world.users.get(userId);
  if (id === undefined || !user) return undefined;
  return {
    challenge,
    rp: { id, name: id },
    user: { id: userHandle, name: user.email, displayName: user.name ?? user.email },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key' as const, alg })),
    excludeCredentials: passkeysOf(world, userId).map(descriptor),
    authenticatorSelection: {
      residentKey: 'required' as const,
      requireResidentKey: true,
      userVerification: 'required' as const,
    },
    attestation: 'none' as const,
    timeout,
  };
}

function descriptor({ credentialId, transports }: Passkey) {
  return { id: credentialId, type: 'public-key' as const, transports: [...transports] };
}
