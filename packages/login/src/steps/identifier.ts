import type { LoginStepOf } from '@tesserakit/contract';
import { html } from 'lit';
import type { StepView } from './screen.js';

export const identifierView: StepView<LoginStepOf<'identifier'>> = {
  title: (words) => words.identifier.title,
  render: (screen) => html`<tessera-identifier-step .screen=${screen}></tessera-identifier-step>`,
};
