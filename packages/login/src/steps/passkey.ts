import type { LoginStepOf } from '@tesserakit/contract';
import { html, nothing } from 'lit';
import { factorWords } from '../text/factor-words.js';
import { accountLine } from './account-line.js';
import { head } from './head.js';
import { otherWays } from './other-ways.js';
import { makingButton, signingButton } from './passkey-button.js';
import type { StepView } from './screen.js';

/** Lets a person in by a passkey, whoever it names. */
export const passkeyView: StepView<LoginStepOf<'passkey'>> = {
  title: (words) => factorWords(words).passkey.title,
  render: (screen) => {
    const { application, step } = screen;
    const words = factorWords(screen.words);
    return html`${head(application, words.passkey.title, words.passkey.sentence)}
    ${signingButton(screen, step.options)} ${otherWays(screen, step.methods)}
    ${accountLine(screen, step.identifier)}`;
  },
};

/** Offers a passkey to somebody who came by a password. They may want none. */
export const passkeyOfferView: StepView<LoginStepOf<'passkey_offer'>> = {
  title: (words) => factorWords(words).offer.title,
  render: (screen) => {
    const { application, step, pending, act } = screen;
    const { offer } = factorWords(screen.words);
    return html`${head(application, offer.title, offer.sentence)}
      <div class="actions">
        ${makingButton(screen, step.options, {
          label: offer.make,
          stopped: offer.refused,
          problem: step.refusal && offer.refused,
          primary: true,
        })}
        <button
          class="button wide"
          type="button"
          aria-busy=${pending === 'skip_passkey' ? 'true' : nothing}
          @click=${() => act({ action: 'skip_passkey' })}
        >
          <span>${offer.skip}</span>
        </button>
      </div>
      ${accountLine(screen, step.identifier)}`;
  },
};
