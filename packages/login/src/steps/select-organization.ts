import '@tesserakit/elements/org-picker.js';
import type { LoginStepOf } from '@tesserakit/contract';
import { html } from 'lit';
import type { StepView } from './screen.js';
import { TesseraOrganizationStep } from './select-organization.class.js';

const tag = 'tessera-organization-step';
if (!customElements.get(tag)) customElements.define(tag, TesseraOrganizationStep);

export const organizationView: StepView<LoginStepOf<'select_organization'>> = {
  title: (words) => words.organization.title,
  render: (screen) =>
    html`<tessera-organization-step .screen=${screen}></tessera-organization-step>`,
};
