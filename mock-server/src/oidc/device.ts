import type { BrowserSession, DeviceAuthorization, Entry } from '../authorization-state.ts';
import { sweep } from '../login/sweep.ts';
import { loginAddress, openTransaction } from '../login/transaction.ts';
import { newSecret } from '../random.ts';
import type { Client, World } from '../world.ts';
import { readOrganization, readScope, type EntryRequest } from './authorization-request.ts';
import { authenticateClient } from './client-authentication.ts';
import { admit } from './codes.ts';
import { OAuthError, oauthAnswer } from './oauth-error.ts';
import { formOf } from './parameters.ts';

/** The grant by which a device asks for its tokens (RFC 8628, section 3.4). */
export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** A request that a device made, and that is answered to it. */
export interface DeviceRequest extends EntryRequest {
  readonly deviceCode: string;
}

const life = 10 * 60_000;
const firstInterval = 5000;

/** A device asks to be let in, and is told what to show to the person (RFC 8628, section 3.1). */
export async function authorizeDevice(world: World, request: Request): Promise<Response> {
  sweep(world);
  try {
    const form = await formOf(request);
    if (!form || form.repeated.size > 0) throw new OAuthError('invalid_request', 'Send a form.');
    const { clientId, device } = await authenticateClient(world, request, form.values);
    if (!device) throw new OAuthError('unauthorized_client', 'This client is no device.');
    const scope = readScope(form.values);
    const organizationId = readOrganization(form.values);
    const deviceCode = newSecret();
    const userCode = newUserCode(world);
    world.authorization.devices.set(deviceCode, {
      userCode,
      request: {
        clientId,
        scope,
        prompt: new Set(),
        ...(organizationId !== undefined && { organizationId }),
      },
      expiresAt: world.now() + life,
      interval: firstInterval,
    });
    const address = `${world.issuer}/device`;
    return Response.json({
      device_code: deviceCode,
      user_code: userCode,
      verification_uri: address,
      verification_uri_complete: `${address}?user_code=${userCode}`,
      expires_in: life / 1000,
      interval: firstInterval / 1000,
    });
  } catch (error) {
    if (error instanceof OAuthError) return oauthAnswer(error, request);
    throw error;
  }
}

/** Where a person goes to enter the code; one that comes with the address still has to be sent. */
export function openDevice(world: World, request: Request): Response {
  if (request.method === 'HEAD') return new Response(null, { status: 405 });
  sweep(world);
  const userCode = new URL(request.url).searchParams.get('user_code')?.slice(0, 40);
  const transaction = openTransaction(world, {
    stage: { at: 'device' },
    ...(userCode && { userCode }),
  });
  return loginAddress(world, transaction);
}

/** What the device asked for that shows this code; `undefined` when none does and waits. */
export function deviceShowing(world: World, typed: string): DeviceRequest | undefined {
  const userCode = canonicalUserCode(typed);
  for (const [deviceCode, device] of world.authorization.devices) {
    if (device.userCode === userCode && isWaiting(world, device)) {
      return { ...device.request, deviceCode };
    }
  }
  return undefined;
}

/** Lets a device in for a person, unless either of them has lost the chance meanwhile. */
export function letDeviceIn(
  world: World,
  request: DeviceRequest,
  session: BrowserSession,
  organizationId: string | undefined,
  beganAt: number,
): 'approved' | 'too late' | 'no access' {
  const device = world.authorization.devices.get(request.deviceCode);
  if (!device || !isWaiting(world, device)) return 'too late';
  const entry = admit(world, request, session, organizationId, beganAt);
  if (!entry) return 'no access';
  device.outcome = entry;
  return 'approved';
}

/** The person does not want the device to be let in. */
export function turnDeviceAway(world: World, { deviceCode }: DeviceRequest): void {
  const device = world.authorization.devices.get(deviceCode);
  if (device && isWaiting(world, device)) device.outcome = 'denied';
}

/**
 * For whom a device is let in. The answer is given once.
 *
 * @throws OAuthError as long as there is none, or it is no (RFC 8628, section 3.5).
 */
export function collectDevice(world: World, client: Client, deviceCode: string): Entry {
  const { devices } = world.authorization;
  const device = devices.get(deviceCode);
  if (device?.request.clientId !== client.clientId) {
    throw new OAuthError('invalid_grant', 'The device code cannot be used.');
  }
  const now = world.now();
  if (now >= device.expiresAt) throw new OAuthError('expired_token', 'The code was not entered.');
  if (device.outcome === undefined) {
    const early = device.askedAt !== undefined && now - device.askedAt < device.interval;
    device.askedAt = now;
    if (!early) throw new OAuthError('authorization_pending', 'The person has not decided yet.');
    device.interval += firstInterval;
    throw new OAuthError('slow_down', 'The device asks too often.');
  }
  devices.delete(deviceCode);
  if (device.outcome === 'denied') throw new OAuthError('access_denied', 'The person said no.');
  return device.outcome;
}

function isWaiting(world: World, { outcome, expiresAt }: DeviceAuthorization): boolean {
  return outcome === undefined && world.now() < expiresAt;
}

/** Consonants that are hard to take for one another, and make no words (RFC 8628, section 6.1). */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

function newUserCode({ authorization: { devices } }: World): string {
  for (;;) {
    // No letter is more likely than another: 240 is twelve times 20.
    const bytes = crypto.getRandomValues(new Uint8Array(32)).filter((byte) => byte < 240);
    const code = [...bytes.slice(0, 8)].map((byte) => letters[byte % 20]).join('');
    const userCode = canonicalUserCode(code);
    const taken = [...devices.values()].some((device) => device.userCode === userCode);
    if (code.length === 8 && !taken) return userCode;
  }
}

/** However it is typed: `wdjb mjht` is `WDJB-MJHT`. */
export function canonicalUserCode(typed: string): string {
  const code = typed.toUpperCase().replace(/[^A-Z]/g, '');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
