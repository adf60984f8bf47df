import type { LoginStepOf } from '@tesserakit/contract';
import { html, nothing } from 'lit';
import { factorWords } from '../text/factor-words.js';
import { named } from '../text/named.js';
import { accountLine } from './account-line.js';
import { codeForm } from './code-form.js';
import { head } from './head.js';
import { makingButton } from './passkey-button.js';
import { qrCode } from './qr-code.js';
import type { StepView } from './screen.js';

/** Sets up a second factor: an app that shows one-time passwords, or a passkey. */
export const mfaEnrollView: StepView<LoginStepOf<'mfa_enroll'>> = {
  title: (words) => factorWords(words).enroll.title,
  render: (screen) => {
    const { application, step } = screen;
    const { enroll, totp, offer, demandedBy } = factorWords(screen.words);
    const { organization, secret, address, passkey } = step;
    // Of a passkey that is none; a code that is wrong has another reason.
    const ofPasskey = step.refusal === 'validation_failed';
    return html`${head(
        application,
        enroll.title,
        html`${organization ? named(demandedBy, organization.name) : nothing} ${enroll.sentence}`,
      )}
      <p>${enroll.scan}</p>
      ${qrCode(address, enroll.picture)}
      <p>${enroll.type}</p>
      <p class="key"><code dir="ltr">${inGroups(secret)}</code></p>
      ${codeForm({ ...screen, step: ofPasskey ? { ...step, refusal: undefined } : step }, 'enroll_totp', { ...totp, label: enroll.enter })}
      ${
        passkey && 'PublicKeyCredential' in window
          ? html`<div class="actions">
              ${makingButton(screen, passkey, {
                label: enroll.passkey,
                stopped: offer.refused,
                problem: ofPasskey ? offer.refused : undefined,
              })}
            </div>`
          : nothing
      }
      ${accountLine(screen, step.identifier)}`;
  },
};

/** Four letters at a time, which is how people copy what they cannot read. */
function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
