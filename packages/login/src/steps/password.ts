import type { LoginStepOf } from '@tesserakit/contract';
import { html } from 'lit';
import type { StepView } from './screen.js';

export const passwordView: StepView<LoginStepOf<'password'>> = {
  title: (words) => words.password.title,
  render: (screen) => html`<tessera-password-step .screen=${screen}></tessera-password-step>`,
};
