import type { LoginStepOf } from '@tesserakit/contract';
import { html } from 'lit';
import { factorWords } from '../text/factor-words.js';
import { TesseraRecoveryCodes } from './recovery-codes.class.js';
import type { StepView } from './screen.js';

const tag = 'tessera-recovery-codes';
if (!customElements.get(tag)) customElements.define(tag, TesseraRecoveryCodes);

export const recoveryCodesView: StepView<LoginStepOf<'recovery_codes'>> = {
  title: (words) => factorWords(words).codes.title,
  render: (screen) => html`<tessera-recovery-codes .screen=${screen}></tessera-recovery-codes>`,
};
