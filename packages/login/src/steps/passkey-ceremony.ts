import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { LoginAction, PasskeyCreation, PasskeyRequest } from '@tesserakit/contract';

/**
 * Asks the browser for a passkey; where it fills them in, in the field of the first step.
 *
 * Fails when there is none, the person says no, or another question takes its place.
 */
export async function signWith(asked: PasskeyRequest, autofill = false): Promise<LoginAction> {
  const { id, response } = await startAuthentication({
    optionsJSON: asked as PublicKeyCredentialRequestOptionsJSON,
    useBrowserAutofill: autofill,
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    action: 'verify_passkey',
    credentialId: id,
    clientDataJSON,
    authenticatorData,
    signature,
    ...(userHandle && { userHandle }),
  };
}

/** Lets the browser make a passkey. Fails when the person says no, or has one on this device already. */
export async function makeFrom(asked: PasskeyCreation): Promise<LoginAction> {
  const { id, response } = await startRegistration({
    optionsJSON: asked as PublicKeyCredentialCreationOptionsJSON,
  });
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return {
    action: 'register_passkey',
    credentialId: id,
    clientDataJSON,
    attestationObject,
    transports: transports.slice(0, 10),
  };
}
