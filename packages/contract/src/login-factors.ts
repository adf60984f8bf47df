import * as v from 'valibot';
import { applicationFace, code, proofMethods } from './login-parts.ts';
import { openEnum } from './vocabulary.ts';

const factorWays = ['totp', 'passkey', 'recovery-code'] as const;

const descriptor = v.object({
  id: v.string(),
  type: v.literal('public-key'),
  transports: v.optional(v.array(v.string())),
});

/** What a browser asks a passkey for (WebAuthn, `PublicKeyCredentialRequestOptionsJSON`). */
export const passkeyRequest = v.object({
  challenge: v.string(),
  rpId: v.string(),
  timeout: v.optional(v.number()),
  userVerification: v.optional(v.picklist(['required', 'preferred', 'discouraged'])),
  allowCredentials: v.optional(v.array(descriptor)),
});

/** What a browser makes a passkey from (WebAuthn, `PublicKeyCredentialCreationOptionsJSON`). */
export const passkeyCreation = v.object({
  challenge: v.string(),
  rp: v.object({ id: v.optional(v.string()), name: v.string() }),
  user: v.object({ id: v.string(), name: v.string(), displayName: v.string() }),
  pubKeyCredParams: v.array(v.object({ type: v.literal('public-key'), alg: v.number() })),
  timeout: v.optional(v.number()),
  excludeCredentials: v.optional(v.array(descriptor)),
  authenticatorSelection: v.optional(
    v.object({
      residentKey: v.optional(v.picklist(['required', 'preferred', 'discouraged'])),
      requireResidentKey: v.optional(v.boolean()),
      userVerification: v.optional(v.picklist(['required', 'preferred', 'discouraged'])),
    }),
  ),
  attestation: v.optional(v.picklist(['none', 'indirect', 'direct', 'enterprise'])),
});

const organizationFace = v.object({ name: v.string(), logoUrl: v.optional(v.string()) });

/** Steps by which something that a person has proves who they are. */
export const factorSteps = [
  /** Any passkey of this server: nobody is named by it. */
  v.object({
    step: v.literal('passkey'),
    application: applicationFace,
    /** As it was typed, where it was. */
    identifier: v.optional(v.string()),
    options: passkeyRequest,
    methods: v.optional(v.array(openEnum(proofMethods))),
    refusal: v.optional(code),
  }),
  /** A passkey for the next time, which the person need not want. */
  v.object({
    step: v.literal('passkey_offer'),
    application: applicationFace,
    identifier: v.string(),
    options: passkeyCreation,
    refusal: v.optional(code),
  }),
  /** A second factor that the person has. */
  v.object({
    step: v.literal('mfa'),
    application: applicationFace,
    identifier: v.string(),
    /** Which organization demands it, where one does. */
    organization: v.optional(organizationFace),
    way: openEnum(factorWays),
    /** What else the person has, and the present way among it. */
    ways: v.array(openEnum(factorWays)),
    /** For the way `passkey`. */
    passkey: v.optional(passkeyRequest),
    /** For the way `recovery-code`. */
    codesLeft: v.optional(v.number()),
    refusal: v.optional(code),
    /** Seconds until another try is accepted. */
    retryAfter: v.optional(v.number()),
  }),
  /** A second factor has to be added first. */
  v.object({
    step: v.literal('mfa_enroll'),
    application: applicationFace,
    identifier: v.string(),
    organization: v.optional(organizationFace),
    /** For an application that shows one-time passwords, to be typed. */
    secret: v.string(),
    /** The same, and whose it is, to be scanned. */
    address: v.string(),
    /** Where passkeys can be made. */
    passkey: v.optional(passkeyCreation),
    refusal: v.optional(code),
  }),
  /** Codes for the day on which the device is lost, before they are seen no more. */
  v.object({
    step: v.literal('recovery_codes'),
    application: applicationFace,
    identifier: v.string(),
    codes: v.array(v.string()),
  }),
] as const;

const typed = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40));
/** Bytes as WebAuthn writes them: base64url. */
const bytes = v.pipe(v.string(), v.maxLength(20_000), v.regex(/^[\w-]+$/));

/** What a person does at those steps. */
export const factorActions = [
  /** What a passkey has signed; at every step before the person is known, and at `mfa`. */
  v.strictObject({
    action: v.literal('verify_passkey'),
    credentialId: bytes,
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: v.optional(bytes),
  }),
  /** A passkey that was made. */
  v.strictObject({
    action: v.literal('register_passkey'),
    credentialId: bytes,
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(10)),
  }),
  v.strictObject({ action: v.literal('skip_passkey') }),
  /** Another one of the ways that the step `mfa` names. */
  v.strictObject({ action: v.literal('choose_factor'), factor: v.picklist(factorWays) }),
  v.strictObject({ action: v.literal('verify_totp'), code: typed }),
  v.strictObject({ action: v.literal('verify_recovery_code'), code: typed }),
  v.strictObject({ action: v.literal('enroll_totp'), code: typed }),
  /** The person has put the recovery codes away. */
  v.strictObject({ action: v.literal('keep_codes') }),
] as const;

export type PasskeyRequest = v.InferOutput<typeof passkeyRequest>;
export type PasskeyCreation = v.InferOutput<typeof passkeyCreation>;
