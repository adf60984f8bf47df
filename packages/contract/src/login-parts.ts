import * as v from 'valibot';

/** The reason of a refusal. A newer server may have further ones. */
export const code = v.string();

/** The face of the application that a person signs in to. */
export const applicationFace = v.object({
  name: v.string(),
  logoUrl: v.optional(v.string()),
});

/** Ways of proving by oneself who one is. */
export const proofMethods = ['password', 'email-code', 'magic-link', 'passkey'] as const;

/** An address as it was typed. */
export const typedAddress = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(320));
