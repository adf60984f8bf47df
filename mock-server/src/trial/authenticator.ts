import type { LoginAction, PasskeyCreation, PasskeyRequest } from '@tesserakit/contract';
import { base64url } from 'jose';
import { bytesOf as bytesIn } from '../random.ts';

type Made = Extract<LoginAction, { action: 'register_passkey' }>;
type Signed = Extract<LoginAction, { action: 'verify_passkey' }>;

/** What a device or a dishonest one may do otherwise than it is asked. */
export interface Otherwise {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly userHandle?: string;
  readonly counter?: number;
  readonly type?: string;
  /** Whether the person showed that they are there, and that it is they. */
  readonly flags?: number;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array) => base64url.encode(bytes);
const present = 0x01 | 0x04;
const withKey = 0x40;

/** A device that makes passkeys (ES256) and signs with them, in front of a server at an origin. */
export async function authenticator(origin: string) {
  const key = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
  ]);
  const credentialId = crypto.getRandomValues(new Uint8Array(16));
  let counter = 0;
  let handle = '';

  return {
    /** Makes the passkey that the server asks for. */
    make: async (asked: PasskeyCreation, some: Otherwise = {}): Promise<Made> => {
      handle = asked.user.id;
      counter = some.counter ?? 1;
      const { rpId = asked.rp.id ?? '', flags = present } = some;
      const data = await dataOf(rpId, flags | withKey, counter);
      const authData = joined(
        data,
        new Uint8Array(16),
        new Uint8Array([0, credentialId.length]),
        credentialId,
        coseKey(await crypto.subtle.exportKey('jwk', key.publicKey)),
      );
      return {
        action: 'register_passkey',
        credentialId: text(credentialId),
        clientDataJSON: clientData('webauthn.create', asked.challenge, origin, some),
        attestationObject: text(
          cbor(
            new Map<string, unknown>([
              ['fmt', 'none'],
              ['attStmt', new Map()],
              ['authData', authData],
            ]),
          ),
        ),
        transports: ['internal'],
      };
    },
    /** Signs what the server asks to have signed. */
    sign: async (asked: PasskeyRequest, some: Otherwise = {}): Promise<Signed> => {
      counter = some.counter ?? counter + 1;
      const { rpId = asked.rpId, flags = present, userHandle = handle } = some;
      const data = await dataOf(rpId, flags, counter);
      const client = clientData('webauthn.get', asked.challenge, origin, some);
      const digest = await crypto.subtle.digest('SHA-256', bytesIn(client));
      const signed = joined(data, new Uint8Array(digest));
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
      const raw = new Uint8Array(await crypto.subtle.sign(algorithm, key.privateKey, signed));
      return {
        action: 'verify_passkey',
        credentialId: text(credentialId),
        clientDataJSON: client,
        authenticatorData: text(data),
        signature: text(joined(...der(raw))),
        userHandle,
      };
    },
  };
}

function clientData(type: string, challenge: string, origin: string, some: Otherwise): string {
  const data = { type, challenge, origin, ...some };
  const { type: kind, challenge: asked, origin: from } = data;
  return text(bytesOf(JSON.stringify({ type: kind, challenge: asked, origin: from })));
}

/** Whose name it is for, what the person did, and how often it was used. */
async function dataOf(rpId: string, flags: number, counter: number) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(rpId)));
  const count = new Uint8Array(4);
  new DataView(count.buffer).setUint32(0, counter);
  return joined(hash, new Uint8Array([flags]), count);
}

/** A public key as COSE writes it (RFC 9053). */
function coseKey({ x = '', y = '' }: JsonWebKey): Uint8Array<ArrayBuffer> {
  return cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, base64url.decode(x)],
      [-3, base64url.decode(y)],
    ]),
  );
}

/** As much of CBOR (RFC 8949) as a passkey needs. */
function cbor(value: unknown): Uint8Array<ArrayBuffer> {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return joined(head(3, bytesOf(value).length), bytesOf(value));
  if (value instanceof Uint8Array) return joined(head(2, value.length), value);
  if (!(value instanceof Map)) throw new TypeError('A passkey holds nothing else.');
  const entries: unknown[] = [...value].flat();
  return joined(head(5, value.size), ...entries.map(cbor));
}

function head(major: number, count: number): Uint8Array<ArrayBuffer> {
  const first = major << 5;
  if (count < 24) return new Uint8Array([first | count]);
  return count < 256
    ? new Uint8Array([first | 24, count])
    : new Uint8Array([first | 25, count >> 8, count & 255]);
}

/** A signature of two numbers, as X.509 writes it. */
function der(raw: Uint8Array): Uint8Array[] {
  const numbers = [raw.slice(0, 32), raw.slice(32)].map((number) => {
    const first = number.findIndex((byte) => byte !== 0);
    const short = number.slice(first);
    const padded = (short[0] ?? 0) > 127 ? joined(new Uint8Array([0]), short) : short;
    return joined(new Uint8Array([2, padded.length]), padded);
  });
  const body = joined(...numbers);
  return [new Uint8Array([0x30, body.length]), body];
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}
