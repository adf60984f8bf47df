import type { LoginStepOf } from '@tesserakit/contract';
import { html, nothing } from 'lit';
import { factorWords } from '../text/factor-words.js';
import type { LoginCatalogue } from '../text/catalogue.js';
import { named } from '../text/named.js';
import { accountLine } from './account-line.js';
import { codeForm } from './code-form.js';
import { head } from './head.js';
import { signingButton } from './passkey-button.js';
import type { Screen, StepView } from './screen.js';

type Mfa = LoginStepOf<'mfa'>;

/** Asks for one of the second factors that a person has. */
export const mfaView: StepView<Mfa> = {
  title: (words) => factorWords(words).title,
  render: (screen) => {
    const { application, step } = screen;
    return html`${head(application, factorWords(screen.words).title, sentenceOf(screen))}
    ${proof(screen)} ${otherWays(screen)} ${accountLine(screen, step.identifier)}`;
  },
};

function wayIn(words: LoginCatalogue, way: string) {
  const { totp, passkey, recovery } = factorWords(words);
  return way === 'passkey' ? passkey : way === 'recovery-code' ? recovery : totp;
}

/** Who asks for it, and what to do; where codes are asked for, how many of them are left. */
function sentenceOf({ words, step }: Screen<Mfa>) {
  const { demandedBy, recovery } = factorWords(words);
  const { organization, codesLeft } = step;
  return html`${organization ? named(demandedBy, organization.name) : nothing}
  ${wayIn(words, step.way).sentence} ${codesLeft === undefined ? nothing : recovery.left(codesLeft)}`;
}

function proof(screen: Screen<Mfa>) {
  const { step } = screen;
  const { totp, recovery } = factorWords(screen.words);
  if (step.way === 'passkey' && step.passkey) return signingButton(screen, step.passkey);
  return step.way === 'recovery-code'
    ? codeForm(screen, 'verify_recovery_code', { ...recovery, label: recovery.code })
    : codeForm(screen, 'verify_totp', { ...totp, label: totp.code });
}

function otherWays({ words, step, pending, act }: Screen<Mfa>) {
  const known = (['totp', 'passkey', 'recovery-code'] as const).filter(
    (way) => step.ways.includes(way) && way !== step.way,
  );
  if (known.length === 0) return nothing;
  return html`<ul class="ways" aria-label=${factorWords(words).otherWays}>
    ${known.map(
      (factor) =>
        html`<li>
          <button
            class="link"
            type="button"
            aria-disabled=${pending ? 'true' : nothing}
            @click=${() => act({ action: 'choose_factor', factor })}
          >
            ${wayIn(words, factor).choose}
          </button>
        </li>`,
    )}
  </ul>`;
}
