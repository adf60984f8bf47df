import { browserSupportsWebAuthnAutofill, WebAuthnAbortService } from '@simplewebauthn/browser';
import type { LoginAction, PasskeyRequest } from '@tesserakit/contract';
import { signWith } from './passkey-ceremony.js';

/**
 * Has the browser offer its passkeys in the field of the first step, until the step is left. Whatever
 * becomes of it, the field works without.
 */
export async function fillIn(
  asked: PasskeyRequest,
  act: (action: LoginAction) => void,
  left: AbortSignal,
): Promise<void> {
  if (!(await browserSupportsWebAuthnAutofill()) || left.aborted) return;
  left.addEventListener('abort', () => WebAuthnAbortService.cancelCeremony());
  try {
    const action = await signWith(asked, true);
    if (!left.aborted) act(action);
  } catch {
    // The person types their address, or answers another question of the browser.
  }
}
